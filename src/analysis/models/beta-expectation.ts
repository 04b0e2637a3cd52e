/** A weight this many times smaller than the largest (e⁻⁴⁰) no longer counts. */
const NEGLIGIBLE = 40;

/** Beyond this distance in log-odds a function of V no longer changes, its own scale aside. */
const FLAT = 32;

/** E[g(V)] and its derivatives in a and b. */
export interface BetaExpectation {
  readonly value: number;
  readonly byA: number;
  readonly byB: number;
}

/**
 * E[g(V)] for V from a beta distribution with parameters a and b, by the trapezoidal rule over the log-odds
 * v = ln(V ÷ (1 − V)): there the integrand is analytic and falls exponentially on both sides, and the rule is exact to
 * rounding. g receives V and 1 − V. It must be smooth, and constant where the odds are e³² times from `scale`, so
 * that the long tails of a tiny a or b are added as geometric sums. The weights are normalised by their own sum.
 * The derivatives are the covariances of g with ln V and ln(1 − V).
 * Source: Trefethen & Weideman 2014, "The exponentially convergent trapezoidal rule", §5.
 */
export function betaExpectation(a: number, b: number, scale: number, g: Function01): BetaExpectation {
  const edge = FLAT + Math.log1p(a + b);
  const sums = { g: 0, whole: 0, logV: 0, logRest: 0, logVg: 0, logRestG: 0 };
  addSide(-1, a, b, Math.min(0, Math.log(scale)) - edge, g, sums);
  addSide(1, a, b, Math.max(0, Math.log(scale)) + edge, g, sums);
  const value = sums.g / sums.whole;
  return {
    value,
    byA: (sums.logVg - value * sums.logV) / sums.whole,
    byB: (sums.logRestG - value * sums.logRest) / sums.whole,
  };
}

/** A function of V and 1 − V, both given so that neither loses its digits. */
export type Function01 = (V: number, rest: number) => number;

interface Sums {
  g: number;
  whole: number;
  logV: number;
  logRest: number;
  logVg: number;
  logRestG: number;
}

/** The nodes from the mode (counted on the upper side) out to where weights vanish, or g no longer changes. */
function addSide(direction: -1 | 1, a: number, b: number, flatFrom: number, g: Function01, sums: Sums): void {
  const step = Math.min(0.25, 0.5 / Math.sqrt(1 + (a * b) / (a + b)));
  const mode = Math.log(a / b);
  const peak = -a * Math.log1p(b / a) - b * Math.log1p(a / b);
  for (let n = direction < 0 ? 1 : 0; ; n++) {
    const v = mode + direction * n * step;
    const small = Math.exp(-Math.abs(v));
    const near = -Math.log1p(small);
    const logV = v > 0 ? near : near + v;
    const logRest = v > 0 ? near - v : near;
    const high = 1 / (1 + small);
    const low = small * high;
    const log = a * logV + b * logRest - peak;
    const value = v > 0 ? g(high, low) : g(low, high);
    const last = v * direction > flatFrom * direction;
    add(sums, last ? direction : 0, direction < 0 ? step * a : step * b, Math.exp(log), value, logV, logRest, step);
    if (last || log < -NEGLIGIBLE) return;
  }
}

/** Adds a node, and on the last of a side (`tail` −1 or 1) the geometric sum of all nodes beyond it. */
function add(
  sums: Sums,
  tail: -1 | 0 | 1,
  decay: number,
  weight: number,
  value: number,
  logV: number,
  logRest: number,
  step: number,
): void {
  const kept = tail === 0 ? 1 : -Math.expm1(-decay);
  const whole = weight / kept;
  const beyond = (-step * whole * (1 - kept)) / kept;
  const weightV = whole * logV + (tail < 0 ? beyond : 0);
  const weightRest = whole * logRest + (tail > 0 ? beyond : 0);
  sums.g += whole * value;
  sums.whole += whole;
  sums.logV += weightV;
  sums.logRest += weightRest;
  sums.logVg += weightV * value;
  sums.logRestG += weightRest * value;
}
