import type { Lang, Words } from '../i18n/words.js';
import type { Report } from '../model/report.js';

/** How the reader wants it written. Decided by `cli` from options and terminal. */
export interface Style {
  readonly lang: Lang;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
  /** 0 none, 1 basic, 2 256 colours, 3 truecolor. */
  readonly color: 0 | 1 | 2 | 3;
  /** Whether the terminal's background is light. */
  readonly light: boolean;
  readonly ascii: boolean;
  /** Machine formats without the formula guard. */
  readonly raw: boolean;
  readonly bom: boolean;
  /** Id of the table to write, for formats that hold one table; null = the report's main table. */
  readonly table: string | null;
  /** Show values of bad cells in issues. */
  readonly showValues: boolean;
}

/** A format: a report in, text or bytes out, in pieces. Pure. */
export interface Reporter {
  readonly id: string;
  readonly title: Words;
  /** File endings that choose it, without the dot. */
  readonly extensions: readonly string[];
  /** Tells the SHA-256 of each input file: it is only taken where it is told. */
  readonly hashes?: true;
  readonly write: (report: Report, style: Style) => Iterable<string> | AsyncIterable<string | Uint8Array>;
}
