import type { PurchaseRule } from '../../src/model/history.js';
import type { Shop } from './drawn.js';
import type { TestOrder } from './order-table.js';

/** The metrics once more, slow and obvious: objects, filters and loops. What the fast ones are compared with. */

export interface Purchase {
  readonly day: number;
  readonly net: number;
  readonly orders: number;
  readonly units: number;
}

export function validOf({ orders, asOf }: Shop): readonly TestOrder[] {
  return orders.filter((order) => (order.uncounted ?? 'valid') === 'valid' && order.day! <= asOf);
}

export function netOf(orders: readonly TestOrder[]): number {
  return orders.reduce((sum, { gross, refunded }) => sum + (gross ?? 10_000) - (refunded ?? 0), 0);
}

/** Purchases by customer, in order. */
export function customersOf(shop: Shop, rule: PurchaseRule = 'day'): Map<string, readonly Purchase[]> {
  const customers = new Map<string, readonly Purchase[]>();
  const valid = validOf(shop);
  for (const name of new Set(valid.flatMap(({ customer }) => customer ?? []))) {
    const own = valid.filter(({ customer }) => customer === name);
    const sorted = own.sort(
      (one, other) =>
        one.day! - other.day! ||
        (one.second ?? 0) - (other.second ?? 0) ||
        Number(one.order ?? 0) - Number(other.order ?? 0) ||
        netOf([one]) - netOf([other]) ||
        (one.units ?? -1) - (other.units ?? -1),
    );
    const groups =
      rule === 'order'
        ? sorted.map((order) => [order])
        : [...new Set(sorted.map(({ day }) => day))].map((day) => sorted.filter((order) => order.day === day));
    customers.set(name, groups.map(purchaseOf));
  }
  return customers;
}

function purchaseOf(group: readonly TestOrder[]): Purchase {
  const units = group.map((order) => order.units ?? -1);
  return {
    day: group[0]!.day!,
    net: netOf(group),
    orders: group.length,
    units: units.includes(-1) ? -1 : units.reduce((sum, one) => sum + one, 0),
  };
}

/** Kaplan-Meier at t by definition: over all earlier event times, the part of those then at risk who did not leave. */
export function slowSurvival(durations: readonly (readonly [days: number, closed: boolean])[], t: number): number {
  const times = [...new Set(durations.flatMap(([days, closed]) => (closed && days <= t ? [days] : [])))];
  return times
    .sort((one, other) => one - other)
    .reduce((survival, time) => {
      const atRisk = durations.filter(([days]) => days >= time).length;
      const events = durations.filter(([days, closed]) => closed && days === time).length;
      return survival * (1 - events / atRisk);
    }, 1);
}

/** Days from each purchase to the next, with the open one to the as-of day; from the n-th purchase on. */
export function durationsFrom(purchases: readonly Purchase[], n: number, asOf: number): (readonly [number, boolean])[] {
  return purchases.slice(n - 1).map(({ day }, index) => {
    const next = purchases[n + index];
    return next === undefined ? [asOf - day, false] : [next.day - day, true];
  });
}

export function slowLapsePoint(shop: Shop, rule: PurchaseRule = 'day'): number {
  const durations = [...customersOf(shop, rule).values()].flatMap((own) => durationsFrom(own, 2, shop.asOf));
  const closed = durations.flatMap(([days, isClosed]) => (isClosed ? [days] : []));
  if (closed.length < 50) return 180;
  const all = 1 - slowSurvival(durations, Math.max(...closed));
  for (let t = 0; ; t++) if (1 - slowSurvival(durations, t) >= 0.8 * all) return Math.max(1, t);
}

export function slowQuantile(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)]!;
  return low + (sorted[Math.ceil(place)]! - low) * (place % 1);
}
