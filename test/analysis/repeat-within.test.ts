import { expect, test } from 'vitest';
import { repeatWithin } from '../../src/analysis/repeat-within.js';
import { cellsOf, inputOf, noteIds, orders, START } from './drawn.js';

const dots = (days: number) => '.'.repeat(days);

/** eligible and returned of the 30-day row. */
function thirty(shop: Parameters<typeof inputOf>[0], options = {}) {
  return cellsOf(repeatWithin, inputOf(shop, options), 'eligible', 'returned', 'rate')[0];
}

test.each([
  ['returns on the last of the 30 days', orders`ann 1${dots(29)}1`, [1, 1, 1]],
  ['returns a day too late', orders`ann 1${dots(30)}1`, [1, 0, 0]],
  ['is observed exactly 30 days', orders`ann 1${dots(30)}`, [1, 0, 0]],
  ['is too young by one day', orders`ann 1${dots(29)}`, [0, 0, null]],
  ['too young to judge, though already back', orders`ann 1.1${dots(20)}`, [0, 0, null]],
  ['a third purchase changes nothing', orders`ann 1.1.1${dots(30)}`, [1, 1, 1]],
  [
    'one old, one young',
    orders`
    ann 1.......${dots(23)}
    bob .....11.${dots(23)}`,
    [1, 0, 0],
  ],
  ['an empty shop', orders``, [0, 0, null]],
])('30-day repurchase: %s', (_, shop, expected) => expect(thirty(shop)).toEqual(expected));

test('split orders of one day return after 0 days only with --purchase order', () => {
  const shop = orders`ann 2${dots(30)}`;
  expect([thirty(shop), thirty(shop, { purchase: 'order' })]).toEqual([
    [1, 0, 0],
    [1, 1, 1],
  ]);
});

test('history before the window counts and a window does not bound it, which is said', () => {
  const input = inputOf(orders`ann 1.1${dots(40)}`, { window: { from: START + 30, to: START + 42 } });
  expect(cellsOf(repeatWithin, input, 'eligible', 'returned')[0]).toEqual([1, 1]);
  expect(repeatWithin.compute(input).window).toEqual({ from: START, to: START + 42 });
  expect(noteIds(repeatWithin.compute(input))).toEqual(['whole-history']);
});

test('customers first seen before --history-start are left out, those first seen on it are in', () => {
  const shop = orders`
    ann 11.${dots(40)}
    bob .1.${dots(40)}`;
  expect(thirty(shop, { historyStart: START + 1 })).toEqual([1, 0, 0]);
});

test('without customers there are no rows', () => {
  expect([...repeatWithin.compute(inputOf(orders`- 11`)).rows]).toEqual([]);
});
