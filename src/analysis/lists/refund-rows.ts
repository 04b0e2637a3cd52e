import type { RefundElsewhere } from '../../model/imported.js';
import { type KnownColumn, REFUND_ALONE } from '../../model/known-columns.js';
import type { Cell } from '../../model/report.js';
import { dayOfSeconds } from '../../util/calendar.js';
import type { NormalSource } from './normal-orders.js';
import { orderColumns } from './order-columns.js';

/**
 * Rows of the normalised orders for refunds of orders in no file: their order may be in another one that is read beside
 * them later. They have the number of the order and the columns of a refund, no `line`, and are uncounted as no order.
 * `scaleOf`: what amounts of a currency are multiplied by.
 */
export function* refundRows(
  { clock, has, refundsElsewhere }: NormalSource,
  scaleOf: (currency: string) => number,
): Generator<readonly Cell[]> {
  const known: readonly KnownColumn[] = has.refundDays ? ['refund-report', 'refund-days'] : ['refund-report'];
  const shared = { known: known.join(' '), kinds: REFUND_ALONE, uncounted: 'no-order', clock: clock.zone || null };
  for (const refund of refundsElsewhere) {
    const cells: Readonly<Record<string, Cell>> = { ...shared, ...cellsOf(refund, scaleOf(refund.currency)) };
    yield orderColumns.map(({ key }) => cells[key] ?? null);
  }
}

function cellsOf({ platform, order, currency, number, at, amount }: RefundElsewhere, scale: number) {
  return {
    ...{ platform, order: order || null, currency, refundId: number || null, refundAmount: amount * scale },
    refundDay: Number.isNaN(at) ? null : dayOfSeconds(at),
    refundTime: Number.isNaN(at) ? null : at,
  };
}
