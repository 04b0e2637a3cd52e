import type { CellSink, ReaderProblem } from '../read/sheet.js';
import { BLANK_CELL, BLOCK, CELL, PENDING_CELL, type StagedColumn } from './staged-column.js';

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
  #lines = new Int32Array(BLOCK);
  #cells = new Int32Array(BLOCK);
  readonly #problems = new Map<number, RowProblem>();
  readonly #byPosition: (StagedColumn | undefined)[] = [];
  #arena = new Uint8Array(1024);
  #arenaUsed = 0;
  readonly #starts = new Map<number, number>();
  readonly #lengths = new Map<number, number>();

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
    for (const column of columns) this.#byPosition[column.mapped.position] = column;
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
    this.#byPosition[column]?.pending(this.#row, index);
  }

  string(index: number, bytes: Uint8Array, from: number, to: number): void {
    const end = this.#arenaUsed + to - from;
    if (end > this.#arena.length) {
      const arena = new Uint8Array(Math.max(end, this.#arena.length * 2));
      arena.set(this.#arena.subarray(0, this.#arenaUsed));
      this.#arena = arena;
    }
    this.#arena.set(bytes.subarray(from, to), this.#arenaUsed);
    this.#starts.set(index, this.#arenaUsed);
    this.#lengths.set(index, to - from);
    this.#arenaUsed = end;
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
    if (cells < this.least) this.#problems.set(this.#row, 'row-too-short');
    else if (filled > this.most) this.#problems.set(this.#row, 'row-too-long');
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

  /** Hands on what is left, once the sheet's strings are known. */
  finish(): void {
    if (this.#waiting) for (const column of this.columns) this.#resolve(column);
    this.#flush();
  }

  #end(line: number, cells: number): void {
    this.#lines[this.#row] = line;
    this.#cells[this.#row] = cells;
    this.#row++;
    if (this.#row < this.#lines.length) return;
    if (this.#waiting) this.#grow(this.#row * 2);
    else this.#flush();
  }

  #grow(rows: number): void {
    const lines = new Int32Array(rows);
    lines.set(this.#lines);
    this.#lines = lines;
    const cells = new Int32Array(rows);
    cells.set(this.#cells);
    this.#cells = cells;
    for (const column of this.columns) column.grow(rows);
  }

  #resolve(column: StagedColumn): void {
    for (let row = 0; row < this.#row; row++) {
      if ((column.states[row]! & CELL) !== PENDING_CELL) continue;
      const index = column.values[row]!;
      const start = this.#starts.get(index) ?? 0;
      column.states[row] = BLANK_CELL;
      column.text(row, this.#arena, start, start + (this.#lengths.get(index) ?? 0));
    }
  }

  #flush(): void {
    if (this.#row === 0) return;
    this.onBlock({ rows: this.#row, lines: this.#lines, cells: this.#cells, problems: this.#problems });
    for (const column of this.columns) column.clear();
    this.#problems.clear();
    this.#row = 0;
  }
}
