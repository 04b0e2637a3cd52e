/** Above this the power series at 0 is left for Taylor steps towards 1. */
const SERIES_TO = 0.9;

/** Where the Taylor steps start: as far from the singular point 0 as from 1. */
const MIDDLE = 0.5;

/** For larger c the Taylor steps lose digits; there the power series converges soon enough. */
const STEPS_TO = 50;

const EXACT = 1e-17;
const MOST_TERMS = 1_000_000;

/**
 * The Gaussian hypergeometric function ₂F₁(a, b; c; z) for real a, b, c > 0 and z < 1.
 * z < 0: Pfaff's transformation into (0, 1), on the parameter that stays positive. 0 ≤ z ≤ 0.9: the power series, after
 * Euler's transformation where that makes its terms smaller. z > 0.9: the differential equation is followed from ½ by
 * Taylor steps that each halve the distance to 1, about 55 terms a step; unlike the connection formula this has no
 * special cases where c − a − b is nearly whole. Not for parameters so large that the value itself leaves the range of
 * a double (10³ and more together): the models sum such cases otherwise.
 * Source: Abramowitz & Stegun 15.1.1, 15.3.3–15.3.5, 15.5.1.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (z < 0) return pfaff(a, b, c, z);
  if (c - a > 0 && c - b > 0 && c < a + b) return (1 - z) ** (c - a - b) * positive(c - a, c - b, c, z);
  return positive(a, b, c, z);
}

function pfaff(a: number, b: number, c: number, z: number): number {
  const inside = z / (z - 1);
  if (c >= b) return (1 - z) ** -a * positive(a, c - b, c, inside);
  return (1 - z) ** -b * positive(c - a, b, c, inside);
}

function positive(a: number, b: number, c: number, z: number): number {
  return z <= SERIES_TO || c > STEPS_TO ? series(a, b, c, z) : steps(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    if (ratio < 1 && Math.abs(term) < EXACT * Math.abs(sum) * (1 - ratio)) break;
  }
  return sum;
}

function steps(a: number, b: number, c: number, z: number): number {
  let at = MIDDLE;
  let value = series(a, b, c, at);
  let slope = ((a * b) / c) * series(a + 1, b + 1, c + 1, at);
  while (at < z) {
    const step = Math.min((1 - at) / 2, z - at);
    [value, slope] = taylor(a, b, c, at, step, value, slope);
    at = step === z - at ? z : at + step;
  }
  return value;
}

/** Value and slope one step further: the coefficients follow each other by the differential equation, z = at + h. */
function taylor(
  a: number,
  b: number,
  c: number,
  at: number,
  step: number,
  value: number,
  slope: number,
): [value: number, slope: number] {
  const width = at * (1 - at);
  let last = value;
  let term = slope * step;
  let sum = value + term;
  let slopes = term;
  for (let n = 0; n < MOST_TERMS; n++) {
    const first = (n + a) * (n + b) * last * step * step;
    const second = (n + 1) * (n * (1 - 2 * at) + c - (a + b + 1) * at) * term * step;
    last = term;
    term = (first - second) / ((n + 2) * (n + 1) * width);
    sum += term;
    slopes += (n + 2) * term;
    if (n > 20 && Math.abs((n + 2) * term) < EXACT * Math.abs(slopes)) break;
  }
  return [sum, slopes / step];
}
