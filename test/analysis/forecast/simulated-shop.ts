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
}

/** Purchases at most one a day, as-of day the last day simulated. */
export function simulatedShop(plan: ShopPlan): Shop {
  const orders: TestOrder[] = [];
  for (let customer = 0; customer < plan.customers; customer++) {
    const random = new Random(plan.seed, customer);
    const first = random.below(plan.spread);
    const price = priceOf(plan, random);
    for (const day of days(plan, plan.days - 1 - first, random)) {
      orders.push({ customer: `c${customer}`, day: START + first + day, gross: price() });
    }
  }
  return { orders, asOf: START + plan.days - 1 };
}

function days({ process, parameters: [r, alpha, third, fourth] }: ShopPlan, observed: number, random: Random) {
  const rate = gamma(r, random) / alpha;
  const one = gamma(third, random);
  const share = one / (one + gamma(fourth, random));
  const end = process === 'pareto-nbd' ? random.exponential() / (one / fourth) : Number.POSITIVE_INFINITY;
  const found = new Set([0]);
  if (process === 'mbg-nbd' && random.chance(share)) return found;
  for (let time = random.exponential() / rate; time < Math.min(observed, end); time += random.exponential() / rate) {
    if (Math.ceil(time) <= observed) found.add(Math.ceil(time));
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
