import type { History } from '../../model/history.js';
import type { Day } from '../../util/calendar.js';
import { type Clock, calendarClock } from './clock.js';
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

/** The rows of a history, and what only it knows of them. */
export interface PurchaseRows extends CustomerRows {
  /** Per row: the day of the last purchase (customers of a row share it), and the clock its times are counted by. */
  readonly lastDay: Int32Array;
  readonly clock: Clock;
}

/**
 * The models' view of a history at the end of day `asOf`: later purchases do not exist, customers first seen later are
 * left out. Own definition: x = purchases − 1, tx and T in days of the clock (÷ 7 for weeks), T = 0 on the day of the
 * first purchase. Where every order counts by itself, repeat purchases may all fall on the first day: half a day then
 * stands for tx, since at tx = 0 no likelihood has a maximum.
 * `rowOf` follows the customers of the history, −1 where one is left out. Linear.
 */
export function purchaseRows(
  history: History,
  asOf: Day,
  unit: TimeUnit = 'day',
  clock: Clock = calendarClock,
): PurchaseRows {
  const seen: number[] = [];
  const x = new Int32Array(history.customers);
  const tx = new Float64Array(history.customers);
  const T = new Float64Array(history.customers);
  const repeats: Repeats = { gaps: new Map(), days: new Map() };
  for (let customer = 0; customer < history.customers; customer++) {
    const first = history.offsets[customer]!;
    const purchases = purchasesUntil(history, customer, asOf);
    if (purchases === 0) continue;
    const place = seen.push(customer) - 1;
    const start = history.day[first]!;
    x[place] = purchases - 1;
    tx[place] = purchases > 1 ? passed(clock, start, history.day[first + purchases - 1]!) : 0;
    T[place] = Math.max(clock.at(asOf) - clock.at(start), tx[place]!);
    if (purchases > 1) addRepeats(repeats, history.day.subarray(first, first + purchases), clock);
  }
  const used = <C extends Int32Array | Float64Array>(column: C) => column.subarray(0, seen.length);
  const logs = {
    logGaps: logSum(repeats.gaps),
    logSpeed: clock === calendarClock ? 0 : logSpeedOf(repeats.days, clock),
  };
  const rows = customerRows({ x: used(x), tx: used(tx), T: used(T), ...logs }, daysInUnit[unit]);
  const rowOf = new Int32Array(history.customers).fill(-1);
  const lastDay = new Int32Array(rows.x.length);
  for (const [place, customer] of seen.entries()) {
    rowOf[customer] = rows.rowOf[place]!;
    lastDay[rowOf[customer]] = history.day[history.offsets[customer]! + x[place]!]!;
  }
  const ahead = (days: number) => (clock.at(asOf + days) - clock.at(asOf)) / daysInUnit[unit];
  return { ...rows, rowOf, lastDay, clock, ahead };
}

/** How often which time lay between consecutive purchases, and how many repeat purchases fell on which day. */
interface Repeats {
  readonly gaps: Map<number, number>;
  readonly days: Map<Day, number>;
}

function addRepeats({ gaps, days }: Repeats, own: Int32Array, clock: Clock): void {
  for (let at = 1; at < own.length; at++) {
    const gap = passed(clock, own[at - 1]!, own[at]!);
    gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
    days.set(own[at]!, (days.get(own[at]!) ?? 0) + 1);
  }
}

function passed(clock: Clock, from: Day, to: Day): number {
  return from === to ? SAME_DAY : clock.at(to) - clock.at(from);
}

/** Σ ln(length of the day) over the repeat purchases. */
function logSpeedOf(days: ReadonlyMap<Day, number>, clock: Clock): number {
  const lengths = new Map<number, number>();
  for (const [day, count] of days) {
    const length = clock.at(day) - clock.at(day - 1);
    lengths.set(length, (lengths.get(length) ?? 0) + count);
  }
  return logSum(lengths);
}

/** Σ count × log(time), shortest first: the order of the customers must not change the last digit. */
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
