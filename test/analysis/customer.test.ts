import { expect, test } from 'vitest';
import { type CustomerAnswer, customerTables } from '../../src/analysis/customer.js';
import { inputOf, rowsOf, START } from './drawn.js';
import type { TestOrder } from './order-table.js';

const shop: readonly TestOrder[] = [
  { customer: 'ann', day: START + 5, order: '12', name: 'Ann', phone: '13900000001', gross: 300, status: '交易成功' },
  { customer: 'ann', day: START, order: '11', gross: 500, refunded: 100, units: 2 },
  { customer: 'ann', day: START + 3, order: '13', uncounted: 'unpaid' },
  { customer: 'ann', day: START + 5, order: '14', gross: 200 },
  { customer: 'bob', day: START + 1, order: '21', name: 'Bob' },
  { customer: 'Bob', day: START + 1, order: '31', name: 'Ann' },
  { customer: 'eve', day: START + 1, order: '41', uncounted: 'closed', name: 'Eve' },
  { customer: 'usd', day: START + 1, order: '51', currency: 'USD', name: 'Sam' },
  { day: START + 1, order: '61', name: 'Nobody' },
];

const answer = (who: string): CustomerAnswer | null => customerTables(inputOf({ orders: shop, asOf: START + 9 }), who);
const tablesOf = (who: string) => {
  const found = answer(who);
  if (found?.kind !== 'found') throw new Error(`not found: ${who}`);
  return found.tables.map(rowsOf);
};

test.each([
  ['the key', 'ann'],
  ['the phone', '13900000001'],
  ['the phone with the country code', '+86 13900000001'],
  ['an order number', '12'],
  ['the number of an order that is not counted', '13'],
  ['the key with blanks around it', ' ann '],
])('found by %s', (_, who) => {
  expect(tablesOf(who)[0]?.[0]?.['customer']).toBe('ann');
});

test('a key goes before a name: Bob is the customer Bob, not bob of that name', () => {
  expect(tablesOf('Bob')[0]?.[0]?.['customer']).toBe('Bob');
});

test('several of one name are all named, in order of their keys', () => {
  expect(answer('Ann')).toEqual({ kind: 'several', customers: ['Bob', 'ann'] });
});

test.each(['nobody', '', 'Nobody', '61', 'Sam', 'usd'])('"%s" is nobody of this currency', (who) => {
  expect(answer(who)).toBeNull();
});

test('all orders in order of days, with the purchase they belong to and why one is not counted', () => {
  const rows = tablesOf('ann')[1]!;
  expect(rows.map(({ order, nth, gapDays, reason }) => [order, nth, gapDays, reason])).toEqual([
    ['11', 1, null, null],
    ['13', null, null, 'unpaid'],
    ['12', 2, 5, null],
    ['14', 2, null, null],
  ]);
  expect(rows[0]).toMatchObject({ day: START, gross: 500, refunded: 100, net: 400, units: 2, products: null });
  expect(rows[2]).toMatchObject({ status: '交易成功', units: null });
});

test('with --purchase order each order is a purchase', () => {
  const input = inputOf({ orders: shop, asOf: START + 9 }, { purchase: 'order' });
  const found = customerTables(input, 'ann');
  const [, orders] = found?.kind === 'found' ? found.tables : [];
  expect(orders === undefined ? [] : rowsOf(orders).map(({ nth, gapDays }) => [nth, gapDays])).toEqual([
    [1, null],
    [null, null],
    [2, 5],
    [3, 0],
  ]);
});

test('a customer none of whose orders counts has orders and no facts', () => {
  const [facts, orders] = tablesOf('eve');
  expect([facts, orders?.length]).toEqual([[], 1]);
});

test('products of an order with their units', () => {
  const lines = [{ product: 'tea', quantity: 2 }, { product: 'cup' }, {}];
  const found = customerTables(inputOf({ orders: [{ customer: 'ann', day: START, lines }], asOf: START }), 'ann');
  const [, orders] = found?.kind === 'found' ? found.tables : [];
  expect(orders === undefined ? null : rowsOf(orders)[0]?.['products']).toBe('tea ×2; cup');
});
