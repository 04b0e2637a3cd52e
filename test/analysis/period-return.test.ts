import { expect, test } from 'vitest';
import { periodReturn } from '../../src/analysis/period-return.js';
import { dayOf } from '../../src/util/calendar.js';
import { cellsOf, inputOf, noteIds, orders } from './drawn.js';
import type { TestOrder } from './order-table.js';

const on = (customer: string, month: number, day: number): TestOrder => ({ customer, day: dayOf(2024, month, day) });
const counts = (shop: readonly TestOrder[], asOf: number, options = {}) =>
  cellsOf(periodReturn, inputOf({ orders: shop, asOf }, options), 'from1', 'to2', 'buyers', 'returned');

test('each complete month against the next', () => {
  const shop = [
    on('ann', 1, 1),
    on('ann', 1, 30),
    on('ann', 2, 29),
    on('bob', 1, 5),
    on('bob', 3, 1),
    on('ann', 3, 31),
  ];
  expect(counts(shop, dayOf(2024, 3, 31))).toEqual([
    [dayOf(2024, 1, 1), dayOf(2024, 2, 29), 2, 1],
    [dayOf(2024, 2, 1), dayOf(2024, 3, 31), 1, 1],
  ]);
});

test('a month that is not over, or began before the history, is not compared', () => {
  const shop = [on('ann', 1, 2), on('ann', 2, 1), on('ann', 3, 1)];
  expect(counts(shop, dayOf(2024, 3, 30))).toEqual([]);
});

test('a month without buyers has an empty rate', () => {
  const input = inputOf({ orders: [on('ann', 1, 1), on('ann', 3, 5)], asOf: dayOf(2024, 3, 31) });
  expect(cellsOf(periodReturn, input, 'buyers', 'returned', 'rate')).toEqual([
    [1, 0, 0],
    [0, 0, null],
  ]);
});

test('with a window: the period before it against it', () => {
  const shop = [on('ann', 1, 1), on('ann', 2, 2), on('bob', 1, 31), on('cid', 2, 5)];
  const window = { from: dayOf(2024, 2, 1), to: dayOf(2024, 2, 29) };
  expect(counts(shop, dayOf(2024, 2, 29), { window })).toEqual([[dayOf(2024, 1, 1), dayOf(2024, 2, 29), 2, 1]]);
});

test('a window that is not over is said', () => {
  const window = { from: dayOf(2024, 2, 1), to: dayOf(2024, 2, 29) };
  const input = inputOf({ orders: [on('ann', 1, 1)], asOf: dayOf(2024, 2, 10) }, { window });
  expect(noteIds(periodReturn.compute(input))).toContain('window-unfinished');
});

test('a window whose period before starts before the history has no row; nor has an empty shop', () => {
  const window = { from: dayOf(2024, 2, 1), to: dayOf(2024, 2, 29) };
  expect(counts([on('ann', 1, 2), on('ann', 2, 2)], dayOf(2024, 2, 29), { window })).toEqual([]);
  expect([...periodReturn.compute(inputOf(orders``)).rows]).toEqual([]);
});
