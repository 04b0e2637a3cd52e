import type { CellBlock } from './cell-block.js';

/** A cell of the first rows, decoded: enough to find the header and to show a sample. */
export type Cell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly isDate: boolean }
  | { readonly kind: 'error'; readonly code: string };

/** A row of the first rows and the line the user sees it on (text: physical line of its start; workbook: sheet row). */
export interface HeadRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** What a reader can find wrong with one row, before anybody looks at its cells. */
export type ReaderProblem =
  | 'nul-bytes'
  | 'unclosed-quote'
  | 'record-too-long'
  | 'bad-encoding'
  | 'cut-off'
  | 'bad-json'
  | 'late-key';

/** Rows delivered by one `read`: `endRow` calls, `badRow` calls, rows with no content passed over. */
export interface SheetCount {
  readonly rows: number;
  readonly bad: number;
  readonly blank: number;
  /** The first line with a quote that is closed in the middle of its cell; such cells were read as they stand. */
  readonly looseFrom?: number;
}

/** Lines as the user sees them, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * One table of a file. Every reader, fast or slow, answers this interface, so that a dialect never knows what it was
 * read from. `head` and `read` may be called again and deliver the same rows in the same order.
 *
 * Row order is file order. Rows with no content at all (blank lines, lines of only delimiters) are passed over by both
 * `head` and `read` and counted as `blank`; so the n-th `endRow`/`badRow` of `read` is the n-th row of `head`.
 */
export interface Sheet {
  /** The sheet's name in a workbook; '' for a text file. */
  readonly name: string;
  /** The workbook hides the sheet; not there where nothing is hidden or the format does not tell. */
  readonly hidden?: boolean;
  /** The encoding of the bytes that reach `CellSink.text` and `string`. */
  readonly encoding: 'utf-8' | 'gb18030';
  /** True where a row that ends early simply has blank cells (workbooks); false where it is a ragged row (text). */
  readonly shortRowsAreBlank: boolean;
  /** The first rows, whole and decoded. */
  head(rows: number): Promise<readonly HeadRow[]>;
  /** All rows, but only these columns (positions from 0, ascending). */
  read(columns: readonly number[], sink: CellSink): Promise<SheetCount>;
  /** The lines of a column whose cell is merged with the one above, ascending; not there where the format does not tell. */
  continued?(column: number): Promise<readonly LineRange[]>;
}

/**
 * Receives the wanted cells of a sheet, row by row. Within a row each wanted column is reported at most once, in
 * ascending order; a column not reported is blank. Byte ranges are valid only during the call.
 */
export interface CellSink {
  /** A text cell: undecoded, in the sheet's encoding, quoting of the file format already removed. */
  text(column: number, bytes: Uint8Array, from: number, to: number): void;
  /** A numeric cell. `isDate`: shown as a date; `value` is then a serial of the 1900 system whatever the book uses. */
  number(column: number, value: number, isDate: boolean): void;
  /** A string of the sheet's own table: its index … */
  shared(column: number, index: number): void;
  /** … and, after the last row, the bytes of each index that was used, once. */
  string(index: number, bytes: Uint8Array, from: number, to: number): void;
  /** A cell that is there and empty. */
  blank(column: number): void;
  /** An error cell: `#N/A` and its kind. */
  error(column: number, code: string): void;
  /** Ends a row. `cells`: how many the row has; `filled`: 1 + position of its last cell with content. */
  endRow(line: number, cells: number, filled: number): void;
  /** Ends a row that could not be read; none of its cells count. */
  badRow(line: number, problem: ReaderProblem): void;
  /** How many rows it would take with `block` just now; not there, or 0: none. */
  room?(): number;
  /** Takes rows of texts all at once, column by column: as if each had been reported, and ended with `endRow`. */
  block?(block: CellBlock): void;
  /** With `block`, of workbooks: whose each string of the table is, after the last row: 0 nobody's, 1 + place of its column, 255 of several. */
  owners?(): Uint8Array;
  /** As `string`, for many of a column, by its place (behind the last: of several); the texts stand in `block.column(0)`. */
  stringBlock?(place: number, indexes: Int32Array, block: CellBlock): void;
}
