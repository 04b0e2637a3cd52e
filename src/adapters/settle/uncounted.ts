import { stages, type UncountedReason, uncountedReasons } from '../../model/orders.js';
import { type Day, NO_DAY } from '../../util/calendar.js';
import { type Columns, HAS_TIME, STATUS_TELLS } from '../merge/columns.js';
import { saysRefunded } from './order-money.js';

const UNKNOWN = stages.indexOf('unknown');
const UNPAID = stages.indexOf('unpaid');
const PAID = stages.indexOf('paid');
const DEPOSIT = stages.indexOf('deposit');
const CLOSED = stages.indexOf('closed');

/** Index of each reason in `uncountedReasons`. */
export const REASON = Object.fromEntries(uncountedReasons.map((reason, index) => [reason, index])) as Readonly<
  Record<UncountedReason, number>
>;

/** What decides besides the order's own columns. */
export interface Judged {
  readonly day: Day;
  readonly gross: number;
  readonly refunded: number;
  /** A rule of the user takes the order out. */
  readonly excluded: boolean;
}

/**
 * Why an order is not a sale, the first reason that holds; 0 = it is one.
 * no-time: neither a payment nor a creation time. after-as-of: its day (for an unpaid order its creation day) is later.
 * unpaid: waiting for payment, or no payment time where a file of the order has that column, whatever else it says.
 * excluded: a rule of the user names the order, and it would have been paid.
 * refunded: net is exactly 0, and there is a refund or status or close reason say so. closed: nothing tells of a refund;
 * a closed order of which a part was kept is a sale. zero-amount: net 0, or below 0, which `keepZero` does not count.
 */
export function uncountedReason(columns: Columns, order: number, judged: Judged, asOf: Day, keepZero: boolean): number {
  const stage = columns.stage[order];
  if (judged.day === NO_DAY) return REASON['no-time'];
  if (judged.day > asOf) return REASON['after-as-of'];
  if (stage === UNKNOWN) return REASON['unknown-status'];
  if (stage === DEPOSIT) return REASON['deposit-only'];
  if (isUnpaid(columns, order)) return REASON.unpaid;
  if (judged.excluded) return REASON.excluded;
  const net = judged.gross - judged.refunded;
  const refunded = judged.refunded > 0 || saysRefunded(columns, order);
  if (net === 0 && refunded) return REASON.refunded;
  if (stage === CLOSED && !refunded) return REASON.closed;
  if (net > 0 || (net === 0 && keepZero)) return REASON.valid;
  return REASON['zero-amount'];
}

/**
 * Waiting for payment, or no payment time where a file of the order has that column; in layouts that leave the payment
 * time of paid orders blank at times, a status that says paid, shipped, completed or refunded does as well.
 */
export function isUnpaid(columns: Columns, order: number): boolean {
  const stage = columns.stage[order]!;
  if (stage === UNPAID) return true;
  if ((columns.has[order]! & HAS_TIME) === 0 || !Number.isNaN(columns.paidAt[order]!)) return false;
  return (columns.has[order]! & STATUS_TELLS) === 0 || stage < PAID || stage === CLOSED;
}

/** Whether an order must have an amount: it could be a sale. Unpaid, closed and undated orders may leave it blank. */
export function needsAmount(columns: Columns, order: number, day: Day): boolean {
  const stage = columns.stage[order];
  return day !== NO_DAY && stage !== UNKNOWN && stage !== DEPOSIT && stage !== CLOSED && !isUnpaid(columns, order);
}
