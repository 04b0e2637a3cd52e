import { expectedSpend } from '../models/gamma-gamma.js';
import { cholesky } from '../models/matrix.js';
import type { CustomerRows } from '../models/rows.js';
import type { CustomerSpend } from './customer-spend.js';
import { normals } from './normals.js';
import { sortedSum } from './sorted-sum.js';

const SEED = 20_130_115;

/** What the squares of a customer's spend are made of, in minor units squared. */
interface Squares {
  /** E[mean²]: of the mean of one customer's purchases. */
  readonly between: number;
  /** Mean variance of a single purchase around that mean. */
  readonly within: number;
}

/**
 * Second moments of spend. A purchase is gamma (p, ν) and ν, given x repeat purchases, gamma (q + p x, v + x mean): with
 * Q = q + p x and V = v + x mean, E[1 ÷ ν²] = V² ÷ ((Q − 1)(Q − 2)). For Q ≤ 2 that is infinite: Q − 2 is then taken as
 * 0.1, since no range could be given otherwise. Where the model has no mean, spend counts as known.
 */
export function spendSquares({ fit, x, mean, expected, minorUnits }: CustomerSpend): (customer: number) => Squares {
  const [p, q, v] = fit.parameters.map(({ estimate }) => estimate);
  if (fit.state !== 'converged' || p == null || q == null || v == null) {
    return (customer) => ({ between: expected[customer]! ** 2, within: 0 });
  }
  return (customer) => {
    const Q = q + p * x[customer]!;
    const V = (v + x[customer]! * mean[customer]!) * minorUnits;
    const inverseSquare = (V * V) / ((Q - 1) * Math.max(0.1, Q - 2));
    return { between: p * p * inverseSquare, within: p * inverseSquare };
  };
}

/**
 * Sales at drawn parameters of spend as multiples of those at the estimates: exp of a normal law whose variance is that
 * of the logarithm of the sales, by its slopes in ln p, ln q, ln v (delta rule). All 1 where nothing is known of it.
 */
export function spendDraws(
  spend: CustomerSpend,
  rows: CustomerRows,
  each: Float64Array,
  draws: number,
): readonly number[] {
  const deviation = Math.min(1, logDeviation(spend, rows, each));
  return normals(draws, 1, SEED).map(([z = 0]) => Math.exp(deviation * z - (deviation * deviation) / 2));
}

function logDeviation({ fit, x, mean }: CustomerSpend, rows: CustomerRows, each: Float64Array): number {
  const estimates = fit.parameters.map(({ estimate }) => estimate ?? Number.NaN);
  if (fit.state !== 'converged' || fit.covariance === null) return 0;
  const total = (values: readonly number[]) => {
    const [p = 0, q = 0, v = 0] = values;
    const expected = expectedSpend(p, Math.max(q, 1.001), v);
    return sortedSum(rows.rowOf.length === 0 ? new Float64Array() : salesAt(rows, each, x, mean, expected));
  };
  const step = 1e-4;
  const slopes = estimates.map((value, i) => {
    const moved = (by: number) => total(estimates.map((one, j) => (i === j ? value * Math.exp(by) : one)));
    return (Math.log(moved(step)) - Math.log(moved(-step))) / (2 * step) / value;
  });
  const root = cholesky(fit.covariance);
  if (root === null || slopes.some((slope) => !Number.isFinite(slope))) return 0;
  const along = root.map((_, j) => slopes.reduce((sum, slope, i) => sum + slope * root[i]![j]!, 0));
  return Math.hypot(...along);
}

function salesAt(
  rows: CustomerRows,
  each: Float64Array,
  x: Int32Array,
  mean: Float64Array,
  expected: (x: number, mean: number) => number,
): Float64Array {
  return Float64Array.from(rows.rowOf, (row, customer) => {
    return row < 0 ? 0 : each[row]! * expected(x[customer]!, mean[customer]!);
  });
}
