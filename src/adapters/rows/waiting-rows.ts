import type { PendingStrings } from './pending-strings.js';
import type { RowProblem } from './row-stager.js';
import { BLANK_CELL, BLOCK, CELL, PENDING_CELL, type StagedColumn } from './staged-column.js';

/** Of as many cells as a block has, or more, all blank. */
const NOTHING = new Uint8Array(BLOCK);

/** A block of rows set aside: its lines, widths and problems, and the staged cells column by column. */
interface WaitingBlock {
  readonly rows: number;
  readonly lines: Int32Array;
  readonly cells: Int32Array;
  readonly problems: ReadonlyMap<number, RowProblem>;
  /** Null where all cells of a column are blank. */
  readonly columns: readonly (WaitingCells | null)[];
}

interface WaitingCells {
  readonly states: Uint8Array;
  readonly values: Int32Array | Float64Array;
  readonly shown: ReadonlyMap<number, string> | null;
}

/** Rows that wait for the strings of their workbook, in blocks; each block is let go as soon as it is complete. */
export class WaitingRows {
  #blocks: (WaitingBlock | null)[] = [];

  constructor(private readonly columns: readonly StagedColumn[]) {}

  /** Sets a block aside, as copies. */
  add(rows: number, lines: Int32Array, cells: Int32Array, problems: ReadonlyMap<number, RowProblem>): void {
    this.#blocks.push({
      rows,
      lines: lines.slice(0, rows),
      cells: cells.slice(0, rows),
      problems: new Map(problems),
      columns: this.columns.map((column) => waitingCells(column, rows)),
    });
  }

  /** Puts block after block back into the columns, its strings resolved. */
  *complete(strings: PendingStrings): Generator<Pick<WaitingBlock, 'rows' | 'lines' | 'cells' | 'problems'>> {
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index]!;
      this.#blocks[index] = null;
      for (const [place, column] of this.columns.entries()) {
        const cells = block.columns[place];
        if (cells === null || cells === undefined) continue;
        const { states, values, shown } = cells;
        column.grow(Math.max(BLOCK, block.rows));
        column.states.set(states);
        column.values.set(values);
        for (const [row, text] of shown ?? []) column.shown?.set(row, text);
        strings.fill(column, block.rows);
      }
      yield block;
    }
    this.#blocks = [];
  }
}

/** A copy of a column's cells; indexes of strings, as most are, take 4 bytes each. */
function waitingCells({ states, values, shown }: StagedColumn, rows: number): WaitingCells | null {
  const own = states.slice(0, rows);
  if (Buffer.compare(own, NOTHING.subarray(0, rows)) === 0) return null;
  return {
    states: own,
    values:
      !(values instanceof Int32Array) && arePending(own)
        ? Int32Array.from(values.subarray(0, rows))
        : values.slice(0, rows),
    shown: shown === null ? null : new Map(shown),
  };
}

/** Whether nothing is known yet of any cell. */
function arePending(states: Uint8Array): boolean {
  return states.every((state) => (state & CELL) === BLANK_CELL || (state & CELL) === PENDING_CELL);
}
