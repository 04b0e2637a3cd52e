import { isConstant } from '../../util/is-constant.js';
import { pickedCodes, pickedFloats } from '../merge/picked.js';

/** Picks columns in the sequence of the table. Columns that say the same everywhere, and the same column twice, are one. */
export class ColumnPicker {
  readonly #picked = new Map<Int32Array | Float64Array, Int32Array | Float64Array>();
  readonly #constantCodes = new Map<number, Int32Array>();
  readonly #constantFloats = new Map<number, Float64Array>();

  constructor(readonly rows: Int32Array) {}

  codes(column: Int32Array): Int32Array {
    if (isConstant(column)) return this.constant(column[0] ?? 0);
    const picked = (this.#picked.get(column) as Int32Array | undefined) ?? pickedCodes(column, this.rows);
    this.#picked.set(column, picked);
    return picked;
  }

  floats(column: Float64Array): Float64Array {
    if (isConstant(column)) return this.constantFloat(column[0] ?? 0);
    const picked = (this.#picked.get(column) as Float64Array | undefined) ?? pickedFloats(column, this.rows);
    this.#picked.set(column, picked);
    return picked;
  }

  /** A column of one code. */
  constant(code: number): Int32Array {
    const column = this.#constantCodes.get(code) ?? new Int32Array(this.rows.length).fill(code);
    this.#constantCodes.set(code, column);
    return column;
  }

  /** A column of one number, which may be NaN. */
  constantFloat(value: number): Float64Array {
    const column = this.#constantFloats.get(value) ?? new Float64Array(this.rows.length).fill(value);
    this.#constantFloats.set(value, column);
    return column;
  }
}
