import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metricOf } from '../../src/analysis/compute.js';
import { grouped, groupInputs } from '../../src/analysis/grouped.js';
import { groupings } from '../../src/analysis/groups/group-keys.js';
import { isPromotionDay } from '../../src/analysis/groups/promotion-days.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { day } from './bought.js';
import { inputOf, rowsOf, type Shop, START } from './drawn.js';
import type { TestOrder } from './order-table.js';

const tea = (product: string, amount = 100) => ({ product, quantity: 1, amount });
const shop: Shop = {
  asOf: START + 9,
  orders: [
    { customer: 'ann', day: START, province: '浙江', shop: 'one', lines: [tea('cup'), tea('tea', 200)] },
    { customer: 'ann', day: START + 1, province: '广东', shop: 'two', lines: [tea('pot')] },
    { customer: 'bob', day: START + 2, shop: 'two' },
    { customer: 'eve', day: START + 3, province: '广东', shop: 'two', uncounted: 'refunded', refunded: 10_000 },
    { day: START + 4, province: '浙江', shop: 'two', lines: [tea('pot')] },
  ],
};

describe('each customer is in the group of the first purchase, with all orders', () => {
  test.each([
    [
      'shop',
      [
        ['one', 2, 1],
        ['two', 2, 1],
      ],
    ],
    [
      'province',
      [
        ['浙江', 3, 1],
        ['广东', 0, 0],
        [null, 1, 1],
      ],
    ],
    [
      'firstProduct',
      [
        ['tea', 2, 1],
        ['pot', 1, 0],
        [null, 1, 1],
      ],
    ],
    ['platform', [[null, 4, 2]]],
    ['promotion', [['otherDays', 4, 2]]],
  ] as const)('by %s', (by, expected) => {
    const groups = groupInputs(inputOf(shop), by);
    expect(groups.map(({ key, input }) => [key, input.validRows.length, input.history.customers])).toEqual(expected);
  });

  test('tables begin with by and group', () => {
    const [table] = grouped(['churn'], inputOf(shop), 'shop');
    expect(table?.columns.slice(0, 3).map(({ key }) => key)).toEqual(['by', 'group', 'days']);
    expect([...(table?.rows ?? [])].map((row) => row.slice(0, 3))).toEqual([
      ['shop', 'one', 365],
      ['shop', 'one', 365],
      ['shop', 'two', 365],
      ['shop', 'two', 365],
    ]);
  });

  test('an empty shop has no groups', () => {
    expect(groupInputs(inputOf({ orders: [], asOf: START }), 'shop')).toEqual([]);
  });
});

test.each([
  ['2024-06-15', false],
  ['2024-06-16', true],
  ['2024-06-20', true],
  ['2024-06-21', false],
  ['2023-11-11', true],
  ['2023-12-10', true],
  ['2024-03-06', true],
  ['2024-03-05', false],
])('%s: promotion day %s', (date, expected) => expect(isPromotionDay(day(date))).toBe(expected));

/** Any shop whose orders have shops, places and products, or not. */
const anyGroupedShop: fc.Arbitrary<Shop> = fc
  .tuple(anyShop({ customers: 12 }), fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }))
  .map(([{ orders, asOf }, picks]) => ({
    asOf,
    orders: orders.map((order, index): TestOrder => {
      const pick = picks[index % picks.length]!;
      return {
        ...order,
        order: String(1000 + index),
        ...(pick % 4 === 0 ? {} : { shop: `shop ${pick % 4}`, platform: `p${pick % 3}` }),
        ...(pick % 5 === 0 ? {} : { province: `province ${pick % 5}` }),
        lines: Array.from({ length: pick % 3 }, (_, line) => tea(`product ${(pick + line) % 4}`, (pick * 7) % 300)),
      };
    }),
  }));

test.each(groupings)('any shop by %s: the groups sum to the shop', (by) => {
  const sums = (rows: readonly Readonly<Record<string, unknown>>[], of: string, metric: string) =>
    rows.filter((row) => row['metric'] === metric).reduce((sum, row) => sum + Number(row[of]), 0);
  fc.assert(
    fc.property(anyGroupedShop, fc.constantFrom('order-day' as const, 'refund-day' as const), (any, refunds) => {
      const input = inputOf(any, { refunds });
      const [overview, flow, recency, retention, within] = [
        'overview',
        'customer-flow',
        'recency',
        'retention',
        'repeat-within',
      ].map((id) => ({ whole: rowsOf(metricOf(id).compute(input)), parts: rowsOf(grouped([id], input, by)[0]!) }));
      for (const metric of ['sales', 'gross', 'refunded', 'orders', 'customers', 'purchases']) {
        expect(sums(overview!.parts, 'value', metric)).toBe(sums(overview!.whole, 'value', metric));
      }
      expect(sums(overview!.parts, 'numerator', 'repeatRate')).toBe(sums(overview!.whole, 'numerator', 'repeatRate'));
      for (const [table, key, column] of [
        [flow!, 'month', 'end'],
        [flow!, 'month', 'lapsed'],
        [recency!, 'class', 'customers'],
        [recency!, 'class', 'sales'],
        [retention!, 'cohort', 'active'],
        [retention!, 'cohort', 'sales'],
        [within!, 'days', 'returned'],
      ] as const) {
        const add = (rows: typeof table.parts) => {
          const found = new Map<unknown, number>();
          for (const row of rows) {
            const place = `${row[key]} ${row['period'] ?? ''}`;
            if (row[column] !== null) found.set(place, (found.get(place) ?? 0) + Number(row[column]));
          }
          return new Map([...found].filter(([, sum]) => sum !== 0));
        };
        expect(add(table.parts)).toEqual(add(table.whole));
      }
    }),
    runs(300),
  );
});

test.each(groupings)('any shop by %s: the order of the files changes nothing', (by) => {
  fc.assert(
    fc.property(anyGroupedShop, (any) => {
      const rows = (one: Shop) => grouped(['overview', 'recency'], inputOf(one), by).map(rowsOf);
      expect(rows({ ...any, orders: [...any.orders].reverse() })).toEqual(rows(any));
    }),
    runs(200),
  );
});
