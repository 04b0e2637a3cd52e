import { betaExpectation } from './beta-expectation.js';

/** A sum of more terms than this, or one that starts below the smallest double, is left to quadrature. */
const MOST_TERMS = 3000;
const SMALLEST_LOG = 600;

/**
 * Expected purchases in a time t by a customer alive at its start, in the beta-geometric models: purchase rate gamma
 * (shape r, rate alpha), chance to leave after a purchase beta (a, b), all as they stand at that moment.
 * Papers: (a + b − 1) ÷ (a − 1) · [1 − (α ÷ (α + t))ʳ ₂F₁(r, b; a + b − 1; t ÷ (α + t))], Fader, Hardie & Lee 2005 eq. 9,
 * which is 0 ÷ 0 at a = 1, loses all digits where hardly anybody leaves, and overflows for customers with a thousand
 * purchases. The same number as a sum of positive terms: of n events of a negative binomial, the j-th is a purchase if
 * the customer stayed j − 1 times, Σₙ P(N = n) Σ_{j ≤ n} E[(1 − p)^{j − 1}]. Where that sum is long, E over p of
 * (1 − (1 + p t ÷ α)⁻ʳ) ÷ p by quadrature. Unit of t and alpha alike; 0 at t = 0.
 */
export function purchasesWhileAlive(t: number, r: number, alpha: number, a: number, b: number): number {
  if (t <= 0) return 0;
  const y = t / alpha;
  const spread = r * y + 10 * Math.sqrt(r * y * (1 + y)) + 40 * (1 + y);
  if (spread > MOST_TERMS || r * Math.log1p(y) > SMALLEST_LOG) return byQuadrature(y, r, a, b);
  return bySum(y, r, a, b);
}

function bySum(y: number, r: number, a: number, b: number): number {
  const z = y / (1 + y);
  let probability = Math.exp(-r * Math.log1p(y));
  let stays = 1;
  let purchases = 0;
  let sum = 0;
  for (let n = 0; ; n++) {
    const ratio = (z * (r + n)) / (n + 1);
    probability *= ratio;
    purchases += stays;
    stays *= (b + n) / (a + b + n);
    const term = probability * purchases;
    sum += term;
    const next = ratio * (1 + 1 / (n + 1));
    if (next < 1 && term * next < 1e-16 * sum * (1 - next)) return sum;
  }
}

function byQuadrature(y: number, r: number, a: number, b: number): number {
  const purchases = (p: number) => (p < 1e-300 ? r * y : -Math.expm1(-r * Math.log1p(p * y)) / p);
  return betaExpectation(a, b, 1 / (1 + (r + 1) * y), purchases).value;
}
