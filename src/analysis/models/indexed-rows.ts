import type { CustomerRows } from './rows.js';

/**
 * Rows as the likelihoods walk them: every different x, every different time and every different (x, time) once, so that
 * logarithms, gamma functions and hypergeometric functions are taken once each. Times are divided by `scale`, the
 * largest T, so that the parameters of every shop have the same size.
 */
export interface IndexedRows {
  readonly scale: number;
  /** Different x, ascending, and the customers who have it. */
  readonly xs: Float64Array;
  readonly weightOfX: Float64Array;
  /** Different times (tx and T together), scaled, ascending. */
  readonly times: Float64Array;
  /** Per row: index into `xs`, and of tx and T into `times`. */
  readonly x: Int32Array;
  readonly tx: Int32Array;
  readonly T: Int32Array;
  readonly weight: Float64Array;
  /** Σ x: purchases after the first, all customers. */
  readonly repeats: number;
  /** Σ T, scaled. */
  readonly exposure: number;
}

/** Indexes the rows. `scale` is the largest T unless given (a rougher copy keeps the scale of its original). */
export function indexedRows(rows: CustomerRows, scale = largest(rows.T)): IndexedRows {
  const xs = distinctOf(rows.x);
  const times = distinctOf(rows.tx, rows.T);
  const x = placesOf(rows.x, xs);
  const weightOfX = new Float64Array(xs.length);
  let repeats = 0;
  let exposure = 0;
  for (let row = 0; row < x.length; row++) {
    weightOfX[x[row]!]! += rows.weight[row]!;
    repeats += rows.weight[row]! * rows.x[row]!;
    exposure += (rows.weight[row]! * rows.T[row]!) / scale;
  }
  return {
    scale,
    xs,
    weightOfX,
    times: times.map((time) => time / scale),
    x,
    tx: placesOf(rows.tx, times),
    T: placesOf(rows.T, times),
    weight: rows.weight,
    repeats,
    exposure,
  };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

function distinctOf(...columns: readonly Float64Array[]): Float64Array {
  const seen = new Set<number>();
  for (const column of columns) for (const value of column) seen.add(value);
  return Float64Array.from(seen).sort();
}

function placesOf(values: Float64Array, distinct: Float64Array): Int32Array {
  const places = new Map<number, number>();
  for (const [place, value] of distinct.entries()) places.set(value, place);
  return Int32Array.from(values, (value) => places.get(value)!);
}
