import { CrmError } from '../../../errors.js';
import type { ReaderProblem } from '../sheet.js';
import { MAX_COLUMNS } from '../sheet-limits.js';

/** So many unclosed quotes are let pass in any file, and above that one row in a hundred. */
const UNCLOSED_QUOTES_ALLOWED = 100;

/** What has to be remembered from row to row of a text file, to tell bad rows from good ones. */
export class RowChecks {
  /** Cells of the row before. */
  #width = 0;
  #rows = 0;
  #unclosed = 0;
  #skipFirst: boolean;

  /** `skipFirst`: the first record is `sep=;`. `cutOff`: the file ends inside a character. */
  constructor(
    private readonly file: string,
    skipFirst: boolean,
    private readonly cutOff: boolean,
  ) {
    this.#skipFirst = skipFirst;
  }

  /** Whether this record is not a row; asked once for every record, first. */
  skips(): boolean {
    const skips = this.#skipFirst;
    this.#skipFirst = false;
    return skips;
  }

  /** Whether the next record may be any row: the first may be none. */
  get begun(): boolean {
    return !this.#skipFirst;
  }

  /** Counts rows with nothing wrong; `cells`: of the last. */
  fine(rows: number, cells: number): void {
    this.#rows += rows;
    this.#width = cells;
  }

  /** What is wrong with a row that could be scanned. `unended`: the last of the file, without a line break. */
  problem(line: number, cells: number, filled: number, nul: boolean, unended: boolean): ReaderProblem | null {
    this.#rows++;
    if (cells > MAX_COLUMNS) throw new CrmError('too-many-columns', this.file, { line, limit: MAX_COLUMNS });
    if (nul) return 'nul-bytes';
    if (filled === 0) return null;
    if (unended && (this.cutOff || cells < this.#width)) return 'cut-off';
    this.#width = cells;
    return null;
  }

  /** Counts a row that could not be scanned; too many of them and the file is refused. */
  unreadable(line: number): void {
    this.#rows++;
    this.#unclosed++;
    if (this.#unclosed > UNCLOSED_QUOTES_ALLOWED && this.#unclosed * 100 > this.#rows) {
      throw new CrmError('quotes-broken', this.file, { count: this.#unclosed, line });
    }
  }
}
