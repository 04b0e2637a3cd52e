import { coarseRows } from '../models/coarse-rows.js';
import type { Predictions } from '../models/customer-model.js';
import { expectedOf, totalOf } from '../models/forecast-rows.js';
import { type CustomerRows, rowAt } from '../models/rows.js';
import type { CustomerSpend } from './customer-spend.js';
import type { ModelFit } from './forecast-models.js';
import { mixtureRange, type Part, type Range } from './mixture-range.js';
import { normals } from './normals.js';
import { purchaseVariance } from './second-moment.js';
import { sortedSum } from './sorted-sum.js';
import { spendDraws, spendSquares } from './spend-draws.js';

/** A predicted total with its 95 % range. */
export interface Total {
  readonly value: number;
  readonly range: Range;
}

export interface Totals {
  /** Purchases of all customers in the days ahead. */
  readonly purchases: Total;
  /** Sales, minor units; null where no spend could be fitted. */
  readonly sales: Total | null;
}

/** Draws of the parameters; the purchases of each are a normal law, so few are enough. */
const DRAWS = 200;
const SEED = 20_050_215;

/**
 * Purchases and sales of all customers in t, with 95 % ranges "if the shop goes on as in the past". Two uncertainties:
 * of the parameters (drawn from their covariance, weighted by the likelihood; on rounded rows, of which only the ratio to the estimate is used), and
 * of what customers with known parameters happen to do (exact variance per customer, summed; many customers make it a
 * normal law). `rowOf` says which row a customer is of, −1 = none. Linear in the distinct rows.
 */
export function totalsOf(model: ModelFit, rows: CustomerRows, spend: CustomerSpend | null, t: number): Totals {
  const each = expectedOf(model, rows, t);
  const variance = Float64Array.from(rows.x, (_, row) => purchaseVariance(model, t, rowAt(rows, row)));
  const value = totalOf(rows, each);
  const draws = drawsOf(model, rows, t);
  const noise = totalOf(rows, variance);
  const purchases = { value, range: mixtureRange(draws.map((draw) => part(value, noise, draw))) };
  return { purchases, sales: spend === null ? null : salesOf(rows, each, variance, spend, draws) };
}

/** A draw of the parameters: expected purchases as a multiple of those at the estimates, and how much it counts. */
interface Draw {
  readonly ratio: number;
  readonly weight: number;
}

function part(mean: number, variance: number, { ratio, weight }: Draw): Part {
  return { mean: mean * ratio, deviation: Math.sqrt(Math.max(0, variance * ratio)), weight };
}

function drawsOf(model: ModelFit, rows: CustomerRows, t: number): readonly Draw[] {
  const rough = coarseRows(rows);
  const total = (at: Predictions) => totalOf(rough, expectedOf(at, rough, t));
  const base = total(model);
  if (!(base > 0)) return [{ ratio: 1, weight: 1 }];
  const drawn = normals(DRAWS, model.values.length, SEED).map((numbers) => model.draw(numbers));
  const heaviest = Math.max(...drawn.map(({ logWeight }) => logWeight).filter(Number.isFinite));
  const found = drawn.flatMap(({ at, logWeight }): readonly Draw[] => {
    const ratio = total(at) / base;
    const weight = Math.exp(logWeight - heaviest);
    return Number.isFinite(ratio) && weight > 0 ? [{ ratio, weight }] : [];
  });
  return found.length > 0 ? found : [{ ratio: 1, weight: 1 }];
}

/** Var of a customer's sales: E[z²] of his purchases and the variance of their number (law of total variance). */
function salesOf(
  rows: CustomerRows,
  each: Float64Array,
  variance: Float64Array,
  spend: CustomerSpend,
  draws: readonly Draw[],
): Total {
  const sales: number[] = [];
  const noise: number[] = [];
  const squares = spendSquares(spend);
  for (const [customer, row] of rows.rowOf.entries()) {
    if (row < 0) continue;
    const mean = each[row]! * spend.expected[customer]!;
    const purchasesSquared = variance[row]! + each[row]! * each[row]!;
    const { between, within } = squares(customer);
    sales.push(mean);
    noise.push(Math.max(0, within * each[row]! + between * purchasesSquared - mean * mean));
  }
  const value = sortedSum(Float64Array.from(sales));
  const spread = sortedSum(Float64Array.from(noise));
  const factors = spendDraws(spend, rows, each, Math.max(draws.length, DRAWS));
  const parts = factors.map((factor, index) => {
    const { ratio, weight } = draws[index % draws.length]!;
    return part(value, spread, { ratio: ratio * factor, weight });
  });
  return { value, range: mixtureRange(parts) };
}
