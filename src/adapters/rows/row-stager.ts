import type { CellBlock, OtherCells } from '../read/cell-block.js';
import type { CellSink, ReaderProblem } from '../read/sheet.js';
import { PendingStrings } from './pending-strings.js';
import { BLANK_CELL, BLOCK, type StagedColumn } from './staged-column.js';
import { WaitingRows } from './waiting-rows.js';

/** A problem of the row itself, not of a cell: what a reader found, or a row as wide as no row should be. */
export type RowProblem = ReaderProblem | 'row-too-short' | 'row-too-long';

/** The rows of a block, ready to be written: their lines, widths and problems, and the staged cells. */
export interface RowBlock {
  readonly rows: number;
  readonly lines: Int32Array;
  /** How many cells each row has. */
  readonly cells: Int32Array;
  readonly problems: ReadonlyMap<number, RowProblem>;
}

/**
 * Takes the cells of a sheet and hands them on in blocks of rows. Cells that are strings of the workbook's own table
 * are known only after the last row; from the first of them on the rows wait until then.
 */
export class RowStager implements CellSink {
  #row = 0;
  #skip: number;
  #waiting = false;
  readonly #lines = new Int32Array(BLOCK);
  readonly #cells = new Int32Array(BLOCK);
  readonly #problems = new Map<number, RowProblem>();
  readonly #byPosition: (StagedColumn | undefined)[] = [];
  /** Place of a column among the columns, by its position in the sheet. */
  readonly #places: number[] = [];
  readonly #strings: PendingStrings;
  readonly #waitingRows: WaitingRows;

  constructor(
    private readonly columns: readonly StagedColumn[],
    /** Cells a row must have, and the most it may have content in; 0 and Infinity: any. */
    private readonly least: number,
    private readonly most: number,
    private readonly onBlock: (block: RowBlock) => void,
    /** Rows up to and including the header: they hold no orders. */
    skipRows: number,
  ) {
    this.#skip = skipRows;
    for (const [place, column] of columns.entries()) {
      this.#byPosition[column.mapped.position] = column;
      this.#places[column.mapped.position] = place;
    }
    this.#strings = new PendingStrings(columns);
    this.#waitingRows = new WaitingRows(columns);
  }

  text(column: number, bytes: Uint8Array, from: number, to: number): void {
    if (this.#skip === 0) this.#byPosition[column]?.text(this.#row, bytes, from, to);
  }

  number(column: number, value: number, isDate: boolean): void {
    if (this.#skip === 0) this.#byPosition[column]?.number(this.#row, value, isDate);
  }

  shared(column: number, index: number): void {
    if (this.#skip > 0) return;
    this.#waiting = true;
    const staged = this.#byPosition[column];
    if (staged === undefined) return;
    staged.pending(this.#row, index);
    this.#strings.claim(index, this.#places[column]!);
  }

  /** Where no row waits, nobody asked: the string stands in the header. */
  string(index: number, bytes: Uint8Array, from: number, to: number): void {
    if (!this.#waiting) return;
    if (this.#row > 0) this.#setAside();
    this.#strings.arrive(index, bytes, from, to);
  }

  owners(): Uint8Array {
    return this.#strings.owners;
  }

  stringBlock(place: number, indexes: Int32Array, block: CellBlock): void {
    if (!this.#waiting) return;
    if (this.#row > 0) this.#setAside();
    this.#strings.arriveMany(place, indexes, block);
  }

  blank(_column: number): void {}

  error(column: number, code: string): void {
    if (this.#skip === 0) this.#byPosition[column]?.error(this.#row, code);
  }

  endRow(line: number, cells: number, filled: number): void {
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    this.#checkWidth(this.#row, cells, filled);
    this.#end(line, cells);
  }

  badRow(line: number, problem: ReaderProblem): void {
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    for (const { states } of this.columns) states[this.#row] = BLANK_CELL;
    this.#problems.set(this.#row, problem);
    this.#end(line, 0);
  }

  room(): number {
    return this.#skip > 0 ? 0 : BLOCK - this.#row;
  }

  block(block: CellBlock): void {
    const first = this.#row;
    for (let place = 0; place < this.columns.length; place++) {
      if (block.others === undefined) this.columns[place]!.block(first, block, place);
      else this.#mixed(first, block, block.others, place);
    }
    this.#lines.set(block.lines, first);
    this.#cells.set(block.widths, first);
    if (this.least > 0 || this.most !== Number.POSITIVE_INFINITY) this.#checkWidths(first, block);
    this.#row += block.rows;
    if (this.#row === BLOCK) this.#whole();
  }

  #mixed(first: number, block: CellBlock, others: OtherCells, place: number): void {
    const column = this.columns[place]!;
    if (others.hasTexts(place)) column.block(first, block, place);
    const indexes = others.shared(place);
    if (indexes !== null) {
      this.#waiting = true;
      this.#strings.claimMany(indexes, place, first);
    }
    const numbers = others.numbers(place);
    if (numbers === null || column.numbers?.(first, block.cells, numbers) !== true) others.each(place, first, column);
  }

  /** Hands on what is left, once the sheet's strings are known. */
  finish(): void {
    if (!this.#waiting) {
      this.#flush();
      return;
    }
    if (this.#row > 0) this.#setAside();
    this.#strings.settle();
    for (const block of this.#waitingRows.complete(this.#strings)) {
      this.#settle();
      this.onBlock(block);
      for (const column of this.columns) column.clear();
    }
  }

  #checkWidths(first: number, { rows, widths, filled }: CellBlock): void {
    for (let row = 0; row < rows; row++) this.#checkWidth(first + row, widths[row]!, filled[row]!);
  }

  #checkWidth(row: number, cells: number, filled: number): void {
    if (cells < this.least) this.#problems.set(row, 'row-too-short');
    else if (filled > this.most) this.#problems.set(row, 'row-too-long');
  }

  #end(line: number, cells: number): void {
    this.#lines[this.#row] = line;
    this.#cells[this.#row] = cells;
    this.#row++;
    if (this.#row === BLOCK) this.#whole();
  }

  #whole(): void {
    if (this.#waiting) this.#setAside();
    else this.#flush();
  }

  #setAside(): void {
    this.#settle();
    this.#waitingRows.add(this.#row, this.#lines, this.#cells, this.#problems);
    this.#clear();
  }

  #flush(): void {
    if (this.#row === 0) return;
    this.#settle();
    this.onBlock({ rows: this.#row, lines: this.#lines, cells: this.#cells, problems: this.#problems });
    this.#clear();
  }

  #settle(): void {
    for (const column of this.columns) column.settle?.();
  }

  #clear(): void {
    for (const column of this.columns) column.clear();
    this.#problems.clear();
    this.#row = 0;
  }
}
