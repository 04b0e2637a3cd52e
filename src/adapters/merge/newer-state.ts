import { type Stage, stages } from '../../model/orders.js';
import { SECONDS_A_DAY } from '../../util/calendar.js';
import { closeReasons } from '../rows/rows.js';
import { type Columns, HAS_TIME } from './columns.js';

const NEVER_PAID = closeReasons.indexOf('never-paid');
const REFUNDED = closeReasons.indexOf('refunded');
const PAID = 2;
const AFTER_PAYMENT = 5;
const RANKS: Readonly<Record<Stage, number>> = {
  none: 0,
  unknown: 0,
  unpaid: 0,
  deposit: 1,
  paid: PAID,
  shipped: 3,
  completed: 4,
  refunded: AFTER_PAYMENT,
  closed: 1,
};
/** Seconds that times are known to, by index into `precisions`. */
const COARSENESS = [1, SECONDS_A_DAY, 60, 1] as const;

/** Compares two states of one order or line: negative when the first is newer, 0 when they are the same state. */
export type StateOrder = (one: number, other: number) => number;

/**
 * Which of two states of one order is newer, by content alone: (1) the later of its event times (created, paid, shipped,
 * completed); (2) the higher stage: created, paid, shipped, completed, refunded or closed after payment; (3) the larger
 * refund; (4) more filled fields; (5) the smaller hash. `coarseness`: times are compared to the coarsest precision that
 * the states of this order have, in seconds: a file saved again without seconds is not older for it.
 */
export function newerFirst(columns: Columns, coarseness: number): StateOrder {
  return (one, other) =>
    Math.floor(eventTime(columns, other) / coarseness) - Math.floor(eventTime(columns, one) / coarseness) ||
    rankOf(columns, other) - rankOf(columns, one) ||
    refundOf(columns, other) - refundOf(columns, one) ||
    columns.filled[other]! - columns.filled[one]! ||
    columns.hash[one]! - columns.hash[other]! ||
    0;
}

/** By which step of `newerFirst` a state is newer than another; `identical`: they say the same. */
export function whyNewer(columns: Columns, newer: number, older: number): WhyNewer {
  if (columns.hash[newer] === columns.hash[older]) return 'identical';
  const precise = (state: number) => COARSENESS[columns.timePrecision[state]!] ?? 1;
  const coarseness = Math.max(precise(newer), precise(older));
  const time = (state: number) => Math.floor(eventTime(columns, state) / coarseness);
  if (time(newer) !== time(older)) return 'later-time';
  if (rankOf(columns, newer) !== rankOf(columns, older)) return 'later-stage';
  if (refundOf(columns, newer) !== refundOf(columns, older)) return 'larger-refund';
  return columns.filled[newer] === columns.filled[older] ? 'tie' : 'more-filled';
}

/** Why a state is newer. tie: nothing tells, and one of them was taken by a fixed rule. */
export type WhyNewer = 'identical' | 'later-time' | 'later-stage' | 'larger-refund' | 'more-filled' | 'tie';

/** The coarsest precision of the times of some states, in seconds. */
export function coarsenessOf(columns: Columns, states: Int32Array): number {
  let coarseness = 1;
  for (const state of states) coarseness = Math.max(coarseness, COARSENESS[columns.timePrecision[state]!] ?? 1);
  return coarseness;
}

/** How far an order has come: 0 created, 1 deposit paid or closed without payment, 2 paid … 5 refunded or closed after it. */
export function rankOf(columns: Columns, state: number): number {
  const stage = stages[columns.stage[state]!] ?? 'none';
  const paid = !Number.isNaN(columns.paidAt[state]!);
  if (stage === 'closed') return closedAfterPayment(columns, state) ? AFTER_PAYMENT : RANKS.closed;
  return paid && stage !== 'deposit' ? Math.max(PAID, RANKS[stage]) : RANKS[stage];
}

/** Payment time, refund and close reason tell a sale taken back from an order that was never paid. */
function closedAfterPayment(columns: Columns, state: number): boolean {
  if (!Number.isNaN(columns.paidAt[state]!)) return true;
  if (refundOf(columns, state) > 0 || columns.closeReason[state] === REFUNDED) return true;
  return (columns.has[state]! & HAS_TIME) === 0 && columns.closeReason[state] !== NEVER_PAID;
}

/** The latest of the event times of a state, 0 where it has none. */
export function eventTime(columns: Columns, state: number): number {
  let latest = 0;
  for (const times of [columns.createdAt, columns.paidAt, columns.shippedAt, columns.completedAt]) {
    if (times[state]! > latest) latest = times[state]!;
  }
  return latest;
}

/** What was refunded in a state; a blank is none. */
export function refundOf(columns: Columns, state: number): number {
  const refund = columns.refund[state]!;
  return Number.isNaN(refund) ? 0 : refund;
}
