import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PurchaseRule } from '../../src/model/history.js';
import { historyOf } from '../../src/model/history-builder.js';
import { purchasesInKernel } from '../../src/model/kernel-purchases.js';
import { purchasesByDay } from '../../src/model/purchases-by-day.js';
import { validRowsOf } from '../../src/model/valid-rows.js';
import { anyShop } from '../analysis/any-shop.js';
import { orders, START } from '../analysis/drawn.js';
import { type TestOrder, tableOf } from '../analysis/order-table.js';
import { customersOf } from '../analysis/slow-shop.js';
import { runs } from '../runs.js';

function purchasesOf(shop: readonly TestOrder[], rule: PurchaseRule, asOf: number) {
  const table = tableOf(shop);
  const history = historyOf(table, 0, rule, asOf);
  return Array.from({ length: history.customers }, (_, customer) => ({
    name: table.texts.customer.text(history.customer[customer]!),
    purchases: Array.from(
      history.day.subarray(history.offsets[customer]!, history.offsets[customer + 1]!),
      (day, index) => {
        const purchase = history.offsets[customer]! + index;
        return { day, net: history.net[purchase]!, orders: history.orders[purchase]!, units: history.units[purchase]! };
      },
    ),
  }));
}

describe('purchases of a customer', () => {
  test('two orders of one day are one purchase of both amounts', () => {
    const { orders: drawn, asOf } = orders`ann 2.1`;
    expect(purchasesOf(drawn, 'day', asOf)).toEqual([
      {
        name: 'ann',
        purchases: [
          { day: START, net: 20_000, orders: 2, units: -1 },
          { day: START + 2, net: 10_000, orders: 1, units: -1 },
        ],
      },
    ]);
  });

  test('with --purchase order each order is one, by the time of day and not by the place in the file', () => {
    const late = { customer: 'ann', day: START, second: 80_000, gross: 1 };
    const early = { customer: 'ann', day: START, second: 20_000, gross: 2 };
    const [ann] = purchasesOf([late, early], 'order', START);
    expect(ann?.purchases.map(({ net }) => net)).toEqual([2, 1]);
  });

  test('orders without a time of day follow their order numbers, 9 before 10', () => {
    const ten = { customer: 'ann', day: START, order: '10', gross: 1 };
    const nine = { customer: 'ann', day: START, order: '9', gross: 2 };
    expect(purchasesOf([ten, nine], 'order', START)[0]?.purchases.map(({ net }) => net)).toEqual([2, 1]);
  });

  test('an order of unknown units makes the units of its purchase unknown', () => {
    const shop = [
      { customer: 'ann', day: START, units: 2 },
      { customer: 'ann', day: START },
    ];
    expect(purchasesOf(shop, 'day', START)[0]?.purchases[0]?.units).toBe(-1);
  });

  test('uncounted orders, other currencies, orders after the as-of day and orders without a customer are not in', () => {
    const shop: readonly TestOrder[] = [
      { customer: 'ann', day: START },
      { customer: 'ann', day: START + 1, uncounted: 'unpaid' },
      { customer: 'ann', day: START + 1, currency: 'USD' },
      { customer: 'ann', day: START + 2 },
      { customer: 'bob', day: START + 1, uncounted: 'closed' },
      { day: START },
    ];
    const histories = purchasesOf(shop, 'day', START + 1);
    expect(histories.map(({ name, purchases }) => [name, purchases.length])).toEqual([['ann', 1]]);
  });

  test('an empty shop has no customers', () => {
    const history = historyOf(tableOf([]), 0, 'day', START);
    expect([history.customers, [...history.offsets], history.day.length]).toEqual([0, [0], 0]);
  });
});

test('few orders among many customers are the same history as by themselves', () => {
  const dollars: readonly TestOrder[] = [
    { customer: 'c70', day: START + 2, currency: 'USD' },
    { customer: 'c3', day: START + 1, currency: 'USD' },
    { customer: 'c70', day: START, currency: 'USD', gross: 5 },
  ];
  const others = Array.from({ length: 100 }, (_, index) => ({ customer: `c${index}`, day: START }));
  const table = tableOf([...others, ...dollars]);
  const history = historyOf(table, 1, 'day', START + 9);
  expect(Array.from(history.customer, (code) => table.texts.customer.text(code))).toEqual(['c3', 'c70']);
  expect([[...history.offsets], [...history.day], [...history.net]]).toEqual([
    [0, 1, 3],
    [START + 1, START, START + 2],
    [10_000, 5, 10_000],
  ]);
});

test('valid orders come in day order, within a day as in the files', () => {
  const shop = [3, 1, 2, 1].map((day) => ({ day: START + day }));
  expect([...validRowsOf(tableOf(shop), 0, START + 9)]).toEqual([1, 3, 2, 0]);
});

test.each(['day', 'order'] as const)('any shop has the purchases of a slow walk over its orders (%s)', (rule) => {
  fc.assert(
    fc.property(anyShop(), ({ orders: drawn, asOf }) => {
      const slow = customersOf({ orders: drawn, asOf }, rule);
      const fast = purchasesOf(drawn, rule, asOf);
      expect(new Map(fast.map(({ name, purchases }) => [name, purchases]))).toEqual(slow);
    }),
    runs(),
  );
});

test('any shop has the same history with the kernel and without it', () => {
  fc.assert(
    fc.property(anyShop({ orders: 120, days: 40 }), ({ orders: drawn, asOf }) => {
      const table = tableOf(drawn);
      const rows = validRowsOf(table, 0, asOf);
      expect(purchasesInKernel(table, rows)).toEqual(purchasesByDay(table, rows));
    }),
    runs(1000, 200),
  );
});
