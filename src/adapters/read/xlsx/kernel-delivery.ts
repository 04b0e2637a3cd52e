import type { CellSink } from '../sheet.js';
import { numberAt, truthAt } from './cell-value.js';
import type { KernelRows } from './kernel-rows.js';
import type { XlsxBook } from './open-xlsx.js';
import { RowCells, rowCell } from './row-cells.js';
import { deliver, type UsedStrings } from './row-delivery.js';
import type { RowTaker } from './row-taker.js';
import type { SheetRows } from './sheet-rows.js';

/** Numbers that are not written in plain digits: what stands in the kernel's memory is where they are written. */
const RAW = 10;
const RAW_DATE = 11;

/** Hands on the rows a kernel scanned, one after another. */
export class KernelDelivery {
  readonly #cells: RowCells;

  constructor(
    private readonly rows: KernelRows,
    private readonly book: XlsxBook,
    private readonly sink: CellSink,
    private readonly used: UsedStrings,
  ) {
    this.#cells = new RowCells(rows.columns.length);
  }

  /** All memory of the kernel, as it is by now: it may have grown. */
  get bytes(): Uint8Array {
    return this.rows.kernel.bytes;
  }

  /** Takes rows from `at` on as far as the kernel understands them; where it stopped. */
  take(at: number, limit: number, sheet: SheetRows, taker: RowTaker, count: { rows: number; blank: number }): number {
    const { rows } = this;
    const stopped = rows.scan(at, limit, sheet, taker);
    count.rows += rows.rows;
    count.blank += rows.blank;
    this.#deliver();
    return stopped;
  }

  #deliver(): void {
    const { rows } = this;
    const { kernel, lines, widths, filled } = rows;
    for (let row = 0; row < rows.rows; row++) {
      const { ints } = kernel;
      this.#take(row);
      deliver(this.#cells, kernel.bytes, this.sink, this.used);
      this.sink.endRow(ints[(lines >> 2) + row]!, ints[(widths >> 2) + row]!, ints[(filled >> 2) + row]!);
    }
  }

  #take(row: number): void {
    const cells = this.#cells;
    const { kernel, columns, room, kinds } = this.rows;
    const { bytes, ints, doubles } = kernel;
    cells.count = 0;
    for (let place = 0; place < columns.length; place++) {
      const kind = bytes[kinds + place * room + row]!;
      if (kind === rowCell.blank) continue;
      const at = (this.rows.cells >> 3) + place * room + row;
      const column = columns[place]!;
      const from = ints[at * 2]!;
      const to = ints[at * 2 + 1]!;
      switch (kind) {
        case rowCell.number:
          cells.add(column, kind, 0, 0, doubles[at]!);
          break;
        case rowCell.date:
          cells.add(column, kind, 0, 0, doubles[at]! + this.book.dayShift);
          break;
        case rowCell.shared:
          cells.add(column, kind, 0, 0, from);
          break;
        case rowCell.truth:
          cells.add(column, kind, 0, 0, truthAt(bytes, from, to));
          break;
        case RAW:
        case RAW_DATE:
          this.#number(column, kind === RAW_DATE, numberAt(bytes, from, to));
          break;
        default:
          cells.add(column, kind, from, to, 0);
      }
    }
  }

  #number(column: number, isDate: boolean, value: number): void {
    if (!Number.isFinite(value)) this.#cells.add(column, rowCell.error, 0, 0, 0);
    else if (isDate) this.#cells.add(column, rowCell.date, 0, 0, value + this.book.dayShift);
    else this.#cells.add(column, rowCell.number, 0, 0, value);
  }
}
