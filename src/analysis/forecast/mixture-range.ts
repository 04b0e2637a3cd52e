/** Two ends of an interval. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** One normal law of a mixture. */
export interface Part {
  readonly mean: number;
  readonly deviation: number;
  /** How much it counts among the others; above 0. */
  readonly weight: number;
}

/** The middle 95 % of a mixture of normal laws, cut at 0. No part at all is a bug. */
export function mixtureRange(parts: readonly Part[]): Range {
  return { low: Math.max(0, mixtureQuantile(parts, 0.025)), high: Math.max(0, mixtureQuantile(parts, 0.975)) };
}

function mixtureQuantile(parts: readonly Part[], p: number): number {
  let low = Math.min(...parts.map(({ mean, deviation }) => mean - 8 * deviation));
  let high = Math.max(...parts.map(({ mean, deviation }) => mean + 8 * deviation));
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < 60 && high > low; step++) {
    const middle = (low + high) / 2;
    let below = 0;
    for (const { mean, deviation, weight } of parts)
      below += weight * (deviation > 0 ? normalShare((middle - mean) / deviation) : Number(mean <= middle));
    if (below < p * whole) low = middle;
    else high = middle;
  }
  return high;
}

/** Φ(z), to 1.5e−7: Abramowitz & Stegun 1964, 7.1.26. */
function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (series * Math.exp(-x * x)) / 2;
  return z > 0 ? 1 - tail : tail;
}
