import type { MappedColumn } from '../dialect.js';
import type { CellBlock } from '../read/cell-block.js';
import type { CellBytes } from '../values/cell-bytes.js';
import { eachCell } from './block-cells.js';
import { isTotalsLabel } from './passed-over.js';
import { BLANK_CELL, BLOCK, PENDING_CELL, type StagedColumn, VALUE_CELL } from './staged-column.js';

/** The first column where it is no field: only whether its cell says that the row is a total or a footer. */
export class LabelColumn implements StagedColumn {
  states = new Uint8Array(BLOCK);
  values = new Int32Array(BLOCK);
  readonly shown = null;

  constructor(
    readonly mapped: MappedColumn,
    private readonly cell: CellBytes,
  ) {}

  text(row: number, bytes: Uint8Array, from: number, to: number): void {
    if (to - from > 120 || isNumber(bytes, from, to)) return;
    if (isTotalsLabel(this.cell.text(bytes, from, to))) this.states[row] = VALUE_CELL;
  }

  block(first: number, block: CellBlock, place: number): void {
    eachCell(block, place, (row, bytes, from, to) => this.text(first + row, bytes, from, to));
  }

  number(): void {}

  pending(row: number, index: number): void {
    this.states[row] = PENDING_CELL;
    this.values[row] = index;
  }

  error(): void {}

  grow(rows: number): void {
    if (rows <= this.states.length) return;
    const states = new Uint8Array(Math.max(rows, this.states.length * 2));
    const values = new Int32Array(states.length);
    states.set(this.states);
    values.set(this.values);
    this.states = states;
    this.values = values;
  }

  clear(): void {
    this.states.fill(BLANK_CELL);
  }
}

function isNumber(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! > 0x39) return false;
  return true;
}
