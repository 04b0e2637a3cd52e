import type { IndexedRows } from './indexed-rows.js';
import type { Likelihood, Parameters } from './likelihood.js';
import { digammaRising, logRising } from './rising.js';
import { waiting } from './waiting.js';

/** Which of the beta-geometric models: BG/NBD is 0 and 1, MBG/NBD 1 and 1, MBG/CNBD-k 1 and k. */
export interface BetaGeometricShape {
  /** 0: nobody leaves before the second purchase. 1: some leave after the first. */
  readonly atStart: 0 | 1;
  /** Erlang phases between purchases: 1 is purely random, more is more regular. */
  readonly k: number;
}

/**
 * Log-likelihood of the beta-geometric models, parameters r, alpha, a, b, and its derivatives in their logarithms. Per
 * row, with n = x + atStart, p = r + k x and S the `waiting` sum (1 where k = 1):
 * ln Γ(p) ÷ Γ(r) − k x ln α − p ln(1 + T ÷ α) + ln B(a, b + n) ÷ B(a, b)
 * + ln[S + a ÷ (b + n − 1) · ((α + T) ÷ (α + tx))ᵖ], the last term only where n > 0. For k > 1 without the constant
 * (k − 1) Σ ln(gaps) − Σ x ln Γ(k). Source: Fader, Hardie & Lee 2005, eq. 6; Batislam, Denizel & Filiztekin 2007, appendix A;
 * Platzer & Reutterer 2016, appendix. One exponential and one logarithm a distinct row.
 */
export function betaGeometricLikelihood(rows: IndexedRows, shape: BetaGeometricShape): Likelihood {
  const { atStart, k } = shape;
  const logs = new Float64Array(rows.times.length);
  const shares = new Float64Array(rows.times.length);
  const leavers = new Float64Array(rows.xs.length);
  const logOdds = new Float64Array(rows.xs.length);
  const wait = { sum: 1, byP: 0, byZ: 0 };

  return (parameters, gradient) => {
    const [r, alpha, a, b] = parameters;
    for (let place = 0; place < logs.length; place++) {
      logs[place] = Math.log1p(rows.times[place]! / alpha);
      shares[place] = rows.times[place]! / (alpha + rows.times[place]!);
    }
    for (let place = 0; place < leavers.length; place++) {
      const n = rows.xs[place]! + atStart;
      logOdds[place] = n > 0 ? Math.log(a / (b + n - 1)) : Number.NEGATIVE_INFINITY;
      leavers[place] = 0;
    }
    let [value, byR, byAlpha] = [0, 0, 0];
    for (let row = 0; row < rows.x.length; row++) {
      const [place, tx, T, weight] = [rows.x[row]!, rows.tx[row]!, rows.T[row]!, rows.weight[row]!];
      const p = r + k * rows.xs[place]!;
      const gap = logs[T]! - logs[tx]!;
      if (k > 1) waiting(k, p, (rows.times[T]! - rows.times[tx]!) / (alpha + rows.times[T]!), wait);
      const logLeft = logOdds[place]! + p * gap;
      const odds = Math.exp(logLeft) / wait.sum;
      const left = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
      const alive = (1 - left) / wait.sum;
      value += weight * ((left === 1 ? logLeft : logOfSum(odds, wait.sum)) - p * logs[T]!);
      byR += weight * (left * gap - logs[T]! + alive * wait.byP);
      byAlpha += weight * (p * (shares[T]! + left * (shares[tx]! - shares[T]!)) - alive * wait.byZ * (1 - shares[T]!));
      leavers[place]! += weight * left;
    }
    return value + addTermsOfX(rows, shape, parameters, leavers, byR, byAlpha, gradient);
  };
}

/** ln(S (1 + odds)). */
function logOfSum(odds: number, sum: number): number {
  return sum === 1 ? Math.log1p(odds) : Math.log1p(odds) + Math.log(sum);
}

/** What depends on x alone, once per different x; writes the gradient in log r, log alpha, log a, log b. */
function addTermsOfX(
  rows: IndexedRows,
  { atStart, k }: BetaGeometricShape,
  [r, alpha, a, b]: Parameters,
  leavers: Float64Array,
  byR: number,
  byAlpha: number,
  gradient: Float64Array,
): number {
  let value = -k * rows.repeats * Math.log(alpha);
  let [slopeR, slopeA, slopeB] = [byR, 0, 0];
  for (const [place, x] of rows.xs.entries()) {
    const n = x + atStart;
    const weight = rows.weightOfX[place]!;
    const all = digammaRising(a + b, n);
    value += weight * (logRising(r, k * x) + logRising(b, n) - logRising(a + b, n));
    slopeR += weight * digammaRising(r, k * x);
    slopeA += leavers[place]! / a - weight * all;
    slopeB += weight * (digammaRising(b, n) - all) - (n > 0 ? leavers[place]! / (b + n - 1) : 0);
  }
  gradient[0] = r * slopeR;
  gradient[1] = byAlpha - k * rows.repeats;
  gradient[2] = a * slopeA;
  gradient[3] = b * slopeB;
  return value;
}
