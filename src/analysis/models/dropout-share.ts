import { betaExpectation } from './beta-expectation.js';
import { hypergeometric } from './hypergeometric.js';

/** Between 1/30 and 30 the power series is cheaper than quadrature. */
const NEAR = 30;

/** Beyond, the hypergeometric function is exact up to this p + s; further out quadrature takes over. */
const MOST_SHAPE = 49;

/**
 * E[μ ÷ (λ + μ)] for λ from a gamma distribution (shape p, rate 1) and μ from one (shape s, rate w): how likely the
 * next event is the customer's end and not a purchase. The A₀ of the Pareto/NBD in better clothes:
 * s ÷ (p + s) · ₂F₁(1, p; p + s + 1; 1 − w), between 0 and 1 (Euler's transformation of Fader & Hardie 2005, "A note on
 * deriving the Pareto/NBD model", whose form changes where α < β; this one does not).
 */
export function dropoutShare(p: number, s: number, w: number): number {
  if ((w >= 1 / NEAR && w <= NEAR) || p + s < MOST_SHAPE) return (s / (p + s)) * hypergeometric(1, p, p + s + 1, 1 - w);
  return betaExpectation(s, p, w, (V, rest) => V / (w * rest + V)).value;
}

/**
 * The share with its derivatives in p, s and w, written to `found` as [share, by p, by s, by w]. Near w = 1 term by
 * term: the derivative of a term is the term times a running sum of reciprocals. Further out by quadrature.
 */
export function dropoutShareSlopes(p: number, s: number, w: number, found: Float64Array): void {
  if (w < 1 / NEAR || w > NEAR) {
    byQuadrature(p, s, w, found);
    return;
  }
  const swapped = w > 1;
  const above = swapped ? s + 1 : p;
  const below = p + s + 1;
  const z = swapped ? 1 - 1 / w : 1 - w;
  let [term, sum, sumN, sumAbove, sumBelow, risen, fallen] = [1, 1, 0, 0, 0, 0, 0];
  for (let n = 0; term > 1e-17 * sum; n++) {
    risen += 1 / (above + n);
    fallen += 1 / (below + n);
    term *= ((above + n) / (below + n)) * z;
    sum += term;
    sumN += (n + 1) * term;
    sumAbove += risen * term;
    sumBelow += fallen * term;
  }
  const front = s / (p + s) / (swapped ? w : 1);
  const share = front * sum;
  found[0] = share;
  found[1] = -share / (p + s) + front * ((swapped ? 0 : sumAbove) - sumBelow);
  found[2] = (share * p) / (s * (p + s)) + front * ((swapped ? sumAbove : 0) - sumBelow);
  found[3] = swapped ? (front * (sumN / (z * w) - sum)) / w : z === 0 ? (-front * above) / below : (-front * sumN) / z;
}

/** The same by quadrature; the slope in w from the differential equation of the hypergeometric function. */
function byQuadrature(p: number, s: number, w: number, found: Float64Array): void {
  const { value, byA, byB } = betaExpectation(s, p, w, (V, rest) => V / (w * rest + V));
  found[0] = value;
  found[1] = byB;
  found[2] = byA;
  found[3] = ((s + p * w) * value - s) / (w * (1 - w));
}
