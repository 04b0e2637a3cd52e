import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customersTable } from '../../src/analysis/customers.js';
import { forecastOf } from '../../src/analysis/forecast/forecast.js';
import { usualForecast } from '../../src/analysis/forecast/forecast-options.js';
import { predictionOf } from '../../src/analysis/forecast/prediction.js';
import { byCodePoint } from '../../src/analysis/lists/code-point-order.js';
import { segmentNames, segmentTable } from '../../src/analysis/segments.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { inputOf, noteIds, orders, rowsOf, START } from './drawn.js';
import { simulatedShop } from './forecast/simulated-shop.js';
import type { TestOrder } from './order-table.js';
import { customersOf } from './slow-shop.js';

const HOUR = 3600;

/** The only row of the list of a shop with one customer. */
function onlyRow(...own: readonly Omit<TestOrder, 'customer'>[]) {
  const shop = { orders: own.map((order) => ({ customer: 'ann', ...order })), asOf: START + 100 };
  const [row] = rowsOf(customersTable(inputOf(shop)));
  return row ?? {};
}

test('the columns and their order', () => {
  const { columns } = customersTable(inputOf(orders``));
  expect(columns.map(({ key }) => key).join(' ')).toBe(
    'customer name firstDay lastDay purchases orders units sales perPurchase recencyDays recencyClass segment segmentRule ' +
      'tier lifecycle loyalty r f m rfmClass medianGapDays pAlive expected90 expected365 dueDay overdue likelyBy risk ' +
      'predictedValue historicValue province city firstProduct favouriteProduct usualHour flags',
  );
});

test('what one customer did', () => {
  const row = onlyRow(
    { day: START, gross: 500, units: 1 },
    { day: START, gross: 300, refunded: 100, units: 2 },
    { day: START + 10, gross: 100, units: 1 },
    { day: START + 30, gross: 100, units: 1 },
    { day: START + 31, uncounted: 'unpaid' },
  );
  expect(row).toMatchObject({
    ...{ customer: 'ann', name: null, firstDay: START, lastDay: START + 30, purchases: 3, orders: 4, units: 5 },
    ...{ sales: 900, perPurchase: 300, recencyDays: 70, recencyClass: 'warm', medianGapDays: 15, historicValue: 900 },
    ...{ segment: null, pAlive: null, dueDay: null, flags: null },
  });
});

test('what is unknown is empty', () => {
  expect(onlyRow({ day: START, units: 1 }, { day: START + 1 })).toMatchObject({
    ...{ units: null, province: null, city: null, firstProduct: null, favouriteProduct: null, usualHour: null },
    ...{ name: null, medianGapDays: 1 },
  });
  expect(onlyRow({ day: START })['medianGapDays']).toBeNull();
});

test('name and place are of the latest order that has them, province and city of the same', () => {
  const row = onlyRow(
    { day: START, name: 'Ann A.', province: '浙江', city: '杭州' },
    { day: START + 1, name: 'Ann B.', province: '广东' },
    { day: START + 2 },
  );
  expect(row).toMatchObject({ name: 'Ann B.', province: '广东', city: null });
});

describe('products', () => {
  const tea = { product: 'tea', quantity: 1, amount: 500 };
  const cup = { product: 'cup', quantity: 3, amount: 400 };

  test('the first is the one most was paid for in the first purchase', () => {
    expect(onlyRow({ day: START, lines: [cup, tea] }, { day: START + 1, lines: [cup] })).toMatchObject({
      firstProduct: 'tea',
      favouriteProduct: 'cup',
    });
  });

  test('the first purchase is all orders of the first day', () => {
    expect(onlyRow({ day: START, lines: [cup] }, { day: START, lines: [tea] })['firstProduct']).toBe('tea');
  });

  test('equal amounts and units go by text, whatever the order of the lines', () => {
    const [b, a] = ['b', 'a'].map((product) => ({ product, quantity: 1, amount: 100 }));
    for (const lines of [
      [a!, b!],
      [b!, a!],
    ]) {
      expect(onlyRow({ day: START, lines })).toMatchObject({ firstProduct: 'a', favouriteProduct: 'a' });
    }
  });

  test('lines of unknown amount come last, lines of unknown units are no favourite', () => {
    const row = onlyRow({ day: START, lines: [{ product: 'gift' }, { product: 'tea', amount: 0, quantity: 1 }] });
    expect(row).toMatchObject({ firstProduct: 'tea', favouriteProduct: 'tea' });
    expect(onlyRow({ day: START, lines: [{ product: 'gift' }] })).toMatchObject({
      firstProduct: 'gift',
      favouriteProduct: null,
    });
  });
});

describe('the usual hour', () => {
  const at = (...hours: readonly number[]) =>
    onlyRow(
      ...hours.map((hour, index) => ({ day: START + index, second: hour * HOUR + 59, precision: 'second' as const })),
    );

  test.each([
    ['three purchases', [21, 9, 21], 21],
    ['equally often: the earliest', [21, 9, 12], 9],
    ['only two purchases', [21, 21], null],
  ])('%s', (_, hours, expected) => expect(at(...hours)['usualHour']).toBe(expected));

  test('is not known from days alone', () => {
    const days = [0, 1, 2].map((index) => ({ day: START + index, precision: 'day' as const }));
    expect(onlyRow(...days)['usualHour']).toBeNull();
  });

  test('is that of the first order of a purchase', () => {
    const row = onlyRow(
      ...[0, 1, 2].flatMap((index) => [
        { day: START + index, second: 20 * HOUR, precision: 'minute' as const },
        { day: START + index, second: 8 * HOUR, precision: 'minute' as const },
      ]),
    );
    expect(row['usualHour']).toBe(8);
  });
});

