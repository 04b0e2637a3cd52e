import { CrmError } from '../../../errors.js';
import type { Kernel } from '../../../kernel/kernel.js';
import type { Window } from '../csv/window.js';
import type { CellSink } from '../sheet.js';
import { KernelDelivery } from './kernel-delivery.js';
import { KernelRows } from './kernel-rows.js';
import type { XlsxBook } from './open-xlsx.js';
import { deliver, UsedStrings } from './row-delivery.js';
import { RowTaker } from './row-taker.js';
import { SheetRows } from './sheet-rows.js';
import { sheetStart } from './sheet-start.js';
import type { StringTable } from './string-table.js';
import { afterElement } from './xml-elements.js';

const LESS = 60;
const SLASH = 47;
const EXCLAMATION = 33;

/** Walks the bytes of a sheet part and hands its rows to a sink. */
export class SheetWalk {
  state: 'before' | 'rows' | 'after' = 'before';
  readonly count = { rows: 0, bad: 0, blank: 0 };
  readonly used = new UsedStrings();
  /** Stopped before a row of which nobody can tell whether it has content until all strings are known. */
  stalled = false;
  readonly #taker: RowTaker;
  #rows: SheetRows;
  #quick: KernelDelivery | null = null;
  #prefix = '';
  #rowEnd = Buffer.from('</row>');

  constructor(
    private readonly book: XlsxBook,
    private readonly sheet: string,
    columns: readonly number[] | null,
    private readonly sink: CellSink,
    private readonly isDone: () => boolean,
    kernel: Kernel | null = null,
    /** The strings of the book, where they are at hand. */
    private readonly table: StringTable | null = null,
  ) {
    this.#taker = new RowTaker(book, columns);
    this.#rows = new SheetRows(book.source.name, sheet, 0, this.#taker);
    if (kernel !== null && columns !== null && takesBlocks(sink)) {
      this.#quick = new KernelDelivery(new KernelRows(kernel, book, columns, table), sink);
    }
  }

  /** Takes all whole rows; the position of what is left. `final`: nothing follows. */
  take(window: Window, start: number, final: boolean): number {
    const { bytes, end } = window;
    let at = start;
    if (this.state === 'before') at = this.#begin(bytes, start, end);
    if (this.state === 'rows') at = this.#takeRows(window, at, final ? end : this.#lastRowEnd(bytes, at, end));
    if (final && this.state !== 'after' && !this.stalled) throw this.#damaged();
    return at;
  }

  /** Throws when a string is used that is not among so many. */
  checkStrings(count: number): void {
    const { lastString, lastStringColumn, lastStringLine } = this.#taker;
    if (lastString >= count) throw this.#rows.lostString(lastStringColumn, lastStringLine);
  }

  get lastString(): number {
    return this.#taker.lastString;
  }

  #begin(bytes: Uint8Array, start: number, end: number): number {
    const found = sheetStart(bytes, start, end);
    if (found === 'damaged') throw this.#damaged();
    if (found === null) return start;
    this.#prefix = found.prefix;
    this.#rowEnd = Buffer.from(`</${found.prefix}row>`, 'latin1');
    this.#rows = new SheetRows(this.book.source.name, this.sheet, found.prefix.length, this.#taker);
    if (found.prefix !== '') this.#quick = null;
    this.state = found.empty ? 'after' : 'rows';
    return found.at;
  }

  #lastRowEnd(bytes: Uint8Array, start: number, end: number): number {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
    const found = text.lastIndexOf(this.#rowEnd);
    return found < 0 ? start : start + found + this.#rowEnd.length;
  }

  #takeRows(window: Window, start: number, limit: number): number {
    let { bytes } = window;
    const { end } = window;
    this.stalled = false;
    const closing = `</${this.#prefix}sheetData`;
    let at = start;
    while (!this.isDone()) {
      while (at < end && bytes[at]! <= 32) at++;
      if (at + closing.length > end) return at;
      if (bytes[at] !== LESS) throw this.#damaged();
      if (bytes[at + 1] === SLASH) {
        if (!isAt(bytes, at, closing)) throw this.#damaged();
        this.state = 'after';
        return at;
      }
      if (at >= limit) return at;
      if (bytes[at + 1] === EXCLAMATION) {
        at = afterElement(bytes, at, limit);
        if (at < 0) throw this.#damaged();
        continue;
      }
      if (!isAt(bytes, at, `<${this.#prefix}row`)) throw this.#damaged();
      const stopped = this.#quick?.take(window, at, limit, this.#rows, this.#taker, this.count) ?? at;
      bytes = window.bytes;
      if (stopped > at) {
        at = stopped;
        continue;
      }
      const line = this.#rows.line;
      const next = this.#rows.scan(bytes, at, limit);
      if (this.#taker.unknown && !this.#taker.certain) {
        this.#rows.back(line);
        this.stalled = true;
        return at;
      }
      this.#end(bytes);
      at = next;
    }
    this.state = 'after';
    return at;
  }

  #end(bytes: Uint8Array): void {
    const { cells, width, filled } = this.#taker;
    if (filled === 0) {
      if (width > 0) this.count.blank++;
      return;
    }
    deliver(cells, bytes, this.sink, this.table ?? this.used);
    this.sink.endRow(this.#rows.line, width, filled);
    this.count.rows++;
  }

  #damaged(): CrmError {
    return new CrmError('workbook-damaged', this.book.source.name);
  }
}

function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Whether a sink takes many rows at once. */
export function takesBlocks(sink: CellSink): sink is Required<CellSink> {
  return sink.block !== undefined && sink.room !== undefined && sink.owners !== undefined;
}
