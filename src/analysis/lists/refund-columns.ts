import { NONE } from '../../model/orders.js';
import type { Cell, Unit } from '../../model/report.js';
import { textOnce } from './list-order.js';
import { column, dayIn, known, type OrderColumn, type OrderContext, scaled } from './order-column.js';

const refund = (key: string, unit: Unit, cell: (context: OrderContext, refund: number) => Cell): OrderColumn =>
  column(key, unit, (context, { refund }) => (refund < 0 ? null : cell(context, refund)));

/**
 * The refunds of refund reports, one on each row of the order from its first on, whatever product is on the row: so the
 * amounts of a day add up. Where an order has more of them than products, further rows hold nothing but a refund.
 */
export const refundColumns: readonly OrderColumn[] = [
  refund('refundId', 'name', ({ orders }, refund) => {
    const code = orders.refunds.number[refund]!;
    return code === NONE ? null : textOnce(orders.texts.lineId, code);
  }),
  refund('refundDay', 'date', ({ orders }, refund) => dayIn(orders.refunds.day[refund]!)),
  refund('refundTime', 'time', ({ orders }, refund) => known(orders.refunds.at[refund]!)),
  refund('refundAmount', 'money', (context, refund) =>
    scaled(context, context.orders.refunds.orderRow[refund]!, context.orders.refunds.amount[refund]!),
  ),
];
