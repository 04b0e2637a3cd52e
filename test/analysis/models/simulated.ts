import type { CustomerTimes } from '../../../src/analysis/models/rows.js';
import { Random } from '../../../src/util/random.js';

/** Customers simulated from a model itself, first purchases spread over the first `spread` days of `days`. */
export interface Simulation {
  readonly customers: number;
  readonly days: number;
  readonly spread: number;
  readonly seed: number;
}

export type Process = 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd';

/** Customers of MBG/CNBD-k (α and λ of a phase), with the sum of the logarithms of their gaps. */
export function simulatedRegular(
  k: number,
  [r, alpha, a, b]: readonly [number, number, number, number],
  { customers, days, spread, seed }: Simulation,
): { x: number[]; tx: number[]; T: number[]; logGaps: number; later: number } {
  const found = { x: [] as number[], tx: [] as number[], T: [] as number[], logGaps: 0, later: 0 };
  for (let customer = 0; customer < customers; customer++) {
    const random = new Random(seed, customer);
    const T = days - random.unit() * spread;
    const rate = gamma(r, random) / alpha;
    const one = gamma(a, random);
    const share = one / (one + gamma(b, random));
    let [time, last, x] = [0, 0, 0];
    while (!random.chance(share)) {
      const gap = gamma(k, random) / rate;
      time += gap;
      if (time > 2 * T) break;
      if (time > T) {
        found.later++;
        continue;
      }
      found.logGaps += Math.log(gap);
      last = time;
      x++;
    }
    found.x.push(x);
    found.tx.push(last);
    found.T.push(T);
  }
  return found;
}

/**
 * Times are continuous, in days, unless `whole`; then purchases of a day are one. `seenTo`: the same customers at an
 * earlier day.
 */
export function simulated(
  process: Process,
  parameters: readonly [number, number, number, number],
  { customers, days, spread, seed }: Simulation,
  whole = false,
  seenTo = days,
): CustomerTimes {
  const x: number[] = [];
  const tx: number[] = [];
  const T: number[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const random = new Random(seed, customer);
    const observed = days - (whole ? random.below(spread) : random.unit() * spread);
    const known = observed - (days - seenTo);
    const times = purchases(process, parameters, observed, random).filter((time) => time <= known);
    const seen = whole ? [...new Set(times.map(Math.floor))].filter((day) => day > 0) : times;
    x.push(seen.length);
    tx.push(seen.at(-1) ?? 0);
    T.push(known);
  }
  return { x, tx, T };
}

function purchases(
  process: Process,
  [r, alpha, third, fourth]: readonly [number, number, number, number],
  observed: number,
  random: Random,
): number[] {
  const rate = gamma(r, random) / alpha;
  const one = gamma(third, random);
  const share = one / (one + gamma(fourth, random));
  const end = process === 'pareto-nbd' ? random.exponential() / (one / fourth) : Number.POSITIVE_INFINITY;
  const times: number[] = [];
  if (process === 'mbg-nbd' && random.chance(share)) return times;
  for (let time = random.exponential() / rate; time < Math.min(observed, end); time += random.exponential() / rate) {
    times.push(time);
    if (process !== 'pareto-nbd' && random.chance(share)) break;
  }
  return times;
}

/** Marsaglia & Tsang 2000; below shape 1 with Stuart's power. */
export function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random.unit()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = normalOf(random);
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.unit()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function normalOf(random: Random): number {
  return Math.sqrt(2 * random.exponential()) * Math.cos(2 * Math.PI * random.unit());
}
