import { noRefunds } from '../../model/order-builder.js';
import type { RefundTable } from '../../model/orders.js';
import { dayOfSeconds } from '../../util/calendar.js';
import type { ReportedRefund, ReportedRefunds } from '../merge/refund-reports.js';

/** The refunds whose day is known, by the rows of the table, then by day and amount. `orders`: its merged orders. */
export function tableRefunds(reported: ReportedRefunds | null, orders: Int32Array): RefundTable {
  if (reported === null) return noRefunds();
  const rowOf = rowsOf(orders);
  const dated = reported.refunds
    .filter(({ at }) => !Number.isNaN(at))
    .map(({ order, at, amount }) => ({ row: rowOf[order]!, day: dayOfSeconds(at), amount }))
    .sort((one, other) => one.row - other.row || one.day - other.day || one.amount - other.amount);
  return {
    size: dated.length,
    orderRow: Int32Array.from(dated, ({ row }) => row),
    day: Int32Array.from(dated, ({ day }) => day),
    amount: Float64Array.from(dated, ({ amount }) => amount),
  };
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
