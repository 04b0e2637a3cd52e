import type { RefundElsewhere } from '../../model/imported.js';
import { noRefunds } from '../../model/order-builder.js';
import type { Dictionary, OrderTexts, RefundTable } from '../../model/orders.js';
import { dayOfSeconds, NO_DAY } from '../../util/calendar.js';
import type { Columns } from '../merge/columns.js';
import type { ReportedRefund, ReportedRefunds, ToldRefund } from '../merge/refund-reports.js';

/** The refunds in the sequence of a `RefundTable`. `orders`: the merged orders of the table; `numbers`: of refunds. */
export function tableRefunds(reported: ReportedRefunds | null, orders: Int32Array, numbers: Dictionary): RefundTable {
  if (reported === null) return noRefunds();
  const rowOf = rowsOf(orders);
  const refunds = reported.refunds
    .map((refund) => ({ ...refund, row: rowOf[refund.order]!, text: numbers.text(refund.number) }))
    .sort((one, other) => one.row - other.row || compareRefunds(one, other));
  return {
    size: refunds.length,
    orderRow: Int32Array.from(refunds, ({ row }) => row),
    day: Int32Array.from(refunds, ({ at }) => (Number.isNaN(at) ? NO_DAY : dayOfSeconds(at))),
    at: Float64Array.from(refunds, ({ at }) => at),
    amount: Float64Array.from(refunds, ({ amount }) => amount),
    number: Int32Array.from(refunds, ({ number }) => number),
  };
}

/** By time (unknown ones last), amount and number. */
function compareRefunds(one: Sortable, other: Sortable): number {
  const [first, second] = [one, other].map(({ at }) => (Number.isNaN(at) ? Number.MAX_VALUE : at));
  return first! - second! || one.amount - other.amount || compareTexts(one.text, other.text);
}

type Sortable = Pick<ToldRefund, 'at' | 'amount'> & { readonly text: string };

/** By UTF-16 code unit: the same under every locale. */
function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The refunds of orders in no file, in the texts of the table. */
export function refundsElsewhere(
  reported: ReportedRefunds | null,
  { order, platform, currency }: Pick<Columns, 'order' | 'platform' | 'currency'>,
  texts: OrderTexts,
): readonly RefundElsewhere[] {
  return (reported?.withoutOrder ?? [])
    .map(({ row, at, amount, number }) => ({
      platform: texts.platform.text(platform[row]!),
      order: texts.order.text(order[row]!),
      currency: texts.currency.text(currency[row]!),
      ...{ at, amount, number: texts.lineId.text(number) },
    }))
    .sort(
      (one, other) =>
        compareTexts(one.platform, other.platform) ||
        compareTexts(one.order, other.order) ||
        compareRefunds({ ...one, text: one.number }, { ...other, text: other.number }),
    );
}

/** Seconds of the last refund of each row of the table, NaN where none is known. */
export function lastRefunds(reported: ReportedRefunds, orders: Int32Array): Float64Array {
  const last = new Float64Array(orders.length).fill(Number.NaN);
  const rowOf = rowsOf(orders);
  const later = ({ at }: ReportedRefund, known: number): boolean => !Number.isNaN(at) && !(at <= known);
  for (const refund of reported.refunds) {
    const row = rowOf[refund.order]!;
    if (later(refund, last[row]!)) last[row] = refund.at;
  }
  return last;
}

function rowsOf(orders: Int32Array): Int32Array {
  const rowOf = new Int32Array(orders.length);
  orders.forEach((order, row) => {
    rowOf[order] = row;
  });
  return rowOf;
}
