import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../runs.js';
import { itemsSheet, lineRow, orderRow, sheetsOf } from './drawn-orders.js';
import { type DrawnSheet, ordersFrom } from './row-store.js';
import { slowOrders } from './slow-orders.js';

const rows = fc.array(orderRow, { maxLength: 14 });
const lines = fc.array(lineRow, { maxLength: 6 });
const files = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 20, maxLength: 20 });

/** What must not depend on how the rows are spread over files. */
function content(sheets: readonly DrawnSheet[]) {
  const { orders, asOf, fates } = ordersFrom(sheets);
  return {
    orders: orders.map((order) => ({ ...order, lines: [...order.lines] })),
    asOf,
    rejected: fates.includes('no-amount'),
  };
}

describe('orders with numbers', () => {
  test('are the same as those of the slow version', () => {
    fc.assert(
      fc.property(rows, files, fc.option(fc.constantFrom(18262, 18290), { nil: null }), (drawn, spread, asOf) => {
        const sheets = sheetsOf(drawn, [], (at) => spread[at]!);
        const slow = slowOrders(sheets, asOf);
        const fast = ordersFrom(sheets, { asOf });
        const known = fast.orders.map(({ order, shop, gross, refunded, uncounted, buyer, units }) => ({
          order,
          shop,
          gross,
          refunded,
          uncounted,
          buyer,
          units,
        }));
        expect(sorted(known)).toEqual(sorted(slow.orders));
        if (slow.asOf !== null) expect(fast.asOf).toBe(slow.asOf);
      }),
      runs(),
    );
  });

  test('do not depend on the sequence of rows and files', () => {
    fc.assert(
      fc.property(
        rows,
        lines,
        files,
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (drawn, items, spread, keys) => {
          const shuffled = drawn
            .map((row, at) => ({ row, key: keys[at]! }))
            .sort((one, other) => one.key - other.key)
            .map(({ row }) => row);
          const whole = content(sheetsOf(drawn, items, () => 0));
          expect(content(sheetsOf(shuffled, [...items].reverse(), (at) => spread[at]!))).toEqual(whole);
        },
      ),
      runs(),
    );
  });

  test('given twice are the same orders, and every row more is a duplicate', () => {
    fc.assert(
      fc.property(rows, lines, (drawn, items) => {
        const sheets = sheetsOf(drawn, items, () => 0);
        const again = [...sheets, ...sheets.map((sheet) => ({ ...sheet, file: 1 }))];
        expect(content(again)).toEqual(content(sheets));
        const doubled = sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows, ...sheet.rows] }));
        expect(content(doubled)).toEqual(content(sheets));
      }),
      runs(),
    );
  });

  test('of overlapping files are those of one file', () => {
    fc.assert(
      fc.property(rows, lines, fc.nat(14), fc.nat(14), (drawn, items, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const overlapping = [
          ...sheetsOf(drawn.slice(0, to), items, () => 0),
          ...sheetsOf(drawn.slice(from), [], () => 1),
        ];
        const [first, second] = [items.slice(0, from), items.slice(Math.min(from, 2))];
        expect(content(overlapping)).toEqual(content(sheetsOf(drawn, items, () => 0)));
        const apart = [...sheetsOf(drawn, [], () => 0), itemsSheet([...first, ...items], 8), itemsSheet(second, 9)];
        expect(content(apart)).toEqual(content(sheetsOf(drawn, items, () => 0)));
      }),
      runs(),
    );
  });

  test('keep gross − refunded = net, and their lines add up to them where they have amounts', () => {
    fc.assert(
      fc.property(rows, lines, (drawn, items) => {
        for (const order of ordersFrom(sheetsOf(drawn, items, () => 0)).orders) {
          expect(order.gross! - order.refunded!).toBe(order.net);
          const amounts = order.lines.map(({ amount }) => amount!);
          if (amounts.length > 0 && !amounts.some(Number.isNaN))
            expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(order.gross);
          const refunds = order.lines.map(({ refunded }) => refunded!);
          if (refunds.length > 0 && !refunds.some(Number.isNaN))
            expect(refunds.reduce((sum, one) => sum + one, 0)).toBe(order.refunded);
          for (const value of Object.values(order)) expect(Object.is(value, -0)).toBe(false);
        }
      }),
      runs(),
    );
  });

  test('one more unpaid, closed or later order changes nothing but the uncounted, when the as-of day is given', () => {
    const asOf = 18300;
    const extra = fc.constantFrom(
      { order: '99', created: '2020-01-05', paid: 0, status: 'unpaid' as const },
      { order: '99', created: '2020-01-05', time: '2020-01-05', paid: 70, status: 'closed' as const },
      { order: '99', created: '2020-02-20', time: '2020-02-20', paid: 70 },
    );
    fc.assert(
      fc.property(rows, lines, extra, (drawn, items, row) => {
        const before = ordersFrom(
          sheetsOf(drawn, items, () => 0),
          { asOf },
        );
        const after = ordersFrom(
          sheetsOf([...drawn, { layout: 0, row }], items, () => 0),
          { asOf },
        );
        expect(after.orders.filter(({ order }) => order !== '99')).toEqual(before.orders);
        expect(after.orders.find(({ order }) => order === '99')!.uncounted).not.toBe('valid');
      }),
      runs(),
    );
  });

  test('a rejected row changes no number: without it everything is the same', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const sheets = sheetsOf(drawn, [], () => 0);
        const made = ordersFrom(sheets);
        let row = 0;
        const without = sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.filter(() => !['no-amount', 'time-out-of-range'].includes(made.fates[row++]!)),
        }));
        const again = ordersFrom(without);
        expect(again.orders).toEqual(made.orders);
        expect([again.asOf, again.fates]).toEqual([
          made.asOf,
          made.fates.filter((fate) => fate === 'used' || fate === 'duplicate'),
        ]);
      }),
      runs(),
    );
  });
});

function sorted<T>(orders: readonly T[]): T[] {
  return [...orders].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
