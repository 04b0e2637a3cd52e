import { expect, test } from 'vitest';
import { secondPurchase } from '../../src/analysis/second-purchase.js';
import { secondPurchaseMedian } from '../../src/analysis/second-purchase-median.js';
import { cellsOf, inputOf, noteIds, orders, START } from './drawn.js';

const early = (shop: Parameters<typeof inputOf>[0], options = {}) =>
  cellsOf(secondPurchase, inputOf(shop, options), 'day', 'survival', 'atRisk', 'events').filter(
    (row) => Number(row[0]) < 30,
  );

test.each([
  [
    'one returns after 3 days, one never',
    orders`
    ann 1..1......
    bob 1.........`,
    [[3, 0.5, 2, 1]],
  ],
  [
    'a return comes before a customer who leaves observation on the same day',
    orders`
    ann 1..1......
    bob ......1...`,
    [[3, 0.5, 2, 1]],
  ],
  [
    'a customer who left before the return is not at risk',
    orders`
    ann 1..1......
    bob .......1..`,
    [[3, 0, 1, 1]],
  ],
  [
    'two days with returns',
    orders`
    ann 1.1.......
    bob 1....1....
    cid 1.........
    dan 1.........`,
    [
      [2, 0.75, 4, 1],
      [5, 0.5, 3, 1],
    ],
  ],
  ['nobody returns', orders`ann 1...`, []],
  ['an empty shop', orders``, []],
])('curve: %s', (_, shop, expected) => expect(early(shop)).toEqual(expected));

test('30, 60, 90, 180 and 365 days are marked, and empty beyond the longest follow-up', () => {
  const input = inputOf(orders`
    ann 1..1${'.'.repeat(90)}
    bob 1...${'.'.repeat(90)}`);
  expect(cellsOf(secondPurchase, input, 'day', 'survival', 'atRisk', 'marked')).toEqual([
    [3, 0.5, 2, null],
    [30, 0.5, 1, 'marked'],
    [60, 0.5, 1, 'marked'],
    [90, 0.5, 1, 'marked'],
    [180, null, 0, 'marked'],
    [365, null, 0, 'marked'],
  ]);
});

test.each([
  ['on the last day of follow-up', 30, 1],
  ['a day beyond it', 29, null],
])('S(30) %s', (_, days, survival) => {
  const input = inputOf(orders`ann 1${'.'.repeat(days)}`);
  expect(cellsOf(secondPurchase, input, 'survival')[0]).toEqual([survival]);
});

test('the interval belongs to S and is empty while S is 1 or 0', () => {
  const input = inputOf(orders`
    ann 1${'.'.repeat(39)}1
    bob 1${'.'.repeat(49)}1`);
  const rows = cellsOf(secondPurchase, input, 'day', 'survival', 'low', 'high').slice(0, 3);
  expect([rows[0], rows[2]]).toEqual([
    [30, 1, null, null],
    [50, 0, null, null],
  ]);
  const [, survival, low, high] = rows[1] as number[];
  expect(low! < survival! && survival! < high!).toBe(true);
});

test.each([
  [
    'half are back after 5 days',
    orders`
    ann 1.1.......
    bob 1....1....
    cid 1.........
    dan 1.........`,
    [4, 2, 5, 9],
  ],
  [
    'fewer than half are back',
    orders`
    ann 1.1.......
    bob 1.........
    cid 1.........`,
    [3, 1, null, 9],
  ],
  ['an empty shop', orders``, [0, 0, null, null]],
])('median: %s', (_, shop, expected) => {
  const keys = ['customers', 'returned', 'medianDays', 'followedDays'];
  expect(cellsOf(secondPurchaseMedian, inputOf(shop), ...keys)).toEqual([expected]);
});

test('customers first seen before --history-start are left out', () => {
  const shop = orders`
    ann 11........
    bob .1.1......`;
  expect(early(shop, { historyStart: START + 1 })).toEqual([[2, 0, 1, 1]]);
  expect(noteIds(secondPurchase.compute(inputOf(shop, { historyStart: START + 1 })))).toContain('history-start');
});
