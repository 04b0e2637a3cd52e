import { isConstant } from '../../util/is-constant.js';
import { isAll, pickedBytes, pickedCodes, pickedFloats } from '../merge/picked.js';

type Column = Int32Array | Float64Array | Uint8Array;

/**
 * Picks columns in the sequence of the table. Columns that say the same everywhere, and the same column twice, are one;
 * where the sequence is that of the columns they are not copied.
 */
export class ColumnPicker {
  readonly #picked = new WeakMap<Column, Column>();
  readonly #constantCodes = new Map<number, Int32Array>();
  readonly #constantFloats = new Map<number, Float64Array>();
  readonly #isAll: boolean;

  /** `size`: of the columns. */
  constructor(
    readonly rows: Int32Array,
    size: number,
  ) {
    this.#isAll = isAll(rows, size);
  }

  codes(column: Int32Array): Int32Array {
    const known = this.#known(column);
    if (known !== undefined) return known;
    return this.#keep(column, isConstant(column) ? this.constant(column[0] ?? 0) : pickedCodes(column, this.rows));
  }

  floats(column: Float64Array): Float64Array {
    const known = this.#known(column);
    if (known !== undefined) return known;
    return this.#keep(
      column,
      isConstant(column) ? this.constantFloat(column[0] ?? 0) : pickedFloats(column, this.rows),
    );
  }

  bytes(column: Uint8Array): Uint8Array {
    const known = this.#known(column);
    if (known !== undefined) return known;
    return this.#keep(
      column,
      isConstant(column) ? new Uint8Array(this.rows.length).fill(column[0] ?? 0) : pickedBytes(column, this.rows),
    );
  }

  /** As `codes`, to be picked, and the column to be made, when asked for. */
  codesLater(column: () => Int32Array): () => Int32Array {
    return () => this.codes(column());
  }

  /** As `floats`, likewise. */
  floatsLater(column: Float64Array): () => Float64Array {
    return () => this.floats(column);
  }

  /** As `bytes`, likewise. */
  bytesLater(column: Uint8Array): () => Uint8Array {
    return () => this.bytes(column);
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

  #known<Own extends Column>(column: Own): Own | undefined {
    return this.#isAll && column.length === this.rows.length ? column : (this.#picked.get(column) as Own | undefined);
  }

  #keep<Own extends Column>(column: Own, picked: Own): Own {
    this.#picked.set(column, picked);
    return picked;
  }
}
