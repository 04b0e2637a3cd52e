import gammaln from '@stdlib/math-base-special-gammaln';
import { purchasesWhileAlive } from './purchases-while-alive.js';
import { logRising } from './rising.js';

/** A sum of more terms than this is left to the purely random case. */
const MOST_TERMS = 20_000;

/** Terms this many times smaller than the largest (e⁻⁴⁵) do not count. */
const NEGLIGIBLE = 45;

/**
 * Expected purchases in a time t by a customer alive at its start, with k Erlang phases between purchases: what
 * `purchasesWhileAlive` is for k = 1. p and alpha describe the phase rate at that moment, z = (T − tx) ÷ (α + T) the
 * wait so far. j phases have passed since the last purchase with weight (p)ⱼ ÷ j! · zʲ, j < k; then the phase rate is
 * gamma with shape p + j, m further phases have a negative binomial chance, and ⌊(m + j) ÷ k⌋ of them are events. Exact,
 * where Platzer & Reutterer 2016 approximate; only where the sum is longer than 20,000 terms (a horizon thousands of
 * times the customer's age) the phases are taken for a k-th of an event each.
 */
export function regularPurchases(
  k: number,
  t: number,
  p: number,
  alpha: number,
  a: number,
  b: number,
  z: number,
): number {
  if (t <= 0) return 0;
  const y = t / alpha;
  if (p * y + 12 * Math.sqrt((p + k) * y * (1 + y)) + 45 * (1 + y) > MOST_TERMS) {
    return purchasesWhileAlive(t, p, alpha * k, a, b);
  }
  let weight = 1;
  let whole = 0;
  let sum = 0;
  for (let j = 0; j < k; j++) {
    if (j > 0) weight *= ((p + j - 1) / j) * z;
    whole += weight;
    if (weight > 0) sum += weight * fromPhase(k, j, y, p + j, a, b);
  }
  return sum / whole;
}

/** The same, given that j phases have passed: Σₘ P(M = m) · expected purchases among ⌊(m + j) ÷ k⌋ events. */
function fromPhase(k: number, j: number, y: number, shape: number, a: number, b: number): number {
  const share = y / (1 + y);
  const mode = Math.max(0, Math.floor((shape - 1) * y));
  const peak = logProbability(mode, shape, y, share);
  let [log, first] = [peak, mode];
  while (first > 0 && log > peak - NEGLIGIBLE) {
    log -= Math.log(((shape + first - 1) / first) * share);
    first--;
  }
  let probability = Math.exp(logProbability(first, shape, y, share));
  let [events, stays, purchases, sum] = [0, 1, 0, 0];
  for (let m = first; ; m++) {
    for (; events < Math.floor((m + j) / k); events++) {
      purchases += stays;
      stays *= (b + events) / (a + b + events);
    }
    const term = probability * purchases;
    sum += term;
    const ratio = ((shape + m) / (m + 1)) * share;
    if (m > mode + k && ratio < 1 && probability * (purchases + k) * ratio < 1e-15 * sum * (1 - ratio) ** 2) return sum;
    probability *= ratio;
    if (probability === 0 && m > mode) return sum;
  }
}

function logProbability(m: number, shape: number, y: number, share: number): number {
  return logRising(shape, m) - gammaln(m + 1) - shape * Math.log1p(y) + m * Math.log(share);
}
