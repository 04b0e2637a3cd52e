import { expect, test } from 'vitest';
import { oneTimeCustomers } from '../../src/analysis/one-time-customers.js';
import { repeatRate } from '../../src/analysis/repeat-rate.js';
import { inputOf, measureOf, noteIds, orders, START } from './drawn.js';

const days = (from: number, to: number) => ({ window: { from: START + from, to: START + to } });

test.each([
  ['nobody came back', orders`ann 1....`, {}, [0, 1, 0]],
  ['came back the next day', orders`ann 11`, {}, [1, 1, 1]],
  ['split orders of one day are not loyalty', orders`ann 3....`, {}, [0, 1, 0]],
  ['split orders count with --purchase order', orders`ann 2....`, { purchase: 'order' }, [1, 1, 1]],
  [
    'one of two came back',
    orders`
    ann 1.1.
    bob .1..`,
    {},
    [1, 2, 0.5],
  ],
  [
    'orders without a customer are in neither count',
    orders`
    ann 1.1.
    -   2222`,
    {},
    [1, 1, 1],
  ],
  ['both purchases must lie in the window', orders`ann 1.1..1`, days(1, 3), [0, 1, 0]],
  ['first and last day belong to the window', orders`ann 1.1..1`, days(2, 5), [1, 1, 1]],
  ['nobody bought in the window', orders`ann 1....1`, days(2, 3), [0, 0, null]],
  ['an empty shop', orders``, {}, [0, 0, null]],
] as const)('repeat rate: %s', (_, shop, options, expected) => {
  const { numerator, denominator, value } = measureOf(repeatRate, inputOf(shop, options), 'repeatRate');
  expect([numerator, denominator, value]).toEqual(expected);
});

test('a rate of customers carries its Wilson interval', () => {
  const shop = orders`
    ann 1.1.
    bob .1..`;
  const { low, high } = measureOf(repeatRate, inputOf(shop), 'repeatRate');
  expect([Number(low).toFixed(4), Number(high).toFixed(4)]).toEqual(['0.0945', '0.9055']);
});

test('where no order has a customer the rate is empty, not 0, and says so', () => {
  const input = inputOf(orders`- 1.2.1`);
  expect(measureOf(repeatRate, input, 'repeatRate')).toMatchObject({ value: null, numerator: null, denominator: null });
  expect(noteIds(repeatRate.compute(input))).toEqual(['no-customers']);
});

test('says how many orders have no customer', () => {
  const input = inputOf(orders`
    ann 1..1
    -   .1..`);
  expect(repeatRate.compute(input).notes).toEqual([
    { id: 'orders-without-customer', level: 'warning', params: { orders: 1, of: 3, share: '33.3 %' } },
  ]);
});

test.each([
  ['bought once and never again', orders`ann 1...`, {}, [1, 1]],
  ['a purchase before the window makes a customer more than one-time', orders`ann 1...1.`, days(3, 5), [0, 1]],
  ['so does one after it, up to the as-of day', orders`ann ...1.1`, days(2, 4), [0, 1]],
  [
    'those who did not buy in the window are not asked',
    orders`
    ann 1.....
    bob ...1..`,
    days(2, 4),
    [1, 1],
  ],
] as const)('one-time customers: %s', (_, shop, options, expected) => {
  const { numerator, denominator } = measureOf(oneTimeCustomers, inputOf(shop, options), 'oneTimeCustomers');
  expect([numerator, denominator]).toEqual(expected);
});
