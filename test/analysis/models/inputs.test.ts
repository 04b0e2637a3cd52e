import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coarseRows } from '../../../src/analysis/models/coarse-rows.js';
import { purchaseRows, repeatSpend } from '../../../src/analysis/models/inputs.js';
import { type CustomerRows, customerRows, rowAt } from '../../../src/analysis/models/rows.js';
import { historyOf } from '../../../src/model/history-builder.js';
import { runs } from '../../runs.js';
import { orders, type Shop, START } from '../drawn.js';
import { tableOf } from '../order-table.js';

function historyOfShop({ orders: drawn, asOf }: Shop, rule: 'day' | 'order' = 'day') {
  return historyOf(tableOf(drawn), 0, rule, asOf);
}

/** Per customer [x, tx, T]; null where he is left out. */
function perCustomer(rows: CustomerRows) {
  return Array.from(rows.rowOf, (row) => {
    if (row < 0) return null;
    const { x, tx, T } = rowAt(rows, row);
    return [x, tx, T];
  });
}

describe('what the models know of a customer', () => {
  const shop = orders`
    ann 1...1..2..
    bob ..1.......
    eva .........1
    tom .2........`;

  test('repeat purchases, days to the last, days since the first; split orders of a day are one', () => {
    expect(perCustomer(purchaseRows(historyOfShop(shop), START + 9))).toEqual([
      [2, 7, 9],
      [0, 0, 7],
      [0, 0, 0],
      [0, 0, 8],
    ]);
  });

  test('seen from an earlier day: later purchases do not exist, later customers are left out', () => {
    expect(perCustomer(purchaseRows(historyOfShop(shop), START + 6))).toEqual([[1, 4, 6], [0, 0, 4], null, [0, 0, 5]]);
  });

  test('in weeks: days ÷ 7, purchases stay apart', () => {
    expect(perCustomer(purchaseRows(historyOfShop(shop), START + 9, 'week'))[0]).toEqual([2, 1, 9 / 7]);
  });

  test('orders counted one by one: a repeat purchase on the first day came after half a day', () => {
    expect(perCustomer(purchaseRows(historyOfShop(shop, 'order'), START + 9))).toEqual([
      [3, 7, 9],
      [0, 0, 7],
      [0, 0, 0],
      [1, 0.5, 8],
    ]);
    expect(perCustomer(purchaseRows(historyOfShop(shop, 'order'), START + 1))[3]).toEqual([1, 0.5, 0.5]);
  });

  test('a shop before its first order has no rows', () => {
    const rows = purchaseRows(historyOfShop(shop), START - 1);
    expect([rows.customers, rows.repeaters, rows.x.length]).toEqual([0, 0, 0]);
  });

  test('mean spend leaves the first purchase out, and customers without a repeat', () => {
    const spend = repeatSpend(historyOfShop(shop), START + 9, 100);
    expect([...spend.x]).toEqual([2, 0, 0, 0]);
    expect([...spend.mean]).toEqual([150, 0, 0, 0]);
    expect([...repeatSpend(historyOfShop(shop), START + 6, 100).mean]).toEqual([100, 0, 0, 0]);
  });
});

describe('equal customers share a row', () => {
  const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.nat(6), fc.nat(6)), { maxLength: 80 });

  test('every customer finds his own numbers again, rows are distinct and in order, weights add up', () => {
    fc.assert(
      fc.property(times, (list) => {
        const column = (place: 0 | 1 | 2) => list.map((one) => one[place]);
        const rows = customerRows({ x: column(0), tx: column(1), T: column(2) });
        expect(perCustomer(rows)).toEqual(list);
        const keys = Array.from(rows.x, (x, row) => x * 10_000 + rows.T[row]! * 100 + rows.tx[row]!);
        expect(keys).toEqual([...new Set(keys)].toSorted((one, other) => one - other));
        expect(rows.weight.reduce((sum, one) => sum + one, 0)).toBe(list.length);
        expect(rows.repeaters).toBe(list.filter(([x]) => x > 0).length);
      }),
      runs(),
    );
  });

  test('a rough copy has few rows, the same customers, and no repeat purchase without a time', () => {
    const list = Array.from({ length: 3000 }, (_, i) => [
      i % 4,
      i % 4 === 0 ? 0 : 1 + ((i * 7) % 300),
      301 + ((i * 11) % 89),
    ]);
    const column = (place: number) => list.map((one) => one[place]!);
    const rows = customerRows({ x: column(0), tx: column(1), T: column(2) });
    const coarse = coarseRows(rows);
    expect(coarse.x.length).toBeLessThan(rows.x.length / 2);
    expect(coarse.weight.reduce((sum, one) => sum + one, 0)).toBe(3000);
    expect(coarse.x.every((x, row) => x > 0 === coarse.tx[row]! > 0 && coarse.tx[row]! <= coarse.T[row]!)).toBe(true);
  });
});
