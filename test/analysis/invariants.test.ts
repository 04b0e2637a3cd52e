import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concentration } from '../../src/analysis/concentration.js';
import { metrics } from '../../src/analysis/index.generated.js';
import type { AnalysisOptions } from '../../src/analysis/input.js';
import { overview } from '../../src/analysis/overview.js';
import { rowsIn } from '../../src/analysis/period.js';
import { repeatWithin } from '../../src/analysis/repeat-within.js';
import { secondPurchase } from '../../src/analysis/second-purchase.js';
import { monthEnd, monthOf, monthStart } from '../../src/util/calendar.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { cellsOf, inputOf, measureOf, rowsOf, type Shop, START } from './drawn.js';
import type { TestOrder } from './order-table.js';

/** All rows of all metrics. */
function everything(shop: Shop, options: Partial<AnalysisOptions> = {}) {
  const input = inputOf(shop, options);
  return metrics.map((metric) => rowsOf(metric.compute(input)));
}

const anyOptions = fc.record({
  window: fc.option(
    fc.record({ from: fc.nat(400), length: fc.nat(120) }).map(({ from, length }) => ({
      from: START + from,
      to: START + from + length,
    })),
  ),
  purchase: fc.constantFrom('day' as const, 'order' as const),
  oldWindow: fc.option(fc.integer({ min: 1, max: 400 })),
  historyStart: fc.option(fc.nat(400).map((day) => START + day)),
  refunds: fc.constantFrom('order-day' as const, 'refund-day' as const),
  cohort: fc.constantFrom('month' as const, 'week' as const, 'quarter' as const),
  unbounded: fc.boolean(),
  lapsedAfter: fc.constantFrom(30, 180, 365),
  edges: fc.constantFrom(null, [30, 60, 90, 180, 365], [1]),
});

function holds(property: (shop: Shop, options: Partial<AnalysisOptions>) => void) {
  fc.assert(fc.property(anyShop(), anyOptions, property), runs(1000, 15));
}

const withOrders = (shop: Shop, change: (order: TestOrder, index: number) => TestOrder): Shop => ({
  ...shop,
  orders: shop.orders.map(change),
});

const rateKeys = [
  ...['rate', 'survival', 'low', 'high', 'share', 'maturedRate', 'cumulativeRate', 'unboundedRate'],
  ...['churn', 'retention', 'oneTimeShare'],
];

test('no number is NaN, infinite or −0, and every share lies between 0 and 1', () => {
  holds((shop, options) => {
    for (const row of everything(shop, options).flat()) {
      for (const cell of Object.values(row)) {
        if (typeof cell === 'number') expect(Number.isFinite(cell) && !Object.is(cell, -0)).toBe(true);
      }
      const isOfShares = row['unit'] === undefined || row['unit'] === 'ratio';
      for (const key of isOfShares ? rateKeys : []) {
        const cell = row[key] ?? 0;
        expect(Number(cell) >= 0 && Number(cell) <= 1).toBe(true);
      }
    }
  });
});

test('the order of the rows in the files changes nothing', () => {
  holds((shop, options) => {
    const turned = { ...shop, orders: [...shop.orders].reverse() };
    expect(everything(turned, options)).toEqual(everything(shop, options));
  });
});

test('renaming customers changes nothing', () => {
  holds((shop, options) => {
    const renamed = withOrders(shop, ({ customer, ...order }) =>
      customer === undefined ? order : { ...order, customer: `${9 - Number(customer.slice(1))}!` },
    );
    expect(everything(renamed, options)).toEqual(everything(shop, options));
  });
});

test('amounts times 7: money times 7, everything else as it was', () => {
  holds((shop, options) => {
    const dearer = withOrders(shop, (order) => ({
      ...order,
      gross: 7 * order.gross!,
      refunded: 7 * order.refunded!,
      refundDays: (order.refundDays ?? []).map(([day, amount]) => [day, 7 * amount] as const),
    }));
    const before = rowsOf(overview.compute(inputOf(shop, options)));
    const after = rowsOf(overview.compute(inputOf(dearer, options)));
    for (const [index, { unit, value }] of before.entries()) {
      const factor = unit === 'money' || unit === 'price' ? 7 : 1;
      if (value === null) expect(after[index]?.['value']).toBeNull();
      else expect(after[index]?.['value']).toBeCloseTo(Number(value) * factor, 6);
    }
  });
});

test('all days and the as-of day a week later: numbers of days are as they were', () => {
  holds((shop, { purchase = 'day' }) => {
    const later = withOrders({ ...shop, asOf: shop.asOf + 7 }, (order) => ({ ...order, day: order.day! + 7 }));
    const byDays = ['repeat-within', 'second-purchase', 'order-ladder', 'gaps', 'lapse-point', 'repeat-rate', 'churn'];
    for (const metric of metrics.filter(({ id }) => byDays.includes(id))) {
      expect(rowsOf(metric.compute(inputOf(later, { purchase })))).toEqual(
        rowsOf(metric.compute(inputOf(shop, { purchase }))),
      );
    }
  });
});

