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
  const days = daysWithOrders(columns, groups);
  let beyond = 0;
  for (const count of days.lastOn) beyond += count;
  const dated = beyond;
  let gap: DayRange['gap'] = null;
  let before: Day | undefined;
  for (let at = 0; at < days.seen.length; beyond -= days.lastOn[at++]!) {
    if (days.seen[at] === 0) continue;
    const after = days.first + at;
    if (before !== undefined && after - before > LONGEST_GAP) {
      if (beyond * ORDERS_PER_TYPO < dated) return { end: after, gap };
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

/** All days between the first and the last one with orders: at most those from 1990 to 9999, which times can be in. */
interface Days {
  readonly first: Day;
  /** 1 where some order was created or paid on the day. */
  readonly seen: Uint8Array;
  /** Orders whose last day it is. */
  readonly lastOn: Int32Array;
}

function daysWithOrders(columns: Columns, groups: Groups): Days {
  const times = [columns.createdAt, columns.paidAt];
  const seconds = rangeOf(groups.members, times);
  if (seconds === null) return { first: 0, seen: new Uint8Array(0), lastOn: new Int32Array(0) };
  const first = dayOfSeconds(seconds.first);
  const size = dayOfSeconds(seconds.last) - first + 1;
  const days = { first, seen: new Uint8Array(size), lastOn: new Int32Array(size) };
  for (let group = 0; group < groups.size; group++) {
    let last = NO_DAY;
    for (let at = groups.offsets[group]!; at < groups.offsets[group + 1]!; at++) {
      const row = groups.members[at]!;
      for (const time of times) if (!Number.isNaN(time[row]!)) days.seen[dayOfSeconds(time[row]!) - first] = 1;
      last = Math.max(last, lastDayOf(columns, row));
    }
    if (last !== NO_DAY) days.lastOn[last - first]!++;
  }
  return days;
}

/** The first and the last of some times of some rows; null where there is none. */
function rangeOf(
  rows: Int32Array,
  columns: readonly Float64Array[],
): { readonly first: number; readonly last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const times of columns) {
    for (const row of rows) {
      const time = times[row]!;
      if (time < first) first = time;
      if (time > last) last = time;
    }
  }
  return first > last ? null : { first, last };
}
