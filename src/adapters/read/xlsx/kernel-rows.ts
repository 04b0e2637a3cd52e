import * as request from '../../../kernel/assembly/sheet-request.js';
import { KernelCells } from '../../../kernel/cells.js';
import type { Kernel } from '../../../kernel/kernel.js';
import type { XlsxBook } from './open-xlsx.js';
import type { RowTaker } from './row-taker.js';
import type { SheetRows } from './sheet-rows.js';
import type { StringTable } from './string-table.js';

/** Rows scanned at once: about as many as a piece holds. */
const ROOM = 1024;
const INT = 4;
const DOUBLE = 8;

/**
 * Scans rows of a sheet in the memory of a kernel, as far as they are written as most programs write them, into arrays
 * by column. What is found is what `SheetRows` and `RowTaker` find.
 */
export class KernelRows {
  rows = 0;
  blank = 0;
  /** The row it stopped at is written otherwise than most. */
  unusual = false;
  readonly room = ROOM;
  readonly texts: KernelCells;
  /** Places in the kernel's memory: see sheet-request.ts. */
  readonly lines: number;
  readonly widths: number;
  readonly filled: number;
  readonly kinds: number;
  readonly cells: number;
  readonly starts: number;
  readonly ends: number;
  readonly indexes: number;
  readonly masks: number;
  readonly #request: number;
  #blanks = 0;
  #known = 0;

  constructor(
    readonly kernel: Kernel,
    readonly book: XlsxBook,
    /** The columns wanted, ascending. */
    readonly columns: readonly number[],
    table: StringTable | null,
  ) {
    const places = columns.length;
    this.#request = kernel.take(request.REQUEST);
    this.lines = this.#taken(request.LINES, ROOM * INT);
    this.widths = this.#taken(request.WIDTHS, ROOM * INT);
    this.filled = this.#taken(request.FILLED, ROOM * INT);
    this.kinds = this.#taken(request.KINDS, ROOM * places);
    this.cells = this.#taken(request.CELLS, ROOM * places * DOUBLE);
    this.starts = this.#taken(request.STARTS, ROOM * places * INT);
    this.ends = this.#taken(request.ENDS, ROOM * places * INT);
    this.indexes = this.#taken(request.INDEXES, ROOM * places * INT);
    this.masks = this.#taken(request.MASKS, places * INT);
    this.texts = new KernelCells(kernel, ROOM, null);
    const { dates, strings } = book;
    const count = (columns[places - 1] ?? -1) + 1;
    const wanted = this.#taken(request.WANTED, count * 2);
    for (let column = 0; column < count; column++) {
      kernel.bytes.set([(columns.indexOf(column) + 1) & 255, (columns.indexOf(column) + 1) >> 8], wanted + column * 2);
    }
    kernel.bytes.set(dates, this.#taken(request.DATES, dates.length));
    this.#put(request.ROOM, ROOM);
    this.#put(request.SPANS, table?.spans ?? 0);
    this.#put(request.STRINGS, Math.min(strings.limit, 2 ** 31 - 1));
    this.#put(request.STYLES, dates.length);
    this.#put(request.COLUMNS, count);
    this.#put(request.PLACES, places);
  }

  /**
   * Scans up to `room` rows from `at` on, a place in the kernel's memory, from where the others left off; where it
   * stopped.
   */
  scan(at: number, limit: number, room: number, sheet: SheetRows, taker: RowTaker): number {
    this.#learn();
    this.#put(request.AT, at);
    this.#put(request.LIMIT, limit);
    this.#put(request.MOST, Math.min(room, ROOM));
    this.#put(request.LINE, sheet.line);
    this.#put(request.SCANNED, sheet.cells);
    this.#put(request.LAST_STRING, taker.lastString);
    this.#put(request.LAST_COLUMN, taker.lastStringColumn);
    this.#put(request.LAST_LINE, taker.lastStringLine);
    this.unusual = this.kernel.functions.scanRows(this.#request) === request.UNUSUAL;
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

  #taken(field: number, length: number): number {
    const place = this.kernel.take(length);
    this.#put(field, place);
    return place;
  }

  #put(field: number, value: number): void {
    this.kernel.ints[(this.#request + field) / INT] = value;
  }

  #got(field: number): number {
    return this.kernel.ints[(this.#request + field) / INT]!;
  }
}
