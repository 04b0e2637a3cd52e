import type { AsOfReason } from '../../model/report.js';
import { type Day, dayOfSeconds, NO_DAY } from '../../util/calendar.js';
import type { Dialect } from '../dialect.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import { isRejected } from '../merge/row-fate.js';
import type { CountingRules } from '../options.js';
import { findings, moneyOf, NO_AMOUNT_FOUND, withoutPostage } from './order-money.js';
import { lastTimeOf } from './out-of-range.js';
import { needsAmount, uncountedReason } from './uncounted.js';

/** What each order is worth and which day it belongs to. */
export interface Worth {
  readonly day: Int32Array;
  readonly gross: Float64Array;
  readonly refunded: Float64Array;
  /** Index into `findings` of order-money: how the amounts were found. */
  readonly found: Uint8Array;
  /** 1 = could be a sale and has no amount: it cannot be understood. */
  readonly lacking: Uint8Array;
}

/** Which orders count, as of which day. */
export interface Settled extends Worth {
  readonly asOf: Day;
  readonly asOfReason: AsOfReason;
  /** Index into `uncountedReasons`. */
  readonly uncounted: Uint8Array;
}

/** The money and the day of every order. */
export function worthOf(
  { size, columns }: MergedOrders,
  meanings: readonly Dialect['refund'][],
  { excludePostage }: CountingRules,
): Worth {
  const day = new Int32Array(size);
  const gross = new Float64Array(size);
  const refunded = new Float64Array(size);
  const found = new Uint8Array(size);
  const lacking = new Uint8Array(size);
  for (let order = 0; order < size; order++) {
    day[order] = dayOfOrder(columns, order);
    const stated = moneyOf(columns, order, meanings[columns.paidSheet[order]!]!);
    const money = excludePostage ? withoutPostage(stated, columns.postage[order]!) : stated;
    gross[order] = money.gross;
    refunded[order] = money.refunded;
    found[order] = money.found;
    if (money.found === NO_AMOUNT_FOUND && needsAmount(columns, order, day[order]!)) lacking[order] = 1;
  }
  return { day, gross, refunded, found, lacking };
}

/** Finds the as-of day and judges every order. `ruleOf`: see `Exclusions`; null = no exclusions. */
export function settle(
  { size, columns }: MergedOrders,
  worth: Worth,
  rows: Columns,
  fate: Uint8Array,
  rules: CountingRules,
  ruleOf: Uint16Array | null,
): Settled {
  const { asOf, asOfReason } = asOfDay(rows, fate, rules);
  const uncounted = new Uint8Array(size);
  for (let order = 0; order < size; order++) {
    const excluded = ruleOf !== null && ruleOf[order] !== 0;
    const judged = { day: worth.day[order]!, gross: worth.gross[order]!, refunded: worth.refunded[order]!, excluded };
    uncounted[order] = uncountedReason(columns, order, judged, asOf, rules.keepZero);
  }
  return { ...worth, asOf, asOfReason, uncounted };
}

/** Payment day; without a payment time the creation day (of an unpaid order, or where the files have no payment time). */
export function dayOfOrder(columns: Columns, order: number): Day {
  const paid = columns.paidAt[order]!;
  if (!Number.isNaN(paid)) return dayOfSeconds(paid);
  const created = columns.createdAt[order]!;
  return Number.isNaN(created) ? NO_DAY : dayOfSeconds(created);
}

/** Number of orders whose amounts were found in some other way than stated, by the way. */
export function countFindings(settled: Settled): ReadonlyMap<(typeof findings)[number], number> {
  const counts = new Int32Array(findings.length);
  for (let order = 0; order < settled.found.length; order++) counts[settled.found[order]!]!++;
  return new Map(findings.map((finding, index) => [finding, counts[index]!]));
}

/** Given; else the latest creation or payment day of any row, or the window's end if that is earlier. */
function asOfDay(rows: Columns, fate: Uint8Array, rules: CountingRules): { asOf: Day; asOfReason: AsOfReason } {
  if (rules.asOf !== null) return { asOf: rules.asOf, asOfReason: 'given' };
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < fate.length; row++) {
    const time = lastTimeOf(rows, row);
    if (time > last && !isRejected(fate[row]!)) last = time;
  }
  const latest = dayOfSeconds(last);
  if (last === Number.NEGATIVE_INFINITY) return { asOf: NO_DAY, asOfReason: 'none' };
  if (rules.windowEnd !== null && rules.windowEnd < latest) return { asOf: rules.windowEnd, asOfReason: 'window-end' };
  return { asOf: latest, asOfReason: 'latest-order' };
}
