import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconciliation } from '../../src/analysis/reconciliation.js';
import type { Imported } from '../../src/model/imported.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { inputOf, orders, rowsOf, type Shop, START } from './drawn.js';
import { tableOf } from './order-table.js';

function imported(shop: Shop): Imported {
  return {
    table: tableOf(shop.orders),
    files: [],
    passedOver: [],
    rows: {
      read: { count: 12, amount: 600 },
      used: { count: 8, amount: 500 },
      duplicate: { count: 1, amount: 100 },
      rejected: new Map([['bad-money', { count: 3, amount: 0 }]]),
    },
    issues: { count: 0, byProblem: new Map(), first: [] },
    notes: [],
    asOf: shop.asOf,
    asOfReason: 'latest-order',
    clock: { zone: 'Asia/Shanghai', source: 'platform' },
    has: {
      order: true,
      buyer: true,
      paidAt: true,
      createdAt: true,
      status: true,
      refund: true,
      units: true,
      product: true,
      refundDays: true,
    },
    identity: { mode: 'strict', findings: [] },
    exclusions: null,
    refundsElsewhere: [],
    duplicates: [],
    rejects: [],
  };
}

function stepsOf(shop: Shop, options = {}): Map<string, readonly [count: number, amount: number | null]> {
  const rows = rowsOf(reconciliation(imported(shop), inputOf(shop, options)));
  return new Map(rows.map((row) => [String(row['step']), [Number(row['count']), row['amount'] as number | null]]));
}

const shop: Shop = {
  asOf: START + 9,
  orders: [
    { customer: 'ann', day: START, gross: 100 },
    { customer: 'ann', day: START, gross: 50 },
    { customer: 'bob', day: START + 4, gross: 70 },
    { day: START + 8, gross: 7 },
    { customer: 'bob', day: START + 1, gross: 90, refunded: 90, uncounted: 'refunded' },
    { customer: 'bob', day: START + 1, gross: 11, uncounted: 'unpaid' },
    { customer: 'cid', gross: 5, uncounted: 'no-time' },
  ],
};

test('leads from rows to customers, uncounted orders in the order of the reasons', () => {
  expect([...stepsOf(shop)]).toEqual([
    ['rows.read', [12, 600]],
    ['rows.used', [8, 500]],
    ['rows.duplicate', [1, 100]],
    ['rows.rejected.bad-money', [3, 0]],
    ['orders', [7, 243]],
    ['orders.uncounted.no-time', [1, 5]],
    ['orders.uncounted.unpaid', [1, 11]],
    ['orders.uncounted.refunded', [1, 0]],
    ['orders.valid', [4, 227]],
    ['orders.without-customer', [1, 7]],
    ['purchases', [2, 220]],
    ['customers', [2, null]],
  ]);
});

test('a window splits the valid orders; those after it stand apart where the as-of day is later', () => {
  const steps = stepsOf(shop, { window: { from: START + 4, to: START + 5 } });
  expect(['before', 'in', 'after'].map((part) => steps.get(`orders.valid.${part}-window`))).toEqual([
    [2, 150],
    [1, 70],
    [1, 7],
  ]);
  expect(stepsOf(shop, { window: { from: START + 4, to: START + 9 } }).has('orders.valid.after-window')).toBe(false);
});

test('orders of another currency are counted and have no amount; rows have amounts in the main currency only', () => {
  const mixed = { ...shop, orders: [...shop.orders, { customer: 'ann', day: START, gross: 1000, currency: 'USD' }] };
  const steps = stepsOf(mixed);
  expect([steps.get('orders'), steps.get('orders.other-currency')]).toEqual([
    [8, 243],
    [1, null],
  ]);
  expect(stepsOf(mixed, { currencyCode: 1 }).get('rows.read')).toEqual([12, null]);
});

test('an empty shop has zeros', () => {
  const steps = stepsOf(orders``);
  expect(['orders', 'orders.valid', 'purchases', 'customers'].map((step) => steps.get(step)?.[0])).toEqual([
    0, 0, 0, 0,
  ]);
});

test('every step of any shop sums exactly, in number and money', () => {
  fc.assert(
    fc.property(anyShop(), fc.nat(400), fc.nat(200), (any, from, length) => {
      const steps = stepsOf(any, { window: { from: START + from, to: START + from + length } });
      const sum = (prefix: RegExp) => {
        const found = [...steps].flatMap(([step, counted]) => (prefix.test(step) ? [counted] : []));
        return [0, 1].map((part) => found.reduce((all, counted) => all + (counted[part] ?? 0), 0));
      };
      expect(sum(/^orders\.(uncounted\..*|valid)$/)).toEqual(steps.get('orders'));
      expect(sum(/^orders\.valid\./)).toEqual(steps.get('orders.valid'));
      const [, valid] = steps.get('orders.valid')!;
      expect(steps.get('purchases')![1]! + steps.get('orders.without-customer')![1]!).toBe(valid);
    }),
    runs(),
  );
});
