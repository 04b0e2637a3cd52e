import { expect, test } from 'vitest';
import { gaps } from '../../src/analysis/gaps.js';
import { lapsePoint } from '../../src/analysis/lapse-point.js';
import { orderLadder } from '../../src/analysis/order-ladder.js';
import { cellsOf, inputOf, noteIds, orders, START } from './drawn.js';
import type { TestOrder } from './order-table.js';

const dots = (days: number) => '.'.repeat(days);

test('each rung has the customers who reached it, who went on, and the days between', () => {
  const input = inputOf(orders`
    ann 1.1...1.
    bob 1...1...
    cid 2.......`);
  const keys = ['nth', 'customers', 'next', 'rate', 'medianDays', 'p25', 'p75', 'p80'];
  expect(cellsOf(orderLadder, input, ...keys)).toEqual([
    [1, 3, 2, 2 / 3, 3, 2.5, 3.5, 3.6],
    [2, 2, 1, 0.5, 4, 4, 4, 4],
    [3, 1, 0, 0, null, null, null, null],
  ]);
});

test.each([
  ['reached the rung exactly LP days before the as-of day', orders`ann 1${dots(180)}`, [1, 0, 0]],
  ['is too young by one day', orders`ann 1${dots(179)}`, [0, 0, null]],
  ['too young to judge, though already back', orders`ann 1.1${dots(100)}`, [0, 0, null]],
  ['came back on the last day of LP', orders`ann 1${dots(179)}1`, [1, 1, 1]],
  ['came back a day after LP', orders`ann 1${dots(180)}1`, [1, 0, 0]],
])('matured (LP 180): %s', (_, shop, expected) => {
  const keys = ['maturedCustomers', 'maturedNext', 'maturedRate'];
  expect(cellsOf(orderLadder, inputOf(shop), ...keys)[0]).toEqual(expected);
});

test('per order divides the sales of the n-th purchases by their orders', () => {
  const shop = {
    asOf: START + 3,
    orders: [
      { customer: 'ann', day: START, gross: 100 },
      { customer: 'ann', day: START, gross: 201 },
    ],
  };
  expect(cellsOf(orderLadder, inputOf(shop), 'perOrder')).toEqual([[150.5]]);
});

test('ends at the 20th purchase and says how many went further', () => {
  const table = orderLadder.compute(
    inputOf(orders`
    ann ${'1'.repeat(21)}
    bob ${'1'.repeat(20)}.`),
  );
  expect([...table.rows].length).toBe(20);
  expect(table.notes).toContainEqual({ id: 'ladder-end', level: 'info', params: { nth: 20, customers: 1 } });
});

test.each([
  ['no customer', orders``],
  ['no order with a customer', orders`- 111`],
])('has no rungs with %s', (_, shop) => expect([...orderLadder.compute(inputOf(shop)).rows]).toEqual([]));

test('customers first seen before --history-start are on no rung', () => {
  const input = inputOf(
    orders`
    ann 1.1.
    bob .1..`,
    { historyStart: START + 1 },
  );
  expect(cellsOf(orderLadder, input, 'customers', 'next')).toEqual([[1, 0]]);
});

test.each([
  [
    'gaps of 1, 2 and 3 days',
    orders`
    ann 11.1
    bob 1..1`,
    [3, 2, 1.5, 2, 2.5, 2.6, 180],
  ],
  ['nobody came back', orders`ann 1..`, [0, null, null, null, null, null, 180]],
])('gaps: %s', (_, shop, expected) => {
  expect(cellsOf(gaps, inputOf(shop), 'days').flat()).toEqual(expected);
});

/** A customer whose purchases after the second come after the given days. */
function regular(customer: string, gapsAfterSecond: readonly number[]): readonly TestOrder[] {
  const days = [START, START + 1];
  for (const gap of gapsAfterSecond) days.push(days[days.length - 1]! + gap);
  return days.map((day) => ({ customer, day }));
}

test('lapse point: four in five returns have come by it', () => {
  const drawn = [
    ...regular(
      'ann',
      Array.from({ length: 50 }, (_, index) => (index < 40 ? 5 : 20)),
    ),
  ];
  const input = inputOf({ orders: drawn, asOf: START + 1 + 40 * 5 + 10 * 20 });
  expect(cellsOf(lapsePoint, input, 'days', 'basis', 'closedGaps', 'openGaps')).toEqual([[5, 'estimated', 50, 1]]);
});

test('lapse point: the first gap of a customer does not count, and 49 gaps are too few', () => {
  const input = inputOf({
    orders: regular(
      'ann',
      Array.from({ length: 49 }, () => 5),
    ),
    asOf: START + 300,
  });
  expect(cellsOf(lapsePoint, input, 'days', 'basis', 'closedGaps')).toEqual([[180, 'default', 49]]);
  expect(noteIds(gaps.compute(input))).toContain('lapse-point-default');
});

test('lapse point: orders of one day as purchases of their own give at least 1 day', () => {
  const drawn = Array.from({ length: 60 }, () => ({ customer: 'ann', day: START }));
  const input = inputOf({ orders: drawn, asOf: START + 9 }, { purchase: 'order' });
  expect(cellsOf(lapsePoint, input, 'days', 'closedGaps')).toEqual([[1, 58]]);
});
