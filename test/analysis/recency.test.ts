import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerValue } from '../../src/analysis/customer-value.js';
import { recency } from '../../src/analysis/recency.js';
import { recencyClasses, recencyClassOf } from '../../src/analysis/recency-class.js';
import { isoDay } from '../../src/util/calendar.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { bought, day } from './bought.js';
import { cellsOf, inputOf, orders, rowsOf } from './drawn.js';
import { customersOf } from './slow-shop.js';

test.each([
  ['2023-05-31', '2023-05-31', 'hot'],
  ['2023-05-31', '2023-04-30', 'hot'],
  ['2023-05-31', '2023-04-29', 'warm'],
  ['2023-05-31', '2023-02-28', 'warm'],
  ['2023-05-31', '2023-02-27', 'sleeping'],
  ['2024-05-31', '2024-02-29', 'warm'],
  ['2024-05-31', '2024-02-28', 'sleeping'],
  ['2023-05-31', '2022-11-30', 'sleeping'],
  ['2023-05-31', '2022-11-29', 'aboutToLeave'],
  ['2023-05-31', '2022-05-31', 'aboutToLeave'],
  ['2023-05-31', '2022-05-30', 'lost'],
])('as of %s a last purchase on %s is %s', (asOf, last, expected) => {
  expect(recencyClassOf(day(last), day(asOf), null)).toBe(expected);
});

test.each([
  [0, 'd0-30'],
  [30, 'd0-30'],
  [31, 'd31-60'],
  [60, 'd31-60'],
  [365, 'd181-365'],
  [366, 'd366+'],
  [4000, 'd366+'],
])('with edges a last purchase %i days ago is %s', (ago, expected) => {
  expect(recencyClassOf(20_000 - ago, 20_000, [30, 60, 90, 180, 365])).toBe(expected);
});

test('one class after the other, without a gap, under any as-of day and edges', () => {
  const anyEdges = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 800 }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), anyEdges, (asOf, edges) => {
      const classes = recencyClasses(asOf, edges === null ? null : [...edges].sort((one, other) => one - other));
      expect(classes[0]?.to).toBe(asOf);
      for (const [index, { from }] of classes.entries()) {
        expect(from === null ? classes.length - 1 : index).toBe(index);
        if (from !== null) expect(classes[index + 1]?.to).toBe(from - 1);
      }
    }),
    runs(),
  );
});

describe('a shop as of the last of May 2023', () => {
  const shop = bought('2023-05-31', {
    ann: '2023-01-01 2023-05-31',
    bob: '2023-02-28',
    eve: '2023-02-27',
    kim: '2020-01-01 2020-02-01',
  });

  test('classes, their days, customers, sales and one-time buyers', () => {
    const keys = ['class', 'customers', 'share', 'sales', 'perCustomer', 'purchasesPerCustomer', 'oneTimeShare'];
    expect(cellsOf(recency, inputOf(shop), ...keys)).toEqual([
      ['hot', 1, 0.25, 20_000, 20_000, 2, 0],
      ['warm', 1, 0.25, 10_000, 10_000, 1, 1],
      ['sleeping', 1, 0.25, 10_000, 10_000, 1, 1],
      ['aboutToLeave', 0, 0, 0, null, null, null],
      ['lost', 1, 0.25, 20_000, 20_000, 2, 0],
    ]);
    const days = cellsOf(recency, inputOf(shop), 'from', 'to').map((pair) =>
      pair.map((date) => (date === null ? null : isoDay(Number(date)))),
    );
    expect([days[0], days[1], days[4]]).toEqual([
      ['2023-04-30', '2023-05-31'],
      ['2023-02-28', '2023-04-29'],
      [null, '2022-05-30'],
    ]);
  });

  test('historic value is what each has paid so far', () => {
    expect(cellsOf(customerValue, inputOf(shop), 'stat', 'value')).toEqual([
      ['n', 4],
      ['sales', 60_000],
      ['mean', 15_000],
      ['p25', 10_000],
      ['median', 15_000],
      ['p75', 20_000],
      ['p90', 20_000],
      ['p99', 20_000],
      ['max', 20_000],
    ]);
  });
});

test('an empty shop has no classes and no value', () => {
  expect(rowsOf(recency.compute(inputOf(orders``)))).toEqual([]);
  expect(cellsOf(customerValue, inputOf(orders``), 'value').flat()).toEqual([0, 0, ...Array(7).fill(null)]);
});

test.each([null, [30, 60, 90, 180, 365], [7]])('any shop, edges %j: the classes partition the customers', (edges) => {
  fc.assert(
    fc.property(anyShop(), (shop) => {
      const people = [...customersOf(shop).values()];
      if (people.length === 0) return;
      for (const row of rowsOf(recency.compute(inputOf(shop, { edges })))) {
        const own = people.filter((one) => recencyClassOf(one.at(-1)!.day, shop.asOf, edges) === row['class']);
        expect([row['customers'], row['oneTimeCustomers'], row['sales']]).toEqual([
          own.length,
          own.filter(({ length }) => length === 1).length,
          own.flat().reduce((sum, { net }) => sum + net, 0),
        ]);
      }
      const all = cellsOf(recency, inputOf(shop, { edges }), 'customers').flat();
      expect(all.reduce((sum: number, one) => sum + Number(one), 0)).toBe(people.length);
    }),
    runs(),
  );
});
