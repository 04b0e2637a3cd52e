import type { History } from '../../model/history.js';
import type { Day } from '../../util/calendar.js';
import { type CustomerRows, customerRows } from './rows.js';

/** Days in the unit of time the models count in. Purchases are not merged by week. */
export const daysInUnit = { day: 1, week: 7 } as const;

export type TimeUnit = keyof typeof daysInUnit;

/** Days between two orders of one day, where every order counts by itself. */
const SAME_DAY = 0.5;

/** Mean net of the repeat purchases, customer by customer. */
export interface RepeatSpend {
  /** Repeat purchases; 0 where the customer is not in: no repeat purchase, or a mean that is not above zero. */
  readonly x: Int32Array;
  /** Mean net of the repeat purchases in whole units of the currency (minor units ÷ `minorUnits`), 0 where x is 0. */
  readonly mean: Float64Array;
}

/**
 * The models' view of a history at the end of day `asOf`: later purchases do not exist, customers first seen later are
 * left out. Own definition: x = purchases − 1, tx and T in days (÷ 7 for weeks), T = 0 on the day of the first purchase.
 * Where every order counts by itself, repeat purchases may all fall on the first day: half a day then stands for tx,
 * since at tx = 0 no likelihood has a maximum.
 * `rowOf` follows the customers of the history, −1 where one is left out. Linear.
 */
export function purchaseRows(history: History, asOf: Day, unit: TimeUnit = 'day'): CustomerRows {
  const seen: number[] = [];
  const x = new Int32Array(history.customers);
  const tx = new Float64Array(history.customers);
  const T = new Float64Array(history.customers);
  const gaps = new Map<number, number>();
  for (let customer = 0; customer < history.customers; customer++) {
    const first = history.offsets[customer]!;
    const purchases = purchasesUntil(history, customer, asOf);
    if (purchases === 0) continue;
    const place = seen.push(customer) - 1;
    x[place] = purchases - 1;
    tx[place] = Math.max(history.day[first + purchases - 1]! - history.day[first]!, purchases > 1 ? SAME_DAY : 0);
    for (let at = first + 1; at < first + purchases; at++) {
      const gap = Math.max(history.day[at]! - history.day[at - 1]!, SAME_DAY);
      gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
    }
    T[place] = Math.max(asOf - history.day[first]!, tx[place]!);
  }
  const used = <C extends Int32Array | Float64Array>(column: C) => column.subarray(0, seen.length);
  const rows = customerRows({ x: used(x), tx: used(tx), T: used(T), logGaps: logSum(gaps) }, daysInUnit[unit]);
  const rowOf = new Int32Array(history.customers).fill(-1);
  for (const [place, customer] of seen.entries()) rowOf[customer] = rows.rowOf[place]!;
  return { ...rows, rowOf };
}

/** Σ count × log(gap), shortest gap first: the order of the customers must not change the last digit. */
function logSum(gaps: ReadonlyMap<number, number>): number {
  return [...gaps].sort(([one], [other]) => one - other).reduce((sum, [gap, count]) => sum + count * Math.log(gap), 0);
}

/**
 * What the spend model fits on: the mean net of the repeat purchases up to `asOf`, without the first purchase, of
 * customers with x ≥ 1 and a mean above zero (Fader & Hardie 2013). Linear.
 */
export function repeatSpend(history: History, asOf: Day, minorUnits: number): RepeatSpend {
  const x = new Int32Array(history.customers);
  const mean = new Float64Array(history.customers);
  for (let customer = 0; customer < history.customers; customer++) {
    const first = history.offsets[customer]!;
    const purchases = purchasesUntil(history, customer, asOf);
    let net = 0;
    for (let purchase = 1; purchase < purchases; purchase++) net += history.net[first + purchase]!;
    if (net <= 0) continue;
    x[customer] = purchases - 1;
    mean[customer] = net / (purchases - 1) / minorUnits;
  }
  return { x, mean };
}

/** Purchases of a customer up to and on a day. */
function purchasesUntil(history: History, customer: number, asOf: Day): number {
  const first = history.offsets[customer]!;
  let end = history.offsets[customer + 1]!;
  while (end > first && history.day[end - 1]! > asOf) end--;
  return end - first;
}
