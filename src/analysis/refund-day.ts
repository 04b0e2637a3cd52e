import type { Window } from '../model/report.js';
import { NO_DAY } from '../util/calendar.js';
import type { AnalysisInput } from './metric.js';
import { isPaid } from './paid-money.js';

/** Refunds of some days, minor units; `unplaced` of them have no refund day and stand on the day of their order. */
export interface RefundsByDay {
  readonly refunded: number;
  readonly unplaced: number;
}

/**
 * Refunds by the day on which the money went back (`--refunds refund-day`), of paid orders of any day. Refunds after
 * the as-of day have not happened yet. What an order's refund exceeds its dated refunds by has no day of its own and
 * stands on the order's day, so that over all days both views of the refunds sum to the same.
 */
export function refundsByDay({ orders, scope }: AnalysisInput, window: Window): RefundsByDay {
  const until = Math.min(window.to, scope.asOf);
  const inside = (day: number) => day >= window.from && day <= until;
  const dated = new Float64Array(orders.size);
  let refunded = 0;
  for (let refund = 0; refund < orders.refunds.size; refund++) {
    const row = orders.refunds.orderRow[refund]!;
    if (orders.refunds.day[refund] === NO_DAY || !isPaid(orders, scope, row)) continue;
    dated[row]! += orders.refunds.amount[refund]!;
    if (inside(orders.refunds.day[refund]!)) refunded += orders.refunds.amount[refund]!;
  }
  let unplaced = 0;
  for (let row = 0; row < orders.size; row++) {
    if (inside(orders.day[row]!) && isPaid(orders, scope, row)) unplaced += orders.refunded[row]! - dated[row]!;
  }
  return { refunded: refunded + unplaced, unplaced };
}
