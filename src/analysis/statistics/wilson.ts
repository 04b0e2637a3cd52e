/** The two-sided 95 % point of the normal distribution. */
export const Z95 = 1.959964;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % score interval of a rate of `count` among `n` units that were each counted once; null for n = 0.
 * Never leaves 0–1; exactly 0 below for none of n, exactly 1 above for all of n.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilson(count: number, n: number): Interval | null {
  if (n === 0) return null;
  const rate = count / n;
  const z2 = Z95 * Z95;
  const centre = rate + z2 / (2 * n);
  const spread = Z95 * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    low: count === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: count === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
