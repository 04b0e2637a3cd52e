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
 * of the parameters (drawn from their covariance; on rounded rows, of which only the ratio to the estimate is used), and
 * of what customers with known parameters happen to do (exact variance per customer, summed; many customers make it a
 * normal law). `rowOf` says which row a customer is of, −1 = none. Linear in the distinct rows.
 */
export function totalsOf(model: ModelFit, rows: CustomerRows, spend: CustomerSpend | null, t: number): Totals {
  const each = expectedOf(model, rows, t);
  const variance = Float64Array.from(rows.x, (_, row) => purchaseVariance(model, t, rowAt(rows, row)));
  const value = totalOf(rows, each);
  const ratios = ratiosOf(model, rows, t);
  const noise = totalOf(rows, variance);
  const purchases = { value, range: mixtureRange(ratios.map((ratio) => part(value * ratio, noise * ratio))) };
  return { purchases, sales: spend === null ? null : salesOf(rows, each, variance, spend, ratios) };
}

function part(mean: number, variance: number): Part {
  return { mean, deviation: Math.sqrt(Math.max(0, variance)) };
}

/** Expected purchases at drawn parameters, as a multiple of those at the estimates. */
function ratiosOf(model: ModelFit, rows: CustomerRows, t: number): readonly number[] {
  const rough = coarseRows(rows);
  const total = (at: Predictions) => totalOf(rough, expectedOf(at, rough, t));
  const base = total(model);
  if (!(base > 0)) return [1];
  return normals(DRAWS, model.values.length, SEED).map((drawn) => {
    const ratio = total(model.draw(drawn)) / base;
    return Number.isFinite(ratio) ? ratio : 1;
  });
}

/** Var of a customer's sales: E[z²] of his purchases and the variance of their number (law of total variance). */
function salesOf(
  rows: CustomerRows,
  each: Float64Array,
  variance: Float64Array,
  spend: CustomerSpend,
  ratios: readonly number[],
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
  const factors = spendDraws(spend, rows, each, Math.max(ratios.length, DRAWS));
  const parts = factors.map((factor, draw) => {
    const ratio = ratios[draw % ratios.length]! * factor;
    return part(value * ratio, spread * ratio);
  });
  return { value, range: mixtureRange(parts) };
}
