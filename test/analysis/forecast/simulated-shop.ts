import { civilOf } from '../../../src/util/calendar.js';
import { Random } from '../../../src/util/random.js';
import { type Shop, START } from '../drawn.js';
import { gamma } from '../models/simulated.js';
import type { TestOrder } from '../order-table.js';

/** A shop whose customers are as the models say. */
export interface ShopPlan {
  readonly process: 'mbg-nbd' | 'bg-nbd' | 'pareto-nbd';
  readonly parameters: readonly [number, number, number, number];
  /** p, q, v of spend, in whole units of the currency; left out: every order 100.00. */
  readonly spend?: readonly [number, number, number];
  readonly customers: number;
  /** Days simulated, and the first of them in which customers come for the first time. */
  readonly days: number;
  readonly spread: number;
  readonly seed: number;
  /** What each month multiplies every purchase rate by, January first; left out: an even year. */
  readonly wave?: readonly number[];
  /** Days after the usual start of drawings. */
  readonly shift?: number;
  /** New customers grow by this factor a year; 1 unless given. */
  readonly growth?: number;
}

/** Purchases at most one a day, as-of day the last day simulated. */
export function simulatedShop(plan: ShopPlan): Shop {
  const orders: TestOrder[] = [];
  const start = START + (plan.shift ?? 0);
  const time = timeOf(plan, start);
  for (let customer = 0; customer < plan.customers; customer++) {
    const random = new Random(plan.seed, customer);
    const first = firstOf(plan, random);
    const price = priceOf(plan, random);
    for (const day of days(plan, time, first, random)) {
      orders.push({ customer: `c${customer}`, day: start + first + day, gross: price() });
    }
  }
  return { orders, asOf: start + plan.days - 1 };
}

function firstOf({ spread, growth = 1 }: ShopPlan, random: Random): number {
  let first = random.below(spread);
  while (growth !== 1 && !random.chance(growth ** ((first - spread) / 365))) first = random.below(spread);
  return first;
}

/** Time at the end of each day as purchases feel it. */
function timeOf({ days: all, wave }: ShopPlan, start: number): Float64Array {
  const time = new Float64Array(all);
  for (let day = 1; day < all; day++) {
    time[day] = time[day - 1]! + (wave === undefined ? 1 : wave[civilOf(start + day).month - 1]!);
  }
  return time;
}

function days(
  { process, parameters: [r, alpha, third, fourth], days: all }: ShopPlan,
  passed: Float64Array,
  first: number,
  random: Random,
) {
  const observed = passed[all - 1]! - passed[first]!;
  let day = first;
  const rate = gamma(r, random) / alpha;
  const one = gamma(third, random);
  const share = one / (one + gamma(fourth, random));
  const end = process === 'pareto-nbd' ? random.exponential() / (one / fourth) : Number.POSITIVE_INFINITY;
  const found = new Set([0]);
  if (process === 'mbg-nbd' && random.chance(share)) return found;
  for (let time = random.exponential() / rate; time < Math.min(observed, end); time += random.exponential() / rate) {
    while (day < all - 1 && passed[day]! - passed[first]! < time) day++;
    if (passed[day]! - passed[first]! >= time) found.add(day - first);
    if (process !== 'pareto-nbd' && random.chance(share)) break;
  }
  return found;
}

function priceOf({ spend }: ShopPlan, random: Random): () => number {
  if (spend === undefined) return () => 10_000;
  const [p, q, v] = spend;
  const rate = gamma(q, random) / v;
  return () => Math.max(1, Math.round((100 * gamma(p, random)) / rate));
}