test('orders that do not count, and orders after the as-of day, change nothing', () => {
  holds((shop, options) => {
    const more: readonly TestOrder[] = [
      { customer: 'c1', day: START + 3, uncounted: 'unpaid' },
      { customer: 'new', day: START + 3, uncounted: 'closed' },
      { customer: 'c1', day: shop.asOf + 1, uncounted: 'after-as-of' },
    ];
    expect(everything({ ...shop, orders: [...shop.orders, ...more] }, options)).toEqual(everything(shop, options));
  });
});

test('gross − refunded = sales, and over all days both views of the refunds agree', () => {
  holds((shop, options) => {
    const of = (name: string, more: Partial<AnalysisOptions>) =>
      Number(measureOf(overview, inputOf(shop, { ...options, ...more }), name)['value']);
    for (const refunds of ['order-day', 'refund-day'] as const) {
      expect(of('gross', { refunds }) - of('refunded', { refunds })).toBe(of('sales', { refunds }));
    }
    const late = { asOf: START + 1000, window: null };
    expect(of('sales', { ...late, refunds: 'refund-day' })).toBe(of('sales', { ...late, refunds: 'order-day' }));
  });
});

test('sales of neighbouring windows add up, and those of the months to the whole', () => {
  fc.assert(
    fc.property(
      anyShop(),
      fc.nat(400),
      fc.constantFrom('order-day' as const, 'refund-day' as const),
      (shop, cut, refunds) => {
        const sales = (from: number, to: number) =>
          Number(measureOf(overview, inputOf(shop, { window: { from, to }, refunds }), 'sales')['value']);
        const [first, last] = [START, START + 420];
        const all = sales(first, last);
        expect(sales(first, START + cut) + sales(START + cut + 1, last)).toBe(all);
        let byMonth = 0;
        for (let month = monthOf(first); month <= monthOf(last); month++)
          byMonth += sales(monthStart(month), monthEnd(month));
        expect(byMonth).toBe(all);
      },
    ),
    runs(200),
  );
});

test('purchases less one are the gaps, and their days are last less first', () => {
  holds((shop, { purchase = 'day' }) => {
    const { history, validRows, orders } = inputOf(shop, { purchase });
    let net = 0;
    for (let customer = 0; customer < history.customers; customer++) {
      const days = history.day.subarray(history.offsets[customer]!, history.offsets[customer + 1]!);
      const gaps = [...days.subarray(1)].map((day, index) => day - days[index]!);
      expect(gaps.every((gap) => gap >= (purchase === 'day' ? 1 : 0))).toBe(true);
      expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBe(days[days.length - 1]! - days[0]!);
      expect(days[days.length - 1]! <= shop.asOf).toBe(true);
    }
    for (const one of history.net) net += one;
    const withCustomer = validRows.filter((row) => orders.customer[row]! >= 0);
    expect(withCustomer.reduce((sum, row) => sum + orders.net[row]!, 0)).toBe(net);
  });
});

test('one more valid order on a day without one adds one purchase to its customer and to nobody else', () => {
  fc.assert(
    fc.property(anyShop(), fc.nat(398), (shop, day) => {
      fc.pre(shop.orders.every((order) => order.customer !== 'c1' || order.day !== START + day));
      const counts = ({ history, orders }: ReturnType<typeof inputOf>) =>
        new Map(
          Array.from(history.customer, (code, index) => [
            orders.texts.customer.text(code),
            history.offsets[index + 1]! - history.offsets[index]!,
          ]),
        );
      const before = counts(inputOf(shop));
      const after = counts(inputOf({ ...shop, orders: [...shop.orders, { customer: 'c1', day: START + day }] }));
      expect(after).toEqual(new Map([...before, ['c1', (before.get('c1') ?? 0) + 1]]));
    }),
    runs(),
  );
});

test('new and returning customers are all customers, of a first part and a second', () => {
  holds((shop, options) => {
    const customers = measureOf(overview, inputOf(shop, options), 'returningCustomers');
    expect(Number(customers['numerator']) <= Number(customers['denominator'])).toBe(true);
    if (options.window)
      expect(customers['denominator']).toBe(measureOf(overview, inputOf(shop, options), 'customers')['value']);
  });
});

test('more best customers have more sales, and N-day returns only rise with N among the same customers', () => {
  holds((shop, { window = null }) => {
    const sales = cellsOf(concentration, inputOf(shop, { window }), 'sales').flat().map(Number);
    expect([...sales].sort((one, other) => one - other)).toEqual(sales);
    const late = { ...shop, asOf: shop.asOf + 400 };
    const returned = cellsOf(repeatWithin, inputOf(late), 'returned').flat().map(Number);
    expect([...returned].sort((one, other) => one - other)).toEqual(returned);
    const survival = cellsOf(secondPurchase, inputOf(late), 'survival').flat().map(Number);
    expect([...survival].sort((one, other) => other - one)).toEqual(survival);
  });
});

test('rows of windows that partition the days partition the valid orders', () => {
  fc.assert(
    fc.property(anyShop(), fc.nat(400), (shop, cut) => {
      const input = inputOf(shop);
      const parts = [
        { from: START, to: START + cut },
        { from: START + cut + 1, to: START + 1000 },
      ].flatMap((window) => [...rowsIn(input, window)]);
      expect(parts).toEqual([...input.validRows]);
    }),
    runs(),
  );
});
