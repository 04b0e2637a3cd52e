import type { AnyModelId } from '../models/customer-model.js';
import { purchasesWhileAlive } from '../models/purchases-while-alive.js';
import type { Row } from '../models/rows.js';
import type { ModelFit } from './forecast-models.js';

/** E[N² | alive at T], N the purchases in (T, T + t]; t in the unit of the parameters. */
type SecondMoment = (t: number, row: Row) => number;

/** Sums of more terms are replaced by the law without dropout. */
const MOST_TERMS = 3000;

/**
 * Variance of the purchases of one customer in (T, T + t], the parameters taken as known: P(alive) · E[N² | alive] −
 * (P(alive) · E[N | alive])². Own derivation from the models' posterior laws, in which purchase rate and dropout are
 * independent given that the customer is alive.
 */
export function purchaseVariance(model: ModelFit, t: number, row: Row): number {
  const alive = model.pAlive(row);
  const mean = alive * model.whileAlive(t, row);
  return Math.max(0, alive * secondMoments[model.model](model)(t, row) - mean * mean);
}

const secondMoments: Readonly<Record<AnyModelId, (model: ModelFit) => SecondMoment>> = {
  'bg-nbd':
    ({ values: [r = 0, alpha = 1, a = 1, b = 1] }) =>
    (t, row) =>
      betaGeometric(t / (alpha + row.T), r + row.x, a, b + row.x),
  'mbg-nbd':
    ({ values: [r = 0, alpha = 1, a = 1, b = 1] }) =>
    (t, row) =>
      betaGeometric(t / (alpha + row.T), r + row.x, a, b + row.x + 1),
  'pareto-nbd':
    ({ values: [r = 0, alpha = 1, s = 1, beta = 1] }) =>
    (t, row) =>
      pareto(t, r + row.x, alpha + row.T, s, beta + row.T),
  'mbg-cnbd-k': regular,
};

/** With k phases: the variance as if purchases were random at the same rate (an upper bound), around the exact mean. */
function regular(model: ModelFit): SecondMoment {
  const [k = 1, r = 0, alpha = 1, a = 1, b = 1] = model.values;
  return (t, row) => {
    const slow = k * (alpha + row.T);
    const shape = r + k * row.x;
    const random = purchasesWhileAlive(t, shape, slow, a, b + row.x + 1);
    const mean = model.whileAlive(t, row);
    return betaGeometric(t / slow, shape, a, b + row.x + 1) - random * random + mean * mean;
  };
}

/**
 * Of n events of a negative binomial (shape r, mean r y) the j-th is a purchase if the customer stayed j − 1 times:
 * Σₙ P(n) Σ_{j ≤ n} (2j − 1) E[(1 − p)^{j − 1}], p ~ beta (a, b).
 */
function betaGeometric(y: number, r: number, a: number, b: number): number {
  if (y <= 0) return 0;
  const spread = r * y + 10 * Math.sqrt(r * y * (1 + y)) + 40 * (1 + y);
  if (spread > MOST_TERMS || r * Math.log1p(y) > 600) return r * y + r * (r + 1) * y * y;
  const z = y / (1 + y);
  let probability = Math.exp(-r * Math.log1p(y));
  let stays = 1;
  let squares = 0;
  let sum = 0;
  for (let n = 0; n < 4 * MOST_TERMS; n++) {
    probability *= (z * (r + n)) / (n + 1);
    squares += (2 * n + 1) * stays;
    stays *= (b + n) / (a + b + n);
    const term = probability * squares;
    sum += term;
    if (n > r * y && term < 1e-12 * sum) break;
  }
  return sum;
}

/** N is Poisson(λ L), L the time alive within t: E[λ] E[L] + E[λ²] E[L²], S(u) = (β ÷ (β + u))ˢ the chance to be alive. */
function pareto(t: number, r: number, alpha: number, s: number, beta: number): number {
  const log = Math.log1p(t / beta);
  const once = beta * powerIntegral(1 - s, log);
  const twice = log < 1e-4 ? t * t : 2 * beta * beta * (powerIntegral(2 - s, log) - powerIntegral(1 - s, log));
  return (r / alpha) * once + ((r * (r + 1)) / (alpha * alpha)) * twice;
}

/** ∫₀ʷ e^{k u} du. */
function powerIntegral(k: number, w: number): number {
  return Math.abs(k * w) < 1e-12 ? w : Math.expm1(k * w) / k;
}
