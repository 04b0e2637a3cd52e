import { type Day, dayOfSeconds, NO_DAY } from '../../util/calendar.js';
import type { Columns } from '../merge/columns.js';
import type { Groups } from '../merge/groups.js';

/** A longer stretch of days without any order may be a typo in a date. */
const LONGEST_GAP = 366;
/** What lies beyond such a gap is out of range if fewer than one order in this many is there. */
const ORDERS_PER_TYPO = 100;

/** Where the believable days end, and a gap that was believed. */
export interface DayRange {
  /** Days from this one on are out of range; infinite when all are believed. */
  readonly end: Day;
  /** The last gap of more than 366 days that was believed, because enough orders lie beyond it: the days around it. */
  readonly gap: { readonly before: Day; readonly after: Day } | null;
}

/**
 * The days of an order are the creation and payment days of its rows. A day more than 366 days after the day before it
 * that has orders, and carried by fewer than 1 % of the orders, is out of range (2525 for 2025). All days beyond such a
 * gap are judged together: a shop that reopened after a long pause is not cut, although each of its days is small, and
 * two typos do not shield each other. An order counts once, however many rows and files hold it.
 */
export function believableDays(columns: Columns, groups: Groups): DayRange {
  const last = lastDays(columns, groups);
  const dated = last.filter((day) => day !== NO_DAY).sort();
  let gap: DayRange['gap'] = null;
  let before: Day | undefined;
  for (const after of daysWithOrders(columns, groups)) {
    if (before !== undefined && after - before > LONGEST_GAP) {
      const beyond = dated.length - countBelow(dated, after);
      if (beyond * ORDERS_PER_TYPO < dated.length) return { end: after, gap };
      gap = { before, after };
    }
    before = after;
  }
  return { end: Number.POSITIVE_INFINITY, gap };
}

/** The later of the creation and payment day of a row, NO_DAY without a time. */
export function lastDayOf(columns: Columns, row: number): Day {
  const created = columns.createdAt[row]!;
  const paid = columns.paidAt[row]!;
  if (Number.isNaN(created) && Number.isNaN(paid)) return NO_DAY;
  if (Number.isNaN(created)) return dayOfSeconds(paid);
  return dayOfSeconds(Number.isNaN(paid) ? created : Math.max(created, paid));
}

function lastDays(columns: Columns, groups: Groups): Int32Array {
  const days = new Int32Array(groups.size).fill(NO_DAY);
  for (let row = 0; row < groups.of.length; row++) {
    const group = groups.of[row]!;
    if (group >= 0) days[group] = Math.max(days[group]!, lastDayOf(columns, row));
  }
  return days;
}

function daysWithOrders(columns: Columns, groups: Groups): readonly Day[] {
  const days = new Set<Day>();
  for (const row of groups.members) {
    const created = columns.createdAt[row]!;
    const paid = columns.paidAt[row]!;
    if (!Number.isNaN(created)) days.add(dayOfSeconds(created));
    if (!Number.isNaN(paid)) days.add(dayOfSeconds(paid));
  }
  return [...days].sort((one, other) => one - other);
}

/** How many of the sorted days are earlier than `day`. */
function countBelow(sorted: Int32Array, day: Day): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
