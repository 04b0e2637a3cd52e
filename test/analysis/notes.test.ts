import { describe, expect, test } from 'vitest';
import { currenciesByOrders } from '../../src/analysis/currencies.js';
import { overview } from '../../src/analysis/overview.js';
import type { Note } from '../../src/model/report.js';
import { inputOf, orders, type Shop, START } from './drawn.js';
import { tableOf } from './order-table.js';

function noteOf(shop: Shop, id: string, options = {}): Note | undefined {
  return overview.compute(inputOf(shop, options)).notes.find((note) => note.id === id);
}

describe('what is said about the window', () => {
  const shop = orders`ann 1...1...1.`;

  test('the days it is compared with', () => {
    const window = { from: START + 4, to: START + 7 };
    expect(noteOf(shop, 'previous-window', { window })?.params).toMatchObject({ from: '2024-01-01', to: '2024-01-04' });
  });

  test('that the period before starts before the history', () => {
    const window = { from: START + 1, to: START + 9 };
    expect(noteOf(shop, 'previous-missing', { window })?.params).toEqual({
      from: '2023-12-24',
      to: '2024-01-01',
      first: '2024-01-01',
    });
  });

  test('that it is not over, and only then', () => {
    const window = { from: START, to: START + 10 };
    expect(noteOf(shop, 'window-not-over', { window })?.params).toEqual({ to: '2024-01-11', asOf: '2024-01-10' });
    expect(noteOf(shop, 'window-not-over', { window: { ...window, to: START + 9 } })).toBeUndefined();
  });
});

describe('what is said about refunds', () => {
  const shop = orders`ann 1${'.'.repeat(29)}1`;

  test.each([
    ['the last 15 days of the history', {}, { from: '2024-01-17', to: '2024-01-31' }],
    [
      'the part of them in the window',
      { window: { from: START, to: START + 19 } },
      { from: '2024-01-17', to: '2024-01-20' },
    ],
  ])('they still come for %s', (_, options, params) => {
    expect(noteOf(shop, 'refunds-still-coming', options)?.params).toEqual(params);
  });

  test('not for a window that ended 15 days ago', () => {
    expect(noteOf(shop, 'refunds-still-coming', { window: { from: START, to: START + 15 } })).toBeUndefined();
  });

  test('that some have no day of their own', () => {
    const partly = { orders: [{ day: START, gross: 100, refunded: 40 }], asOf: START };
    expect(noteOf(partly, 'refund-day-partly', { refunds: 'refund-day' })).toBeDefined();
    expect(noteOf(shop, 'refund-day-partly', { refunds: 'refund-day' })).toBeUndefined();
  });
});

test('the currency with most orders comes first, ties by name', () => {
  const table = tableOf(
    ['USD', 'EUR', 'CNY', 'CNY', 'USD', 'EUR', 'EUR'].map((currency) => ({ day: START, currency })),
  );
  expect(currenciesByOrders(table).map((code) => table.texts.currency.text(code))).toEqual(['EUR', 'CNY', 'USD']);
});
