import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/adapters/dialect.js';
import { isoDay } from '../../src/util/calendar.js';
import { type DrawnRow, type DrawnSheet, itemReport, ordersFrom } from './row-store.js';

const time = '2026-03-01';
const report: Partial<Dialect> = { id: 'refund-report', grain: 'refund' };
const refunds = (...rows: readonly DrawnRow[]): DrawnSheet => ({
  dialect: report,
  fields: ['order', 'line', 'refund', 'completed', 'refundStatus'],
  rows: rows.map((row) => ({ closeReason: 'refunded', ...row })),
});
const made = (...sheets: readonly DrawnSheet[]) => {
  const all = ordersFrom(sheets);
  const { refunds: dated, texts, order } = all.table;
  const days = Array.from(dated.orderRow, (row, at) => {
    if (Number.isNaN(dated.at[at]!)) return `${texts.order.text(order[row]!)} - ${dated.amount[at]!}`;
    const number = texts.order.text(order[row]!);
    return `${number} ${isoDay(dated.day[at]!)} ${dated.amount[at]!}`;
  });
  return { ...all, days };
};
const paid = (row: Partial<DrawnRow>): DrawnRow => ({ order: '1', time, ...row });

describe('what was paid before refunds, with a refund report beside the order report', () => {
  test.each([
    ['its own refund is as much: nothing changes', paid({ total: 100, paid: 70, refund: 30 }), 100, 30],
    ['it was exported before the refund', paid({ total: 100, paid: 100, refund: 0 }), 100, 30],
    ['it knows more than the refund report', paid({ total: 100, paid: 50, refund: 50 }), 100, 50],
    ['no refund column, total says it is not taken off', paid({ total: 100, paid: 100 }), 100, 30],
    ['no refund column, total says it is taken off', paid({ total: 100, paid: 70 }), 100, 30],
    ['no refund column and no total: net, as the report is known for', paid({ paid: 70 }), 100, 30],
  ])('paid is net, %s', (_title, row, gross, refunded) => {
    const { orders } = made(
      { rows: [row] },
      refunds({ order: '1', lineId: 'r1', refund: 30, completed: '2026-03-09' }),
    );
    expect(orders).toMatchObject([{ gross, refunded }]);
  });

  test('paid is gross in the item report: the larger refund counts', () => {
    const items: DrawnSheet = {
      dialect: itemReport,
      rows: [
        { order: '1', time, lineId: 'a', product: 'pot', paid: 60, refund: 0 },
        { order: '1', time, lineId: 'b', product: 'lid', paid: 40, refund: 10 },
      ],
    };
    const { orders } = made(items, refunds({ order: 'b', lineId: 'r1', refund: 40, completed: '2026-03-09' }));
    expect(orders).toMatchObject([{ gross: 100, refunded: 40 }]);
  });
});

describe('which refunds count', () => {
  const order = paid({ total: 100, paid: 100, refund: 0 });
  test('two states of one refund are one, the later end tells', () => {
    const { days, orders, fates } = made(
      { rows: [order] },
      refunds(
        { order: '1', lineId: 'r1', refund: 30, closeReason: 'other' },
        { order: '1', lineId: 'r1', refund: 30, completed: '2026-03-09' },
      ),
    );
    expect(days).toEqual(['1 2026-03-09 30']);
    expect(orders).toMatchObject([{ refunded: 30 }]);
    expect(fates).toEqual(['used', 'duplicate', 'used']);
  });
  test('one that was turned down, one of no order, one without an end', () => {
    const {
      days,
      orders,
      refunds: reported,
    } = made(
      { rows: [order] },
      refunds(
        { order: '1', lineId: 'r1', refund: 30, completed: '2026-03-09', closeReason: 'none' },
        { order: '9', lineId: 'r2', refund: 40, completed: '2026-03-09' },
        { order: '1', lineId: 'r3', refund: 5 },
      ),
    );
    expect(days).toEqual(['1 - 5']);
    expect(orders).toMatchObject([{ refunded: 5 }]);
    expect(reported).toMatchObject({ withoutOrder: [{ amount: 40 }] });
  });
  test('a number that two shops have is nobody’s', () => {
    const shops = [
      { ...order, shop: 'a' },
      { ...order, shop: 'b' },
    ];
    const { orders, refunds: reported } = made({ rows: shops }, refunds({ order: '1', lineId: 'r1', refund: 30 }));
    expect(orders.map(({ refunded }) => refunded)).toEqual([0, 0]);
    expect(reported).toMatchObject({ withoutOrder: [{ amount: 30 }] });
  });
  test('refunds after the last order do not move the as-of day', () => {
    const { asOf } = made(
      { rows: [order] },
      refunds({ order: '1', lineId: 'r1', refund: 30, completed: '2026-12-31' }),
    );
    expect(isoDay(asOf)).toBe(time);
  });
  test('rows in another order tell the same', () => {
    const rows: readonly DrawnRow[] = [
      { order: '1', lineId: 'r1', refund: 30, completed: '2026-03-09' },
      { order: '1', lineId: 'r1', refund: 20, completed: '2026-03-09' },
      { order: '1', lineId: 'r2', refund: 7, completed: '2026-03-02' },
    ];
    const [one, other] = [
      made({ rows: [order] }, refunds(...rows)),
      made(refunds(...[...rows].reverse()), { rows: [order] }),
    ];
    expect(one.orders).toEqual(other.orders);
    expect(one.days).toEqual(other.days);
    expect(one.days).toEqual(['1 2026-03-02 7', '1 2026-03-09 30']);
  });
});

describe('parcels', () => {
  const parcels = (...rows: readonly DrawnRow[]): DrawnSheet => ({ dialect: { id: 'parcels', grain: 'parcel' }, rows });
  test('lend a receiver to orders that have none or a masked one, and make no order', () => {
    const {
      orders,
      table,
      parcels: lent,
    } = made(
      {
        rows: [
          { order: '1', time, paid: 10 },
          { order: '2', time, paid: 10, phone: '139****0001' },
          { order: '3', time, paid: 10, phone: '13900000003' },
        ],
      },
      parcels(
        { order: '1', phone: '13900000001' },
        { order: '2', phone: '13900000002' },
        { order: '3', phone: '13900000009' },
        { order: '4', phone: '13900000004' },
      ),
    );
    expect(orders.map(({ customer }) => customer)).toEqual(['13900000001', '13900000002', '13900000003']);
    expect(table.size).toBe(3);
    expect(lent).toMatchObject({ orders: 2, withoutOrder: 1 });
  });
});
