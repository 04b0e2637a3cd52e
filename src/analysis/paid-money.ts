import { type OrderTable, uncountedReasons } from '../model/orders.js';
import type { Window } from '../model/report.js';
import type { AnalysisInput, Scope } from './metric.js';
import { rememberedByDays } from './remembered.js';

/** Money and counts of the paid orders of some days: those that are valid, and those uncounted as wholly refunded. */
export interface PaidMoney {
  /** Minor units, before refunds. */
  readonly gross: number;
  readonly refunded: number;
  readonly orders: number;
  /** Orders with a refund, wholly refunded included. */
  readonly withRefund: number;
}

const REFUNDED = uncountedReasons.indexOf('refunded');

/** Whether an order was paid, in the scope's currency and not after the as-of day: valid, or wholly refunded since. */
export function isPaid(orders: OrderTable, scope: Scope, row: number): boolean {
  const reason = orders.uncounted[row]!;
  if (reason !== 0 && reason !== REFUNDED) return false;
  return orders.currency[row] === scope.currencyCode && orders.day[row]! <= scope.asOf;
}

/**
 * Paid orders of some days, by the day of the order; a refund belongs to its order. A wholly refunded order nets 0, so
 * gross − refunded = Σ net of the valid orders, exactly. One walk over the table.
 */
export const paidMoney = rememberedByDays(sums);

function sums({ orders, scope }: AnalysisInput, window: Window): PaidMoney {
  let gross = 0;
  let refunded = 0;
  let paid = 0;
  let withRefund = 0;
  for (let row = 0; row < orders.size; row++) {
    const day = orders.day[row]!;
    if (day < window.from || day > window.to || !isPaid(orders, scope, row)) continue;
    const back = orders.refunded[row]!;
    gross += orders.gross[row]!;
    refunded += back;
    paid++;
    if (back > 0 || orders.uncounted[row] === REFUNDED) withRefund++;
  }
  return { gross, refunded, orders: paid, withRefund };
}
