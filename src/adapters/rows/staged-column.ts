import type { KernelCells, NumberPlaces } from '../../kernel/cells.js';
import type { MappedColumn } from '../dialect.js';
import type { CellBlock } from '../read/cell-block.js';

/** What a staged cell is; the low three bits of its state. The last four are cells that hold no usable value. */
export const CELL = 7;
export const BLANK_CELL = 0;
export const VALUE_CELL = 1;
/** A string of the sheet's own table that is not known yet; the value is its index. */
export const PENDING_CELL = 2;
export const UNREADABLE_CELL = 4;
export const AMBIGUOUS_CELL = 5;
/** An id that lost digits. */
export const DAMAGED_CELL = 6;
/** An error of the workbook (`#REF!`). */
export const ERROR_CELL = 7;

/** How a time was written: flags beside a time cell's state. Neither: as text. */
export const SERIAL_FLAG = 8;
export const DATE_FLAG = 16;
/** An id with 16 digits or more that ends in 000. */
export const ROUNDED_FLAG = 32;

/** Rows are staged in blocks of this many, unless strings of a workbook's table must be waited for. */
export const BLOCK = 4096;

/**
 * The cells of one mapped column for the rows of a block, parsed as they come. A bad cell's value is its evidence:
 * length × 4 + what it was (0 text, 1 number, 2 error).
 */
export interface StagedColumn {
  readonly mapped: MappedColumn;
  readonly states: Uint8Array;
  readonly values: Int32Array | Float64Array;
  /** Texts of bad cells by row, kept only when they are to be shown. */
  readonly shown: Map<number, string> | null;
  text(row: number, bytes: Uint8Array, from: number, to: number): void;
  /** The texts of many rows from `first` on; `place`: of the column among the wanted ones. */
  block(first: number, block: CellBlock, place: number): void;
  /** The numbers of many rows from `first` on, if it can take them all at once: whether it has. */
  numbers?(first: number, cells: KernelCells, places: NumberPlaces): boolean;
  number(row: number, value: number, isDate: boolean): void;
  pending(row: number, index: number): void;
  error(row: number, code: string): void;
  /** Makes all values final: texts may be looked up in batches. To be called before anyone looks at the rows. */
  settle?(): void;
  /** Whether two of its values are the same; where it is not there, they are if they are equal. */
  isSame?(one: number, other: number): boolean;
  /** Room for at least this many rows. */
  grow(rows: number): void;
  clear(): void;
}

/** Whether the cell holds nothing usable and is not blank either. */
export function isBad(state: number): boolean {
  return (state & CELL) >= UNREADABLE_CELL;
}

/** Evidence of a bad cell. */
export function evidence(length: number, kind: 'text' | 'number' | 'error'): number {
  return length * 4 + (kind === 'text' ? 0 : kind === 'number' ? 1 : 2);
}

/** `text, 11 characters`: all that is said of a bad cell unless its value may be shown. */
export function evidenceText(value: number): string {
  const length = Math.floor(value / 4);
  const kind = ['text', 'number', 'error'][value % 4] ?? 'text';
  return `${kind}, ${length} ${length === 1 ? 'character' : 'characters'}`;
}
