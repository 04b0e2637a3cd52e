import type { Question } from '../../kernel/blocks.js';
import type { Kernels } from '../../kernel/kernels.js';
import { NONE } from '../../model/orders.js';
import { type Day, dayOfSeconds, type Seconds } from '../../util/calendar.js';
import type { Columns } from '../merge/columns.js';
import type { Groups } from '../merge/groups.js';
import { askedOfOrders } from './order-columns.js';

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
  /** The latest time of all rows, −∞ where none has one; null if not all are of orders. */
  readonly lastTime: Seconds | null;
}

/**
 * The days of an order are the creation and payment days of its rows. A day more than 366 days after the day before it
 * that has orders, and carried by fewer than 1 % of the orders, is out of range (2525 for 2025). All days beyond such a
 * gap are judged together: a shop that reopened after a long pause is not cut, although each of its days is small, and
 * two typos do not shield each other. An order counts once, however many rows and files hold it.
 */
export function believableDays(columns: Columns, groups: Groups, lent?: Kernels): DayRange {
  const days = daysInKernel(columns, groups, lent) ?? daysWithOrders(columns, groups);
  const { lastTime } = days;
  let beyond = 0;
  for (const count of days.lastOn) beyond += count;
  const dated = beyond;
  let gap: DayRange['gap'] = null;
  let before: Day | undefined;
  for (let at = 0; at < days.seen.length; beyond -= days.lastOn[at++]!) {
    if (days.seen[at] === 0) continue;
    const after = days.first + at;
    if (before !== undefined && after - before > LONGEST_GAP) {
      if (beyond * ORDERS_PER_TYPO < dated) return { end: after, gap, lastTime };
      gap = { before, after };
    }
    before = after;
  }
  return { end: Number.POSITIVE_INFINITY, gap, lastTime };
}

/** The later of the creation and payment time of a row, NaN without either. */
export function lastTimeOf({ createdAt, paidAt }: Columns, row: number): Seconds {
  const created = createdAt[row]!;
  const paid = paidAt[row]!;
  return created >= paid || Number.isNaN(paid) ? created : paid;
}

/** All days between the first and the last one with orders: at most those from 1990 to 9999, which times can be in. */
interface Days {
  readonly first: Day;
  /** 1 where some order was created or paid on the day. */
  readonly seen: Uint8Array;
  /** Orders whose last day it is. */
  readonly lastOn: Int32Array;
  readonly lastTime: DayRange['lastTime'];
}

/** The days where each row is an order; null where they must be looked for without the kernel. */
function daysInKernel({ createdAt, paidAt }: Columns, { size, members }: Groups, lent?: Kernels): Days | null {
  const isApart = members.length === size && size === createdAt.length;
  const facts = Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  const question = { size, given: { createdAt, paidAt } };
  const ask: Question['ask'] = (functions, job) => functions.timeRange(job);
  if (!isApart || !askedOfOrders({ ...question, kept: { facts }, ask }, lent)) return null;
  const [first, last] = [facts[0]!, facts[1]!];
  if (first > last) return { ...NO_DAYS, lastTime: last };
  const firstDay = dayOfSeconds(first);
  const days = dayOfSeconds(last) - firstDay + 1;
  const kept = { seen: new Uint8Array(days), lastOn: new Int32Array(days) };
  const tally: Question['ask'] = (functions, job) => functions.dayTally(job);
  const isAnswered = askedOfOrders({ ...question, kept, told: { firstDay }, ask: tally }, lent);
  return isAnswered ? { first: firstDay, ...kept, lastTime: last } : null;
}

const NO_DAYS = { first: 0, seen: new Uint8Array(0), lastOn: new Int32Array(0) };

function daysWithOrders({ createdAt, paidAt }: Columns, { size, offsets, members }: Groups): Days {
  const { first, last, lastTime: latestTime } = daysOf(members, createdAt, paidAt);
  const lastTime = members.length === createdAt.length ? latestTime : null;
  if (first > last) return { ...NO_DAYS, lastTime };
  const seen = new Uint8Array(last - first + 1);
  const lastOn = new Int32Array(last - first + 1);
  for (let group = 0; group < size; group++) {
    let latest = NONE;
    for (let at = offsets[group]!; at < offsets[group + 1]!; at++) {
      const created = dayAfter(first, createdAt[members[at]!]!);
      const paid = dayAfter(first, paidAt[members[at]!]!);
      if (created !== NONE) seen[created] = 1;
      if (paid !== NONE) seen[paid] = 1;
      latest = Math.max(latest, created, paid);
    }
    if (latest !== NONE) lastOn[latest]!++;
  }
  return { first, seen, lastOn, lastTime };
}

/** Days from the first one to that of a time, NONE without a time. */
function dayAfter(first: Day, seconds: number): number {
  return Number.isNaN(seconds) ? NONE : dayOfSeconds(seconds) - first;
}

/** The first and the last day of the times of some rows; the first is after the last where there is none. */
function daysOf(
  rows: Int32Array,
  createdAt: Float64Array,
  paidAt: Float64Array,
): { readonly first: Day; readonly last: Day; readonly lastTime: Seconds } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < rows.length; at++) {
    const created = createdAt[rows[at]!]!;
    const paid = paidAt[rows[at]!]!;
    if (created < first) first = created;
    if (created > last) last = created;
    if (paid < first) first = paid;
    if (paid > last) last = paid;
  }
  return { first: dayOfSeconds(first), last: dayOfSeconds(last), lastTime: last };
}
