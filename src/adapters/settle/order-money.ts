import { stages } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import { type Columns, HAS_PAID } from '../merge/columns.js';
import { closeReasons } from '../rows/rows.js';

const REFUNDED_STAGE = stages.indexOf('refunded');
const CLOSED_STAGE = stages.indexOf('closed');
const REFUNDED_REASON = closeReasons.indexOf('refunded');

/** How the amounts of an order were found; what is not `stated` is counted and said. */
export const findings = ['stated', 'no-amount', 'total-as-paid', 'whole-refund', 'refund-from-total'] as const;
export const STATED = 0;
export const NO_AMOUNT_FOUND = 1;
export const TOTAL_AS_PAID = 2;
export const WHOLE_REFUND = 3;
export const REFUND_FROM_TOTAL = 4;

/** Gross (paid before refunds) and refunded of one order or row, minor units; net = gross − refunded. */
export interface Money {
  readonly gross: number;
  readonly refunded: number;
  /** Index into `findings`. */
  readonly found: number;
}

/** Whether status or close reason say that the whole order was paid back. */
export function saysRefunded(columns: Columns, at: number): boolean {
  const stage = columns.stage[at];
  if (stage === REFUNDED_STAGE) return true;
  if (columns.closeReason[at] !== REFUNDED_REASON) return false;
  return stage === CLOSED_STAGE || Number.isNaN(columns.refund[at]!);
}

/**
 * What was paid and refunded. paid-is-net: gross = paid + refund; else gross = paid. A blank refund is 0, unless status
 * or close reason say that the whole order was paid back and the amount is missing or 0: then all of it was (where paid
 * is net and already 0, the missing refund is total − paid). Without a column of what was paid the total stands for it.
 * In a layout without refund amounts a refund is that of the lines whose status says so. A blank cell in such a column is no amount, unless a refund stands beside it: then that was paid and went back.
 */
export function moneyOf(columns: Columns, at: number, refundMeaning: Dialect['refund']): Money {
  const refund = columns.refund[at]! || 0;
  const back = saysRefunded(columns, at) && refund === 0;
  const total = columns.total[at]!;
  const paid = columns.paid[at]!;
  if (Number.isNaN(paid)) return withoutPaid(columns, at, refund, back);
  if (refund > 0 && refundMeaning === 'none') return { gross: paid, refunded: refund, found: WHOLE_REFUND };
  if (!back) return { gross: refundMeaning === 'paid-is-net' ? paid + refund : paid, refunded: refund, found: STATED };
  if (paid === 0 && refundMeaning === 'paid-is-net' && total > 0) {
    return { gross: total, refunded: total, found: REFUND_FROM_TOTAL };
  }
  return { gross: paid, refunded: paid, found: paid === 0 ? STATED : WHOLE_REFUND };
}

function withoutPaid(columns: Columns, at: number, refund: number, back: boolean): Money {
  const total = columns.total[at]!;
  const noColumn = (columns.has[at]! & HAS_PAID) === 0;
  if (!Number.isNaN(total) && (noColumn || back)) {
    return { gross: total, refunded: back ? total : refund, found: noColumn ? TOTAL_AS_PAID : REFUND_FROM_TOTAL };
  }
  if (refund > 0) return { gross: refund, refunded: refund, found: STATED };
  return { gross: 0, refunded: 0, found: NO_AMOUNT_FOUND };
}

/** Takes the postage off gross and net, neither below zero; an amount that was negative stays as it is. */
export function withoutPostage(money: Money, postage: number): Money {
  if (!(postage > 0)) return money;
  const less = (amount: number): number => (amount > 0 ? Math.max(0, amount - postage) : amount);
  const gross = less(money.gross);
  return { ...money, gross, refunded: gross - less(money.gross - money.refunded) };
}
