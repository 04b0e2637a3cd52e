import type { KernelFunctions } from '../../kernel/functions.js';
import type { Kernels } from '../../kernel/kernels.js';
import type { AsOfReason } from '../../model/report.js';
import { type Day, dayOfSeconds, NO_DAY, type Seconds } from '../../util/calendar.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import { areRejected, isRejected } from '../merge/row-fate.js';
import type { CountingRules } from '../options.js';
import { askedOfOrders } from './order-columns.js';
import { type DayRange, lastTimeOf } from './out-of-range.js';
import { uncountedReason } from './uncounted.js';
import type { Worth } from './worth.js';

/** Which orders count, as of which day. */
export interface Settled extends Worth {
  readonly asOf: Day;
  readonly asOfReason: AsOfReason;
  /** Index into `uncountedReasons`. */
  readonly uncounted: Uint8Array;
}

/** What the as-of day is found from: the rows, what became of them, and their days as far as they are known. */
export interface Rows {
  readonly rows: Columns;
  readonly fate: Uint8Array;
  readonly days: DayRange;
}

/** Finds the as-of day and judges every order. `ruleOf`: see `Exclusions`; null = no exclusions. */
export function settle(
  merged: MergedOrders,
  worth: Worth,
  rows: Rows,
  rules: CountingRules,
  ruleOf: Uint16Array | null,
): Settled {
  const { asOf, asOfReason } = asOfDay(rows, rules);
  const excluded = new Uint8Array(merged.size);
  if (ruleOf !== null) for (let order = 0; order < merged.size; order++) excluded[order] = ruleOf[order] === 0 ? 0 : 1;
  return { ...worth, asOf, asOfReason, uncounted: uncountedOf(merged, worth, excluded, asOf, rules.keepZero) };
}

/** Per order: why it is not a sale, as `uncountedReason` has it. `excluded`: 1 where a rule of the user takes it out. */
export function uncountedOf(
  { size, columns }: Pick<MergedOrders, 'size' | 'columns'>,
  { day, gross, refunded }: Pick<Worth, 'day' | 'gross' | 'refunded'>,
  excluded: Uint8Array,
  asOf: Day,
  keepZero: boolean,
  lent?: Kernels,
): Uint8Array {
  const uncounted = new Uint8Array(size);
  const { stage, closeReason, has, refund, paidAt } = columns;
  const question = {
    size,
    given: { day, gross, refunded, excluded, stage, closeReason, has, refund, paidAt },
    made: { uncounted },
    told: { asOf, keepZero: Number(keepZero) },
    ask: (functions: KernelFunctions, job: number) => functions.countOrders(job),
  };
  if (askedOfOrders(question, lent)) return uncounted;
  for (let order = 0; order < size; order++) {
    const amounts = { day: day[order]!, gross: gross[order]!, refunded: refunded[order]! };
    const judged = { ...amounts, excluded: excluded[order] === 1 };
    uncounted[order] = uncountedReason(columns, order, judged, asOf, keepZero);
  }
  return uncounted;
}

/** Given; else the latest creation or payment day of any row, or the window's end if that is earlier. */
function asOfDay(rows: Rows, rules: CountingRules): { asOf: Day; asOfReason: AsOfReason } {
  if (rules.asOf !== null) return { asOf: rules.asOf, asOfReason: 'given' };
  const last = lastTime(rows);
  const latest = dayOfSeconds(last);
  if (last === Number.NEGATIVE_INFINITY) return { asOf: NO_DAY, asOfReason: 'none' };
  if (rules.windowEnd !== null && rules.windowEnd < latest) return { asOf: rules.windowEnd, asOfReason: 'window-end' };
  return { asOf: latest, asOfReason: 'latest-order' };
}

/** The latest time of the rows that were not rejected. */
function lastTime({ rows, fate, days }: Rows): Seconds {
  if (days.lastTime !== null && !areRejected(fate)) return days.lastTime;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < fate.length; row++) {
    const time = lastTimeOf(rows, row);
    if (time > last && !isRejected(fate[row]!)) last = time;
  }
  return last;
}
