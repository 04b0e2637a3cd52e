import gammaln from '@stdlib/math-base-special-gammaln';
import { logRising, stirling } from './rising.js';

const HALF_LOG_TWO_PI = 0.918_938_533_204_672_7;

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b); a, b > 0. Exact also where both are large (10⁶ and more): there the
 * three Stirling series are subtracted by hand. Source: Abramowitz & Stegun 6.2.2, 6.1.41.
 */
export function logBeta(a: number, b: number): number {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (low < 10) return gammaln(low) - logRising(high, low);
  const leading = -(low - 0.5) * Math.log1p(high / low) - high * Math.log1p(low / high) - 0.5 * Math.log(high);
  return leading + HALF_LOG_TWO_PI + stirling(low) + stirling(high) - stirling(low + high);
}
