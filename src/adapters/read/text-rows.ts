import { CrmError } from '../../errors.js';
import { BlankRecords } from './blank-records.js';
import { filledCells } from './content.js';
import { type TextBytes, textBlocks } from './decode.js';
import { LongLine } from './lines.js';
import { Records, type TextRow } from './records.js';
import { MAX_COLUMNS } from './sheet-limits.js';

/** So many unclosed quotes are let pass in any file, and above that one row in a hundred. */
const UNCLOSED_QUOTES_ALLOWED = 100;

/** How a text file is written, as it was found or given. */
export interface TextLayout extends TextBytes {
  /** The file was cut off inside a character of its last row. */
  readonly cutOff: boolean;
  /** A character, or `blank` for runs of blanks. */
  readonly delimiter: string;
  /** The first line is `sep=;` and no row. */
  readonly skipFirstLine: boolean;
}

/**
 * All rows of a text file, blank ones included, block by block. A row with NUL bytes is a bad row, and so is a last
 * line without a line break that has fewer cells than the row before it: the file was cut off there.
 */
export async function* textRows(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  layout: TextLayout,
): AsyncGenerator<readonly TextRow[]> {
  const records = layout.delimiter === 'blank' ? new BlankRecords() : new Records(layout.delimiter);
  const state = new RowChecks(file, layout);
  try {
    const blocks = textBlocks(pieces, layout);
    let block = (await blocks.next()).value as Uint8Array | undefined;
    while (block !== undefined) {
      const following = await blocks.next().then((next) => next.value as Uint8Array | undefined);
      yield state.checked(records.take(block, following === undefined), block, following === undefined);
      block = following;
    }
  } catch (error) {
    if (!(error instanceof LongLine)) throw error;
    throw longLine(file, error.bytes, 'line' in error.place ? error.place.line : records.nextLine);
  }
}

/** What has to be remembered from row to row. */
class RowChecks {
  private width = 0;
  private rows = 0;
  private unclosed = 0;
  private nulBytes = false;
  private skipFirst: boolean;

  constructor(
    private readonly file: string,
    private readonly layout: TextLayout,
  ) {
    this.skipFirst = layout.skipFirstLine;
  }

  checked(rows: readonly TextRow[], block: Uint8Array, last: boolean): readonly TextRow[] {
    const from = this.skipFirst && rows.length > 0 ? 1 : 0;
    this.skipFirst &&= rows.length === 0;
    this.nulBytes ||= block.includes(0);
    const cutOff = last && block.at(-1) !== 10 && block.at(-1) !== 13;
    return rows.slice(from).map((row, at, all) => this.row(row, cutOff && at === all.length - 1));
  }

  private row(row: TextRow, mayBeCutOff: boolean): TextRow {
    this.rows += 1;
    if ('problem' in row) return this.withoutTooManyQuotes(row);
    if (row.cells.length > MAX_COLUMNS) {
      throw new CrmError('too-many-columns', this.file, { line: row.line, limit: MAX_COLUMNS });
    }
    if (this.nulBytes && row.cells.some((cell) => cell.includes('\0'))) return { line: row.line, problem: 'nul-bytes' };
    if (filledCells(row.cells) === 0) return row;
    if (mayBeCutOff && (this.layout.cutOff || row.cells.length < this.width))
      return { line: row.line, problem: 'cut-off' };
    this.width = row.cells.length;
    return row;
  }

  private withoutTooManyQuotes(row: TextRow): TextRow {
    this.unclosed += 1;
    if (this.unclosed > UNCLOSED_QUOTES_ALLOWED && this.unclosed * 100 > this.rows) {
      throw new CrmError('quotes-broken', this.file, { count: this.unclosed, line: row.line });
    }
    return row;
  }
}

/** The refusal of a line longer than 1 MiB, by what it begins with. */
export function longLine(file: string, bytes: Uint8Array, line: number): CrmError {
  if (bytes.every((byte) => byte === 0)) return new CrmError('zeros-from-line', file, { line });
  for (const delimiter of [44, 9, 59, 124]) {
    let cells = 1;
    for (let at = bytes.indexOf(delimiter); at !== -1; at = bytes.indexOf(delimiter, at + 1)) cells += 1;
    if (cells > MAX_COLUMNS) return new CrmError('too-many-columns', file, { line, limit: MAX_COLUMNS });
  }
  return new CrmError('record-too-long', file, { line });
}
