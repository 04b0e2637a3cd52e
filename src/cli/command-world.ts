import { resolve } from 'node:path';
import { HeldFiles } from '../adapters/archive/held-files.js';
import type { Passwords } from '../adapters/sources.js';
import type { CommandWorld } from '../commands/command.js';
import { cliText } from '../i18n/cli.js';
import { type Lang, say as worded } from '../i18n/words.js';
import type { PassedOver } from '../model/imported.js';
import { sanitise } from '../util/sanitise.js';
import { openOutput } from '../world/atomic.js';
import { runChild } from '../world/child.js';
import type { Choose } from '../world/choose.js';
import { existing } from '../world/existing.js';
import type { InputPath } from '../world/input-path.js';
import { expandInputs } from '../world/inputs.js';
import { keyFrom } from '../world/key-file.js';
import { compileLater } from '../world/late-compiling.js';
import { openList } from '../world/list-file.js';
import { passwordsFrom } from '../world/passwords.js';
import type { Progress } from '../world/progress.js';
import { askHidden, type PromptOptions } from '../world/prompt.js';
import { sizesOf } from '../world/sizes.js';
import { letGo } from '../world/spare-memory.js';
import type { Say } from '../world/stderr.js';
import { type StdinStream, stdinPrompt } from '../world/stdin.js';
import type { WorkerPool } from '../world/worker-pool.js';
import { filesOf } from './hash-job.js';
import { openAll } from './open-inputs.js';

/** What the commands' world is made of in one run. */
export interface WorldParts {
  readonly cwd: string;
  readonly lang: Lang;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: () => StdinStream;
  readonly prompt: PromptOptions;
  readonly choose: Choose | null;
  /** `--password-file`. */
  readonly passwordFile: string | null;
  readonly say: Say;
  readonly progress: Progress;
  readonly workers: WorkerPool;
  /** Told which inputs there are before any is read, so that the output can be opened first. */
  readonly onInputs: (inputs: readonly InputPath[]) => Promise<void>;
  /** Whether the answer tells the SHA-256 of the inputs. */
  readonly hashes: boolean;
  /** Writes the file of the rejected rows. */
  readonly onRejects: (pieces: AsyncIterable<string | Uint8Array>) => Promise<void>;
  /** Told which files could not be used. */
  readonly onPassedOver: (files: readonly PassedOver[]) => void;
}

/** The world as the commands may use it; whoever made it closes its workers. */
export function commandWorld(parts: WorldParts): CommandWorld {
  const lists: InputPath[] = [];
  return {
    runChild,
    workers: parts.workers,
    openInputs: async (args, maxSize) => {
      const inputs = await expandInputs(args, parts.cwd);
      await parts.onInputs([...inputs, ...lists]);
      for (const input of inputs) sayOtherNames(input, parts);
      const passwords = await passwordsFrom({ ...parts, file: parts.passwordFile, ask: asking(inputs, parts) });
      const { stdin, say, lang } = parts;
      const onKeyboard = () => say(stdinPrompt[lang]);
      const held = new HeldFiles();
      const { hashes: hashed, workers } = parts;
      const sizes = await begin(inputs, workers);
      const opened = await openAll(inputs, { stdin, maxSize, passwords, held, onKeyboard, hashed, sizes, workers });
      compileLater(opened.sources);
      return opened;
    },
    letGo,
    writeRejects: parts.onRejects,
    openList: async (path) => {
      const list = await openList(path, parts.cwd);
      lists.push(list.input);
      return list;
    },
    keyFrom: async (path) => {
      const { key, isNew } = await keyFrom(path, parts.cwd);
      if (isNew) parts.say(`${worded(cliText.keyMade, parts.lang, { file: sanitise(path) })}\n`);
      return key;
    },
    choose: parts.choose,
    tell: parts.say,
    exists: async (path) => (await existing(resolve(parts.cwd, path), path)) !== null,
    passedOver: parts.onPassedOver,
    progress: (done, total) => parts.progress.show(progressText(done, total, parts.lang)),
    save: async (target, pieces) => {
      const output = await openOutput(target, { cwd: parts.cwd });
      try {
        for await (const piece of pieces) await output.write(piece);
        await output.commit();
      } finally {
        await output.abort();
      }
    },
  };
}

/** Of several files, makes ready what they will be read with while they are opened; the answer is their bytes. */
async function begin(inputs: readonly InputPath[], workers: WorkerPool): Promise<readonly number[]> {
  if (inputs.length < 2) return [];
  const files = filesOf(inputs);
  const sizes = await sizesOf(files);
  compileLater(files.map(({ name }, at) => ({ name, size: sizes[at]! })));
  workers.prepare(sizes);
  return sizes;
}

/** A file that was given under several names is read once: that is said. */
function sayOtherNames({ path, alsoAs }: InputPath, { say, lang }: WorldParts): void {
  if (alsoAs.length === 0) return;
  say(`${worded(cliText.sameFile, lang, { file: sanitise(path), others: sanitise(alsoAs.join(' ')) })}\n`);
}

/** Asks for a password, not on a standard input that carries a table; the progress line makes room. */
function asking(inputs: readonly InputPath[], parts: WorldParts): Passwords['ask'] {
  if (inputs.some(({ origin }) => origin === 'stdin')) return async () => null;
  return (file, again) => {
    parts.progress.pause();
    const words = again ? cliText.passwordAgain : cliText.passwordAsked;
    return askHidden(worded(words, parts.lang, { file: sanitise(file) }), parts.prompt);
  };
}

function progressText(done: number, total: number | null, lang: Lang): string {
  const percent = total === null || total === 0 ? '' : ` ${Math.min(100, Math.floor((100 * done) / total))}%`;
  return worded(cliText.reading, lang, { megabytes: Math.floor(done / 2 ** 20) }) + percent;
}
