import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderGroups } from '../../src/adapters/merge/order-keys.js';
import { firstFates } from '../../src/adapters/merge/side-rows.js';
import { toOrders } from '../../src/adapters/settle/to-orders.js';
import type { OrderTable } from '../../src/model/orders.js';
import { runs } from '../runs.js';
import { type DrawnRow, type DrawnSheet, plainRules, readable, rowStore } from './row-store.js';

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = fc.constantFrom('2020-02-20', '2020-02-21 10:00', '2020-02-21 10:00:30', '2020-03-01', '2525-01-01');
const row = fc
  .record({
    ...{ created: some(day), time: some(day), shop: some(fc.constantFrom('a', 'b')) },
    ...{ buyer: some(fc.constantFrom('tb1', 'tb2', 't**1', ' tb1', '7788')), phone: some(fc.constant('13900000001')) },
    ...{ paid: some(fc.integer({ min: -1, max: 900 })), total: some(fc.integer({ min: 0, max: 900 })) },
    ...{ refund: some(fc.integer({ min: 0, max: 900 })), postage: some(fc.constantFrom(0, 10)) },
    ...{ price: some(fc.integer({ min: 1, max: 90 })), quantity: some(fc.integer({ min: 1, max: 3 })) },
    ...{ status: some(fc.constantFrom('paid', 'completed', 'closed', 'unpaid', 'refunded', 'unknown' as const)) },
    ...{ closeReason: some(fc.constantFrom('refunded', 'never-paid' as const)), product: some(fc.constant('茶')) },
  })
  .map((cells) => Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined)) as DrawnRow);
const fields = [
  ...(['order', 'created', 'time', 'shop', 'buyer', 'phone', 'paid', 'total', 'refund', 'postage'] as const),
  ...(['price', 'quantity', 'status', 'closeReason', 'product'] as const),
];

/** Everything of a table but where its rows stood and which codes its texts have. */
function seen(table: OrderTable) {
  const { listTotal, known, kinds, timePrecision, day: days, lines } = table;
  const columns = { listTotal, known, kinds, timePrecision, days, first: lines.orderRow, price: lines.listPrice };
  return {
    orders: readable(table),
    ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column]])),
  };
}

function made(sheets: readonly DrawnSheet[]) {
  const positions = sheets.map((_, sheet) => ({ file: sheet, sheet: 0 }));
  const { table, amount, asOf, settled, days } = toOrders(rowStore(sheets), positions, plainRules);
  return { ...seen(table), amount: [...amount], asOf, found: [...settled.found].sort(), days };
}

const numbered = (rows: readonly DrawnRow[]) => rows.map((cells, at) => ({ ...cells, order: `A${at}` }));

test('orders that stand on one row each are what they are when all rows stand there twice', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const sheet = { fields, rows: numbered(rows) };
      const once = made([sheet]);
      const twice = made([sheet, { ...sheet, file: 1 }]);
      expect({ ...twice, amount: twice.amount.slice(0, rows.length) }).toEqual(once);
    }),
    runs(1000, 60),
  );
});

test('whether order numbers come in the sequence of their codes or not, each is an order of its own', () => {
  const rows = numbered([{ time: '2020-02-20' }, { time: '2020-02-21' }, { time: '2020-02-22' }]);
  const store = rowStore([{ fields, rows }]);
  const columns = { platform: new Int32Array(3) };
  const groups = (order: readonly number[]) => {
    const same = { ...store, order: Int32Array.from(order) };
    const { size, of, offsets, members } = orderGroups(same, columns as never, firstFates(same));
    return { size, of: [...of], offsets: [...offsets], members: [...members] };
  };
  expect(groups([0, 1, 2])).toEqual(groups([2, 0, 1]));
  expect(groups([0, 1, 2])).toEqual({ size: 3, of: [0, 1, 2], offsets: [0, 1, 2, 3], members: [0, 1, 2] });
  expect(groups([0, 2, 0]).of).toEqual([0, 1, 0]);
  expect(groups([-1, 0, 1]).size).toBe(3);
});
