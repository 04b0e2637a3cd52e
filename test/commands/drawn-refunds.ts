import fc from 'fast-check';
import { dayOf, isoDay } from '../../src/util/calendar.js';
import type { DrawnFile } from './drawn-exports.js';

/** A refund as a refund report tells it; amounts in fen. `at`: days after the first, null = no day. */
interface DrawnRefund {
  readonly amount: number;
  readonly at: number | null;
  readonly status: '退款成功' | '退款关闭' | '买家已经申请退款,等待卖家同意';
}

/** An order and its refunds; `knows`: of how many of them its own report knows. */
interface DrawnOrder {
  readonly number: number;
  readonly day: number;
  readonly paid: boolean;
  readonly buyer: string;
  readonly prices: readonly number[];
  readonly knows: number;
  readonly refunds: readonly DrawnRefund[];
}

/** A shop and the layout of its order report. */
export interface DrawnShop {
  readonly orders: readonly DrawnOrder[];
  readonly layout: keyof typeof layouts;
}

const FIRST = dayOf(2024, 1, 1);
const yuan = (fen: number) => (fen / 100).toFixed(2);
const time = (day: number) => `${isoDay(FIRST + day)} 10:00:00`;
const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`).join('');

const priceOf = ({ prices }: DrawnOrder) => sum(prices);
const succeeded = ({ status }: DrawnRefund) => status === '退款成功';
const knownRefund = ({ knows, refunds }: DrawnOrder) =>
  sum(
    refunds
      .filter(succeeded)
      .slice(0, knows)
      .map(({ amount }) => amount),
  );

const withRefundColumn = (orders: readonly DrawnOrder[]) => [
  ['订单编号', '买家会员名', '总金额', '买家实际支付金额', '退款金额', '订单状态', '订单付款时间'],
  ...orders.map((order) => [...orderCells(order, knownRefund(order)), statusOf(order), paidAt(order)]),
];

/** What is paid has the refunds taken off that were known. */
const withoutRefundColumn = (orders: readonly DrawnOrder[]) =>
  withRefundColumn(orders).map((row) => row.filter((_, column) => column !== 4));

const items = (orders: readonly DrawnOrder[]) => [
  ['子订单编号', '主订单编号', '标题', '价格', '购买数量', '订单状态', '买家实际支付金额', '退款金额', '订单付款时间'],
  ...orders.flatMap((order) =>
    order.prices.map((price, nth) => [
      ...[`${order.number}0${nth}`, `${order.number}`, `茶${nth}`, '9', '1', statusOf(order), yuan(price)],
      ...[yuan(nth === 0 ? Math.min(price, knownRefund(order)) : 0), paidAt(order)],
    ]),
  ),
];

const layouts = { withRefundColumn, withoutRefundColumn, items };

function orderCells(order: DrawnOrder, refund: number): readonly string[] {
  const paid = order.paid ? priceOf(order) - refund : 0;
  return [`${order.number}`, order.buyer, yuan(priceOf(order)), yuan(paid), yuan(order.paid ? refund : 0)];
}

const statusOf = ({ paid }: DrawnOrder) => (paid ? '交易成功' : '等待买家付款');
const paidAt = ({ paid, day }: DrawnOrder) => (paid ? time(day) : '');

/** The order report of some orders. */
export function orderFile(name: string, { layout }: DrawnShop, orders: readonly DrawnOrder[]): DrawnFile {
  return [name, csv(layouts[layout](orders))];
}

/** The refund report of some of the refunds of orders. */
export function refundFile(
  name: string,
  orders: readonly DrawnOrder[],
  has: (order: number, nth: number) => boolean,
): DrawnFile {
  const rows = orders.flatMap((order) =>
    order.refunds.flatMap(({ amount, at, status }, nth) =>
      has(order.number, nth)
        ? [[`${order.number}`, `9${order.number}${nth}`, at === null ? '' : time(at), yuan(amount), status]]
        : [],
    ),
  );
  return [name, csv([['订单编号', '退款编号', '退款完结时间', '买家退款金额', '退款状态'], ...rows])];
}

const refund: fc.Arbitrary<DrawnRefund> = fc.record({
  // A refund report that is one fen above the order's own report is taken for rounding.
  amount: fc.oneof(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 3000 })),
  at: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null, freq: 5 }),
  status: fc.constantFrom('退款成功', '退款成功', '退款成功', '退款关闭', '买家已经申请退款,等待卖家同意'),
});

/** Shops with up to three refunds an order, of which the order's own report knows none, some or all. */
export const drawnShop: fc.Arbitrary<DrawnShop> = fc.record({
  layout: fc.constantFrom('withRefundColumn', 'withoutRefundColumn', 'items'),
  orders: fc
    .array(
      fc.record({
        day: fc.integer({ min: 0, max: 80 }),
        paid: fc.nat(5).map((nth) => nth > 0),
        buyer: fc.constantFrom('甲', '乙', '丙'),
        prices: fc.array(fc.integer({ min: 5000, max: 9900 }), { minLength: 2, maxLength: 3 }),
        knows: fc.nat(3),
        refunds: fc.array(refund, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((orders) => orders.map((order, at) => ({ ...order, number: at + 1 }))),
});
