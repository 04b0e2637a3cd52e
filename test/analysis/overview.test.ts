import { describe, expect, test } from 'vitest';
import { overview } from '../../src/analysis/overview.js';
import { cellsOf, inputOf, measureOf, noteIds, orders, START } from './drawn.js';
import type { TestOrder } from './order-table.js';

const numberOf = (shop: Parameters<typeof inputOf>[0], name: string, options = {}) =>
  measureOf(overview, inputOf(shop, options), name)['value'];
const shopOf = (...drawn: readonly TestOrder[]) => ({ orders: drawn, asOf: START + 9 });

test('shows its numbers in one order', () => {
  expect(cellsOf(overview, inputOf(orders`ann 1`), 'metric').flat().join(' ')).toBe(
    'sales gross refunded orders customers purchases perCustomer perOrder perOrderMedian newCustomerGrowth ' +
      'unitsPerOrder purchasesPerCustomer repeatRate returningCustomers returningPurchases returningSales ' +
      'refundRateMoney refundRateOrders oneTimeCustomers top20Share gini',
  );
});

describe('sales, gross and refunded', () => {
  const shop = shopOf(
    { day: START, gross: 1000, refunded: 300 },
    { day: START + 1, gross: 500, refunded: 500, uncounted: 'refunded' },
    { day: START + 1, gross: 900, refunded: 900, uncounted: 'unpaid' },
    { day: START + 1, gross: 700, uncounted: 'excluded' },
    { day: START + 2, gross: 200 },
    { day: START + 2, gross: 999, currency: 'USD' },
  );

  test.each([
    ['sales', 900],
    ['gross', 1700],
    ['refunded', 800],
    ['refundRateMoney', 800 / 1700],
    ['refundRateOrders', 2 / 3],
    ['orders', 2],
    ['perOrder', 450],
    ['perOrderMedian', 450],
  ])('%s: paid orders are the valid and the wholly refunded ones', (name, value) => {
    expect(numberOf(shop, name)).toBe(value);
  });

  test('are unknown, not 0, where the files tell nothing of refunds', () => {
    const unknown = ['sales', 'gross', 'refunded', 'refundRateMoney', 'refundRateOrders'];
    expect(unknown.map((name) => numberOf(shop, name, { refundsKnown: false }))).toEqual([900, null, null, null, null]);
  });

  test('only these three follow the refund day', () => {
    const refunded = shopOf(
      { customer: 'ann', day: START, gross: 1000, refunded: 400, refundDays: [[START + 5, 300]] },
      { customer: 'ann', day: START + 5, gross: 50 },
    );
    const window = { from: START + 5, to: START + 6 };
    const names = ['sales', 'gross', 'refunded', 'perOrder', 'perCustomer', 'refundRateMoney'];
    const byRefundDay = { window, refunds: 'refund-day' };
    expect(names.map((name) => numberOf(refunded, name, byRefundDay))).toEqual([-250, 50, 300, 50, 50, 0]);
    expect(names.map((name) => numberOf(refunded, name, { window }))).toEqual([50, 50, 0, 50, 50, 0]);
    expect(numberOf(refunded, 'refunded', { ...byRefundDay, window: { from: START, to: START } })).toBe(100);
  });
});

test('a refund paid back after the as-of day has not happened yet by its day', () => {
  const late = shopOf({ day: START, gross: 1000, refunded: 400, refundDays: [[START + 10, 400]] });
  const window = { from: START, to: START + 20 };
  expect(numberOf(late, 'sales', { window, refunds: 'refund-day' })).toBe(1000);
  expect(numberOf(late, 'sales', { window })).toBe(600);
});

test('stands for the days asked for, or all there are', () => {
  const window = { from: START + 1, to: START + 2 };
  const shop = orders`ann 1.1..`;
  expect(overview.compute(inputOf(shop, { window })).window).toEqual(window);
  expect(overview.compute(inputOf(shop)).window).toEqual({ from: START, to: START + 4 });
  expect(overview.compute(inputOf(orders``)).window).toBeNull();
});

describe('numbers of customers', () => {
  const shop = orders`
    ann 2.1.
    bob .1..
    -   ...4`;

  test.each([
    ['orders', 8],
    ['customers', 2],
    ['purchases', 3],
    ['perCustomer', 20_000],
    ['purchasesPerCustomer', 1.5],
  ])('%s: orders without a customer are in none of them', (name, value) => expect(numberOf(shop, name)).toBe(value));

  test('are empty, not 0, where no order has a customer', () => {
    const empty = cellsOf(overview, inputOf(orders`- 1.2`), 'metric', 'value').filter(([, value]) => value === null);
    expect(empty.flat().filter((cell) => cell !== null)).toEqual([
      'customers',
      'purchases',
      'perCustomer',
      'newCustomerGrowth',
      'unitsPerOrder',
      'purchasesPerCustomer',
      'repeatRate',
      'returningCustomers',
      'returningPurchases',
      'returningSales',
      'oneTimeCustomers',
      'top20Share',
      'gini',
    ]);
  });
});

test('units per order leaves orders of unknown units out of both counts, and says so', () => {
  const shop = shopOf({ day: START, units: 3 }, { day: START, units: 2 }, { day: START });
  expect(measureOf(overview, inputOf(shop), 'unitsPerOrder')).toMatchObject({
    numerator: 5,
    denominator: 2,
    value: 2.5,
  });
  expect(noteIds(overview.compute(inputOf(shop)))).toContain('units-partly-known');
});

test('each number stands beside the same of the period before', () => {
  const input = inputOf(
    orders`
    ann 1.1.1..
    bob ...1111`,
    { window: { from: START + 4, to: START + 5 } },
  );
  const of = (name: string) => {
    const { value, previous } = measureOf(overview, input, name);
    return [value, previous];
  };
  expect([of('sales'), of('customers'), of('repeatRate'), of('returningCustomers')]).toEqual([
    [30_000, 20_000],
    [2, 2],
    [0.5, 0],
    [1, 0.5],
  ]);
});

test('without a window, or where the period before starts before the history, there is no previous', () => {
  const shop = orders`ann 1.1.1..`;
  const early = { window: { from: START + 1, to: START + 3 } };
  for (const options of [{}, early]) {
    expect(
      cellsOf(overview, inputOf(shop, options), 'previous')
        .flat()
        .every((cell) => cell === null),
    ).toBe(true);
  }
});

test('a shop without orders has counts of 0 and no rates', () => {
  const values = cellsOf(overview, inputOf(orders``), 'value').flat();
  expect(values.filter((value) => value !== null)).toEqual([0, 0, 0, 0, 0, 0]);
});
