/** Below this the asymptotic series of Stirling is not yet exact to the last digit. */
const ASYMPTOTIC = 10;

/** Up to this many whole steps the product is both the fastest and the most exact form. */
const PRODUCT = 16;

/**
 * ln Γ(a + n) − ln Γ(a), the logarithm of the rising factorial (a)ₙ; a > 0, n ≥ 0, n need not be whole.
 * Never the difference of two large numbers: at a = 10⁶ two log-gammas of 10⁷ would leave nine digits. Small whole n
 * multiply; otherwise Stirling's series, its leading terms subtracted by hand, after shifting a above 10 with
 * Γ(a + 1) = a Γ(a). Source: Abramowitz & Stegun 6.1.15, 6.1.41.
 */
export function logRising(a: number, n: number): number {
  if (n <= PRODUCT && Number.isInteger(n)) return logProduct(a, n);
  let shifted = a;
  let shift = 0;
  for (; shifted < ASYMPTOTIC; shifted++) shift += Math.log1p(n / shifted);
  const high = shifted + n;
  const leading = (shifted - 0.5) * Math.log1p(n / shifted) + n * Math.log(high) - n;
  return leading + stirling(high) - stirling(shifted) - shift;
}

/** ψ(a + n) − ψ(a), the derivative of `logRising` in a: as exact, by the same means. Abramowitz & Stegun 6.3.5, 6.3.18. */
export function digammaRising(a: number, n: number): number {
  if (n <= PRODUCT && Number.isInteger(n)) return reciprocals(a, n);
  let shifted = a;
  let shift = 0;
  for (; shifted < ASYMPTOTIC; shifted++) shift += n / (shifted * (shifted + n));
  const high = shifted + n;
  return Math.log1p(n / shifted) + digammaTail(high) - digammaTail(shifted) + shift;
}

/** What Stirling's formula lacks: ln Γ(z) − (z − ½) ln z + z − ½ ln 2π, for z ≥ 10. */
export function stirling(z: number): number {
  const y = 1 / (z * z);
  const high = 1 / 1188 + y * (-691 / 360360 + y / 156);
  return (1 / 12 + y * (-1 / 360 + y * (1 / 1260 + y * (-1 / 1680 + y * high)))) / z;
}

/** ψ(z) − ln z, for z ≥ 10. */
function digammaTail(z: number): number {
  const y = 1 / (z * z);
  const high = 1 / 240 + y * (-1 / 132 + y * (691 / 32760 - y / 12));
  return -0.5 / z + y * (-1 / 12 + y * (1 / 120 + y * (-1 / 252 + y * high)));
}

function logProduct(a: number, n: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.log(a + k);
  return sum;
}

function reciprocals(a: number, n: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += 1 / (a + k);
  return sum;
}
