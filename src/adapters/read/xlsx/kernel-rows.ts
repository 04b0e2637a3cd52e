import * as request from '../../../kernel/assembly/sheet-request.js';
import type { Kernel } from '../../../kernel/kernel.js';
import type { XlsxBook } from './open-xlsx.js';
import type { RowTaker } from './row-taker.js';
import type { SheetRows } from './sheet-rows.js';

/** Rows scanned at once: about as many as a piece holds. */
const ROOM = 1024;

/**
 * Scans rows of a sheet in the memory of a kernel, as far as they are written as most programs write them, into arrays
 * by column. What is found is what `SheetRows` and `RowTaker` find.
 */
export class KernelRows {
  readonly room = ROOM;
  rows = 0;
  blank = 0;
  /** Places in the kernel's memory: see sheet-request.ts. */
  readonly lines: number;
  readonly widths: number;
  readonly filled: number;
  readonly kinds: number;
  readonly cells: number;
  readonly #request: number;
  #blanks = 0;
  #known = -1;

  constructor(
    readonly kernel: Kernel,
    private readonly book: XlsxBook,
    /** The columns wanted, ascending. */
    readonly columns: readonly number[],
  ) {
    const place = kernel.take(request.REQUEST);
    this.#request = place;
    this.lines = kernel.take(ROOM * 4);
    this.widths = kernel.take(ROOM * 4);
    this.filled = kernel.take(ROOM * 4);
    this.kinds = kernel.take(ROOM * columns.length);
    this.cells = kernel.take(ROOM * columns.length * 8);
    const count = columns.length === 0 ? 0 : columns[columns.length - 1]! + 1;
    const wanted = kernel.take(count * 2);
    new Uint16Array(kernel.bytes.buffer, wanted, count).fill(0);
    for (const [index, column] of columns.entries()) new Uint16Array(kernel.bytes.buffer, wanted)[column] = index + 1;
    const dates = kernel.take(book.dates.length);
    kernel.bytes.set(book.dates, dates);
    this.#put(request.ROOM, ROOM);
    this.#put(request.STRINGS, Math.min(book.strings.limit, 2 ** 31 - 1));
    this.#put(request.STYLES, book.dates.length);
    this.#put(request.DATES, dates);
    this.#put(request.COLUMNS, count);
    this.#put(request.WANTED, wanted);
    this.#put(request.PLACES, columns.length);
    this.#put(request.LINES, this.lines);
    this.#put(request.WIDTHS, this.widths);
    this.#put(request.FILLED, this.filled);
    this.#put(request.KINDS, this.kinds);
    this.#put(request.CELLS, this.cells);
  }

  /** Scans rows from `at` on, from where the others left off; where it stopped. */
  scan(at: number, limit: number, sheet: SheetRows, taker: RowTaker): number {
    this.#learn();
    this.#put(request.AT, at);
    this.#put(request.LIMIT, limit);
    this.#put(request.LINE, sheet.line);
    this.#put(request.SCANNED, sheet.cells);
    this.#put(request.LAST_STRING, taker.lastString);
    this.#put(request.LAST_COLUMN, taker.lastStringColumn);
    this.#put(request.LAST_LINE, taker.lastStringLine);
    this.kernel.functions.scanRows(this.#request);
    this.rows = this.#got(request.ROWS);
    this.blank = this.#got(request.BLANK);
    sheet.line = this.#got(request.LINE);
    sheet.cells = this.#got(request.SCANNED);
    taker.lastString = this.#got(request.LAST_STRING);
    taker.lastStringColumn = this.#got(request.LAST_COLUMN);
    taker.lastStringLine = this.#got(request.LAST_LINE);
    return this.#got(request.AT);
  }

  /** Takes over what is known by now of the shared strings. */
  #learn(): void {
    const { known, complete, blanks } = this.book.strings;
    if (known !== this.#known) {
      this.#blanks = this.kernel.take(known);
      this.kernel.bytes.set(blanks.subarray(0, known), this.#blanks);
      this.#known = known;
    }
    this.#put(request.KNOWN, known);
    this.#put(request.COMPLETE, complete ? 1 : 0);
    this.#put(request.BLANKS, this.#blanks);
  }

  #put(field: number, value: number): void {
    this.kernel.ints[(this.#request + field) >> 2] = value;
  }

  #got(field: number): number {
    return this.kernel.ints[(this.#request + field) >> 2]!;
  }
}
