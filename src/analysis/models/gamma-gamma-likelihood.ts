import type { Likelihood } from './likelihood.js';
import { logBeta } from './log-beta.js';
import { digammaRising } from './rising.js';

/** Customers with equal (x, mean) together; means divided by the mean of all. */
export interface SpendRows {
  /** Different x, ascending, and the customers who have it. */
  readonly xs: Float64Array;
  readonly weightOfX: Float64Array;
  /** Per row: index into `xs`, mean spend, customers. */
  readonly x: Int32Array;
  readonly mean: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Log-likelihood of the Gamma-Gamma model, parameters p, q, v, and its derivatives in their logarithms. Per customer
 * with x repeat purchases of mean z:
 * −ln B(p x, q) − ln z − p x ln(1 + v ÷ (x z)) − q ln(1 + x z ÷ v).
 * Source: Fader & Hardie 2013, "The gamma-gamma model of monetary value", sorted so that nothing large cancels.
 */
export function gammaGammaLikelihood(rows: SpendRows): Likelihood {
  const logMeans = rows.mean.reduce((sum, mean, row) => sum + rows.weight[row]! * Math.log(mean), 0);
  return ([p, q, v], gradient) => {
    let [value, byP, byQ, byV] = [-logMeans, 0, 0, 0];
    for (const [place, x] of rows.xs.entries()) {
      const weight = rows.weightOfX[place]!;
      value -= weight * logBeta(p * x, q);
      byP += weight * x * digammaRising(p * x, q);
      byQ += weight * digammaRising(q, p * x);
    }
    for (let row = 0; row < rows.x.length; row++) {
      const x = rows.xs[rows.x[row]!]!;
      const weight = rows.weight[row]!;
      const odds = (x * rows.mean[row]!) / v;
      const below = Math.log1p(1 / odds);
      const above = Math.log1p(odds);
      value -= weight * (p * x * below + q * above);
      byP -= weight * x * below;
      byQ -= weight * above;
      byV += (weight * (q * odds - p * x)) / (1 + odds);
    }
    gradient[0] = p * byP;
    gradient[1] = q * byQ;
    gradient[2] = byV;
    return value;
  };
}
