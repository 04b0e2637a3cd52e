import { hasContent } from '../content.js';
import { MAX_COLUMNS } from '../sheet-limits.js';
import { cellForm } from './cell-place.js';
import { type CellScanner, cellType } from './cell-scanner.js';
import { itemAt, showsContent, textAt } from './cell-text.js';
import { numberAt, serialOfDate, truthAt } from './cell-value.js';
import type { XlsxBook } from './open-xlsx.js';
import { RowCells, rowCell } from './row-cells.js';

/** Takes the cells of one row after another: the wanted ones are kept, the others only looked at for content. */
export class RowTaker {
  readonly cells: RowCells;
  /** 1 + column of the last cell that holds a value, and of the last cell with content. */
  width = 0;
  filled = 0;
  /** Holds something that has content for sure. */
  certain = false;
  /** Holds a string of which nothing is known yet. */
  unknown = false;
  /** The largest index of a string met so far, and where. */
  lastString = -1;
  lastStringColumn = 0;
  lastStringLine = 0;
  readonly #wanted = new Uint8Array(MAX_COLUMNS);

  /** `wanted`: positions of the columns asked for; null: all. */
  constructor(
    private readonly book: XlsxBook,
    wanted: readonly number[] | null,
  ) {
    let columns = 0;
    if (wanted === null) {
      this.#wanted.fill(1);
      columns = MAX_COLUMNS;
    }
    for (const column of wanted ?? []) {
      if (column >= MAX_COLUMNS) continue;
      this.#wanted[column] = 1;
      columns++;
    }
    this.cells = new RowCells(columns);
  }

  begin(): void {
    this.cells.count = 0;
    this.width = 0;
    this.filled = 0;
    this.certain = false;
    this.unknown = false;
  }

  /** Takes the cell scanned last; false where it points at a string that cannot be there. */
  take(cell: CellScanner, bytes: Uint8Array, line: number): boolean {
    const { column, type, form, from, to } = cell;
    const wanted = this.#wanted[column] === 1;
    if (form === cellForm.none) {
      this.#takeEmpty(cell, wanted);
      return true;
    }
    if (column >= this.width) this.width = column + 1;
    if (type === cellType.shared) {
      return this.#takeShared(cell.integer >= 0 ? cell.integer : numberAt(bytes, from, to), column, line, wanted);
    }
    if (type === cellType.text || type === cellType.inline) {
      const rich = form === cellForm.rich;
      const kind = rich ? rowCell.rich : cell.literal && to > from ? rowCell.literal : rowCell.text;
      if (wanted) this.cells.add(column, kind, from, to, 0);
      if (!(rich ? hasContent(itemAt(bytes, from, to)) : showsContent(bytes, from, to))) return true;
    } else if (wanted) this.#takeValue(cell, bytes);
    this.certain = true;
    if (column >= this.filled) this.filled = column + 1;
    return true;
  }

  #takeValue({ column, type, style, from, to, integer }: CellScanner, bytes: Uint8Array): void {
    const { cells, book } = this;
    if (type === cellType.number) {
      const value = integer >= 0 ? integer : numberAt(bytes, from, to);
      if (!Number.isFinite(value)) cells.add(column, rowCell.error, 0, 0, 0);
      else if (book.dates[style] === 1) cells.add(column, rowCell.date, 0, 0, value + book.dayShift);
      else cells.add(column, rowCell.number, 0, 0, value);
    } else if (type === cellType.truth) {
      cells.add(column, rowCell.truth, 0, 0, truthAt(bytes, from, to));
    } else if (type === cellType.error) cells.add(column, rowCell.error, from, to, 0);
    else {
      const serial = serialOfDate(textAt(bytes, from, to));
      cells.add(column, Number.isNaN(serial) ? rowCell.text : rowCell.date, from, to, serial);
    }
  }

  /** A cell without value: nothing, unless a formula should have given one. */
  #takeEmpty({ column, type, formula }: CellScanner, wanted: boolean): void {
    const uncached = formula && type !== cellType.text;
    if ((uncached || type > cellType.shared) && column >= this.width) this.width = column + 1;
    if (!uncached) return;
    if (wanted) this.cells.add(column, rowCell.uncached, 0, 0, 0);
    this.certain = true;
    if (column >= this.filled) this.filled = column + 1;
  }

  #takeShared(index: number, column: number, line: number, wanted: boolean): boolean {
    const { strings } = this.book;
    if (!(index >= 0 && index < strings.limit) || !Number.isInteger(index)) return false;
    if (index > this.lastString) {
      this.lastString = index;
      this.lastStringColumn = column;
      this.lastStringLine = line;
    }
    if (wanted) this.cells.add(column, rowCell.shared, 0, 0, index);
    const content = strings.hasContent(index);
    if (content === null) this.unknown = true;
    else if (content) this.certain = true;
    if (content !== false && column >= this.filled) this.filled = column + 1;
    return true;
  }
}
