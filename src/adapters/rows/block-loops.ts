import type { CodeTranslation } from './code-translation.js';

/** The cells of a column, by row. */
export interface Cells {
  readonly states: Uint8Array;
  readonly values: Int32Array | Float64Array;
}

/**
 * What is done with the columns of a block of rows as wholes. The kernel does it while the rows of a file are few and all
 * else runs unoptimised; without one it is done as well. Arrays that come from here have room for a block.
 */
export interface BlockLoops {
  bytes(): Uint8Array;
  ints(): Int32Array;
  doubles(): Float64Array;
  /** The first `rows` cells where the other functions can use them best: in `own`, or as they are. */
  near(own: Cells, cells: Cells, rows: number): Cells;
  /** Puts cells that are not blank onto others. */
  overlay(cells: Cells, rows: number, onto: Cells): void;
  /** Marks the rows, of the first `rows`, whose cell is bad. */
  markBad(states: Uint8Array, rows: number, marked: Uint8Array): void;
  /** Adds 1 to `counts` for each of the first `rows` cells that holds a value. */
  addValues(states: Uint8Array, rows: number, counts: Uint8Array): void;
  /** The first row from `row` on that holds no value; `rows` if there is none. */
  nextWithoutValue(states: Uint8Array, row: number, rows: number): number;
  /** How many cells from the row `from` to `to` (left out) have `wanted` for the bits of `mask` in their state. */
  count(states: Uint8Array, from: number, to: number, mask: number, wanted: number): number;
  /** The codes or units of cells, NONE where there is no value. */
  wholes(cells: Cells, rows: number, into: Int32Array): void;
  /**
   * Amounts in minor units, NaN where there is no value; how many lost something below the minor unit. `units`: by row, the
   * ten-thousandths of a minor unit.
   */
  minors(cells: Cells, units: Float64Array, rows: number, into: Float64Array): number;
  /** Seconds of the stamps of cells, NaN where there is no value. */
  seconds(cells: Cells, rows: number, into: Float64Array): void;
  /** Puts what the codes of cells mean, from the row `from` to `to` (left out), where there is a value. */
  meanings(cells: Cells, from: number, to: number, meaning: CodeTranslation, into: Uint8Array | Int32Array): void;
  /** Puts the precisions of the stamps of cells where there is a value. */
  precisions(cells: Cells, rows: number, into: Uint8Array): void;
}