test('most sales first, then by code point: an emoji after all of the basic plane', () => {
  const names = ['\u{1f600}', '\uffe5', 'b', '李', 'B'];
  const shop = { orders: names.map((customer) => ({ customer, day: START })), asOf: START };
  const rich = { ...shop, orders: [...shop.orders, { customer: 'rich', day: START, gross: 20_000 }] };
  expect(rowsOf(customersTable(inputOf(rich))).map(({ customer }) => customer)).toEqual([
    ...['rich', 'B', 'b', '李', '\uffe5', '\u{1f600}'],
  ]);
});

test('code points are in the order of the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(Math.sign(byCodePoint(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
    }),
    runs(),
  );
});

test('the list can be walked again, and in part', () => {
  const table = customersTable(
    inputOf(orders`
    ann 11
    bob 1.`),
  );
  const [first] = table.rows;
  expect(first?.[0]).toBe('ann');
  expect([...table.rows]).toEqual([...table.rows]);
  expect([...table.rows].length).toBe(2);
});

test('any shop: the list against a slow walk, its sums are those of the shop, and the files’ order changes nothing', () => {
  fc.assert(
    fc.property(anyShop(), fc.constantFrom('day' as const, 'order' as const), (shop, purchase) => {
      const rows = rowsOf(customersTable(inputOf(shop, { purchase })));
      const people = customersOf(shop, purchase);
      expect(new Set(rows.map(({ customer }) => customer))).toEqual(new Set(people.keys()));
      for (const row of rows) {
        const own = people.get(String(row['customer']))!;
        expect(row).toMatchObject({
          firstDay: own[0]!.day,
          lastDay: own.at(-1)!.day,
          purchases: own.length,
          orders: own.reduce((sum, one) => sum + one.orders, 0),
          sales: own.reduce((sum, one) => sum + one.net, 0),
          recencyDays: shop.asOf - own.at(-1)!.day,
        });
      }
      const sales = rows.map((row) => Number(row['sales']));
      expect([...sales].sort((one, other) => other - one)).toEqual(sales);
      const turned = { ...shop, orders: [...shop.orders].reverse() };
      expect(rowsOf(customersTable(inputOf(turned, { purchase })))).toEqual(rows);
    }),
    runs(),
  );
});

describe('segments', () => {
  test('the names: five classes and active; with edges their classes before them', () => {
    const five = ['hot', 'warm', 'sleeping', 'aboutToLeave', 'lost', 'active'];
    expect(segmentNames({ asOf: START, edges: null })).toEqual(five);
    expect(segmentNames({ asOf: START, edges: [30, 90] })).toEqual(['d0-30', 'd31-90', 'd91+', ...five]);
  });

  test('a name that is none has no list', () => {
    expect(segmentTable(inputOf(orders`ann 1`), 'd0-30')).toBeNull();
    expect(segmentTable(inputOf(orders`ann 1`), 'toString')).toBeNull();
  });

  test.each([null, [20, 50, 300]])(
    'any shop, edges %j: the lists are the customers, each once; active is hot and warm',
    (edges) => {
      fc.assert(
        fc.property(anyShop({ customers: 20 }), (shop) => {
          const input = inputOf(shop, { edges });
          const keys = (name: string) => rowsOf(segmentTable(input, name)!).map(({ customer }) => String(customer));
          const all = rowsOf(customersTable(input)).map(({ customer }) => String(customer));
          const classes = segmentNames(input.scope).filter((name) => name !== 'active');
          const byMonths = classes.filter((name) => !name.startsWith('d'));
          const byDays = classes.filter((name) => name.startsWith('d'));
          for (const names of edges === null ? [byMonths] : [byMonths, byDays]) {
            expect(names.flatMap(keys).sort()).toEqual([...all].sort());
          }
          expect(keys('active').sort()).toEqual([...keys('hot'), ...keys('warm')].sort());
          expect(keys('active')).toEqual(all.filter((key) => keys('active').includes(key)));
        }),
        runs(200),
      );
    },
  );
});

describe('what is expected of each customer', () => {
  const shop = simulatedShop({
    ...{ process: 'mbg-nbd', parameters: [0.8, 40, 0.5, 2], spend: [6, 3.7, 15] },
    ...{ customers: 600, days: 500, spread: 480, seed: 5 },
  });
  const input = inputOf(shop);

  test('stands in the list of the chosen model, row by row that of the forecast', () => {
    const forecast = forecastOf(input, { ...usualForecast, margin: 0.3 });
    const rows = rowsOf(customersTable(input, { forecast: predictionOf(input, { ...usualForecast, margin: 0.3 }) }));
    const keys = new Map(rows.map((row) => [row['customer'], row]));
    for (let customer = 0; customer < input.history.customers; customer++) {
      const one = forecast.perCustomer!(customer);
      const key = input.orders.texts.customer.text(input.history.customer[customer]!);
      const { overdue, pNone90, expected, discountedValue, historicValue, ...same } = one;
      expect(keys.get(key)).toMatchObject({ ...same, overdue: overdue === null ? null : overdue ? 'yes' : 'no' });
      expect(keys.get(key)!['historicValue']).toBe(Math.round(historicValue));
    }
  });

  test('is empty with the reason where no model can be fitted', () => {
    const once = inputOf(orders`
      ann 1....
      bob .1...`);
    const table = customersTable(once, { forecast: predictionOf(once, usualForecast) });
    for (const row of rowsOf(table)) {
      expect(row).toMatchObject({ pAlive: null, expected90: null, expected365: null, dueDay: null, overdue: null });
      expect(row).toMatchObject({ likelyBy: null, risk: null, predictedValue: null, historicValue: 10_000 });
    }
    expect(noteIds(table)).toContain('clv-no-repeaters');
  });
});
