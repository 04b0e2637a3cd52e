import { describe, expect, test } from 'vitest';
import { newCustomerGrowth } from '../../src/analysis/new-customer-growth.js';
import { returning } from '../../src/analysis/returning.js';
import { dayOf } from '../../src/util/calendar.js';
import { cellsOf, inputOf, measureOf, noteIds, orders, START } from './drawn.js';

const window = { from: START + 4, to: START + 7 };
const shares = (shop: Parameters<typeof inputOf>[0], options = {}) =>
  cellsOf(returning, inputOf(shop, { window, ...options }), 'numerator', 'denominator');

test.each([
  [
    'first ever purchase in the window is new',
    orders`ann ....1...`,
    [
      [0, 1],
      [0, 1],
      [0, 10_000],
    ],
  ],
  [
    'a second purchase in the window returns, though its customer is new',
    orders`ann ....1.1.`,
    [
      [0, 1],
      [1, 2],
      [10_000, 20_000],
    ],
  ],
  [
    'a customer from before the window is returning',
    orders`ann 1...1...`,
    [
      [1, 1],
      [1, 1],
      [10_000, 10_000],
    ],
  ],
  [
    'the day before the window is before it',
    orders`ann ...11...`,
    [
      [1, 1],
      [1, 1],
      [10_000, 10_000],
    ],
  ],
  [
    'nobody bought in the window',
    orders`ann 1.......`,
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  ],
  [
    'a purchase after the window makes nobody old',
    orders`ann .....1..1`,
    [
      [0, 1],
      [0, 1],
      [0, 10_000],
    ],
  ],
])('returning share: %s', (_, shop, expected) => expect(shares(shop)).toEqual(expected));

describe('with --old-window', () => {
  const shop = orders`ann ..1.1.1.`;

  test('old is who bought in the days before the window, with every purchase in it', () => {
    expect(shares(shop, { oldWindow: 2 })).toEqual([
      [1, 1],
      [2, 2],
      [20_000, 20_000],
    ]);
  });

  test('who bought earlier only is new, with every purchase in it', () => {
    expect(shares(shop, { oldWindow: 1 })).toEqual([
      [0, 1],
      [0, 2],
      [0, 20_000],
    ]);
  });
});

test('a first purchase before --history-start is not new', () => {
  const shop = orders`
    ann ....1...
    bob ......1.`;
  expect(shares(shop, { historyStart: START + 5 })[0]).toEqual([1, 2]);
  expect(shares(shop, { historyStart: START + 4 })[0]).toEqual([0, 2]);
});

describe('without a window', () => {
  const shop = (asOf: number) => ({
    asOf,
    orders: [dayOf(2023, 1, 1), dayOf(2024, 2, 3), dayOf(2024, 3, 2)].map((day) => ({ customer: 'ann', day })),
  });

  test.each([
    [dayOf(2024, 3, 30), '2024-02-01', '2024-02-29'],
    [dayOf(2024, 3, 31), '2024-03-01', '2024-03-31'],
  ])('it is about the last complete month, and says so', (asOf, from, to) => {
    const table = returning.compute(inputOf(shop(asOf)));
    expect(table.notes).toContainEqual({ id: 'returning-month', level: 'info', params: { from, to } });
  });

  test('without a complete month it is empty', () => {
    const input = inputOf(orders`ann .1....1`);
    expect(cellsOf(returning, input, 'value').flat()).toEqual([null, null, null]);
    expect(noteIds(returning.compute(input))).toEqual(['no-complete-month']);
  });
});

describe('whether "new" can be believed', () => {
  const shop = {
    asOf: dayOf(2024, 1, 31),
    orders: [dayOf(2023, 1, 1), dayOf(2024, 1, 5)].map((day) => ({ customer: 'ann', day })),
  };
  const january = { from: dayOf(2024, 1, 1), to: dayOf(2024, 1, 31) };
  const ids = (options: object) => noteIds(returning.compute(inputOf(shop, options)));

  test.each([
    ['12 months of history: the benchmark stands beside it', { window: january }, ['returning-benchmark']],
    [
      'a day less: left-truncated and no benchmark',
      { window: { ...january, from: january.from - 1 } },
      ['left-truncated'],
    ],
    [
      'believed by --history-start',
      { window: { ...january, from: january.from - 1 }, historyStart: january.from - 1 },
      ['returning-benchmark'],
    ],
    ['not before --history-start', { window: january, historyStart: january.from + 1 }, ['left-truncated']],
    ['the days of --old-window are there', { window: january, oldWindow: 365 }, ['returning-benchmark']],
    ['the days of --old-window are not there', { window: january, oldWindow: 366 }, ['left-truncated']],
  ])('%s', (_, options, expected) => expect(ids(options)).toEqual(expected));
});

describe('new-customer growth', () => {
  const shop = orders`
    ann 1...1.1
    bob ..1....
    cid ....1..`;
  const growth = (options: object) =>
    measureOf(newCustomerGrowth, inputOf(shop, options), 'newCustomerGrowth')['value'];
  const days = { from: START + 4, to: START + 6 };

  test('is new customers over those of the period before, less 1', () => expect(growth({ window: days })).toBe(0));
  test('needs a window', () => expect(growth({})).toBeNull());
  test('needs a period before within the history', () => {
    expect(growth({ window: { from: START + 2, to: START + 6 } })).toBeNull();
  });
  test('needs a period before in which new is believed', () => {
    expect(growth({ window: days, historyStart: START + 2 })).toBeNull();
    expect(growth({ window: days, historyStart: START + 1 })).toBe(0);
  });
});
