import type { z } from 'zod/mini';
import type { ByteSource, RunChild, Workers } from '../adapters/sources.js';
import type { Lang, Words } from '../i18n/words.js';
import type { PassedOver } from '../model/imported.js';
import type { Report } from '../model/report.js';

/** What a command may ask of the world; handed in by `cli`. */
export interface CommandWorld {
  /**
   * The inputs named on the command line: files, folders, globs, `-`; archives unpacked, protected workbooks unlocked.
   * Those of folders and archives that cannot be opened apart.
   */
  readonly openInputs: (args: readonly string[], maxSize: number | null) => Promise<OpenedInputs>;
  /** Says which files out of folders and archives could not be used. */
  readonly passedOver: (files: readonly PassedOver[]) => void;
  /** One file named by an option, such as a list of names. */
  readonly openList: (path: string) => Promise<ByteSource>;
  readonly runChild: RunChild;
  /** Threads that read files side by side. */
  readonly workers: Workers;
  /** The key in a file, made if there is none. */
  readonly keyFrom: (path: string) => Promise<Uint8Array>;
  /** Says how far the work is; shown only on a terminal. */
  readonly progress: (done: number, total: number | null) => void;
  /** Lets go of memory that nobody uses any more, between two stages of a large run. */
  readonly letGo: () => void;
  /** Writes the file of `--rejects`; it is put in place together with the answer, or where `--strict` refuses one. */
  readonly writeRejects: (pieces: AsyncIterable<string | Uint8Array>) => Promise<void>;
  /** Asks one of some answers on the terminal; null where nobody can be asked. Ctrl-C ends the run. */
  readonly choose:
    | ((
        question: string,
        choices: readonly { readonly value: string; readonly label: string }[],
        initial: string,
      ) => Promise<string>)
    | null;
  /** Says something on standard error. */
  readonly tell: (text: string) => void;
  /** Whether a file to be written is there already. */
  readonly exists: (path: string) => Promise<boolean>;
  /** Writes a file whole or not at all. */
  readonly save: (target: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => Promise<void>;
}

export interface OpenedInputs {
  readonly sources: readonly ByteSource[];
  readonly passedOver: readonly PassedOver[];
}

export interface CommandContext<Options> {
  readonly args: readonly string[];
  readonly options: Options;
  readonly lang: Lang;
  /** Columns of what text is written on. */
  readonly width: number;
  readonly world: CommandWorld;
}

/** What a command answers: a report for a reporter, or text that is written as it is. */
export type Outcome =
  | { readonly kind: 'report'; readonly report: Report; readonly exit: 0 | 5 }
  | { readonly kind: 'text'; readonly text: string };

/** One command, one file. Its options are declared once: flags, checks, help and config are made from them. */
export interface Command<Shape extends z.core.$ZodShape = z.core.$ZodShape> {
  readonly id: string;
  readonly summary: Words;
  /** Further paragraphs of the help. */
  readonly about: Words;
  /** Positional arguments, e.g. `FILES…`; empty = none. */
  readonly usage: string;
  /** How many positional arguments there must be. */
  readonly arguments: { readonly least: number; readonly most: number };
  readonly options: Shape;
  readonly examples: readonly { readonly command: string; readonly purpose: Words }[];
  readonly run: (context: CommandContext<z.infer<z.ZodMiniObject<Shape>>>) => Promise<Outcome>;
}

/** Declares a command: the identity function with the type. */
export function defineCommand<Shape extends z.core.$ZodShape>(command: Command<Shape>): Command<Shape> {
  return command;
}
