import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concentration } from '../../src/analysis/concentration.js';
import { deciles } from '../../src/analysis/deciles.js';
import { overview } from '../../src/analysis/overview.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { cellsOf, inputOf, measureOf, orders, START } from './drawn.js';

const paying = (...amounts: readonly number[]) => ({
  asOf: START,
  orders: amounts.map((gross, index) => ({ customer: `c${index}`, day: START, gross })),
});

test('the number of the best customers is rounded up', () => {
  const input = inputOf(paying(400, 300, 200, 50, 25, 25));
  expect(cellsOf(concentration, input, 'topShare', 'customers', 'sales', 'share')).toEqual([
    [0.01, 1, 400, 0.4],
    [0.05, 1, 400, 0.4],
    [0.1, 1, 400, 0.4],
    [0.2, 2, 700, 0.7],
    [0.5, 3, 900, 0.9],
  ]);
});

test.each([
  ['all customers alike', paying(100, 100, 100, 100, 100), 0.2, 0],
  ['one customer', paying(100), 1, 0],
  ['only free orders', paying(0, 0), null, null],
  ['nobody', orders``, null, null],
])('top 20 % and Gini: %s', (_, shop, top, gini) => {
  const input = inputOf(shop);
  expect(measureOf(overview, input, 'top20Share')['value']).toBe(top);
  expect(measureOf(overview, input, 'gini')['value']).toBe(gini);
});

test('sales are those of the window', () => {
  const input = inputOf(
    orders`
    ann 9...
    bob ..1.`,
    { window: { from: START + 1, to: START + 3 } },
  );
  expect(cellsOf(concentration, input, 'customers', 'sales')[0]).toEqual([1, 10_000]);
});

test('without customers there are no rows', () => {
  expect(cellsOf(concentration, inputOf(orders`- 1`), 'topShare')).toEqual([]);
});

test('ten groups by sales, best first, their sizes at most one apart', () => {
  const rows = cellsOf(
    deciles,
    inputOf(paying(...Array.from({ length: 15 }, (_, index) => index + 1))),
    'customers',
    'sales',
  );
  expect(rows.map(([customers]) => customers)).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
  expect(rows[0]).toEqual([1, 15]);
  expect(rows[9]).toEqual([2, 3]);
});

test('any shop: the ten groups sum to all customers and their sales, and the rest never beat the best', () => {
  fc.assert(
    fc.property(anyShop({ customers: 30 }), (shop) => {
      const input = inputOf(shop);
      const rows = cellsOf(deciles, input, 'customers', 'sales') as number[][];
      if (rows.length === 0) return;
      const sum = (column: number) => rows.reduce((all, row) => all + row[column]!, 0);
      const { denominator, numerator } = measureOf(overview, input, 'perCustomer');
      expect([sum(0), sum(1)]).toEqual([denominator, numerator]);
      const means = rows.flatMap(([customers, sales]) => (customers === 0 ? [] : [sales! / customers!]));
      expect([...means].sort((one, other) => other - one)).toEqual(means);
    }),
    runs(),
  );
});
