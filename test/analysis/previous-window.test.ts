import { describe, expect, test } from 'vitest';
import { windowBefore } from '../../src/analysis/previous-window.js';
import { isoDay, parseIsoDay } from '../../src/util/calendar.js';
import { inputOf, orders, START } from './drawn.js';

test.each([
  ['a month', '2024-03-01', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['a quarter', '2024-01-01', '2024-03-31', '2023-10-01', '2023-12-31'],
  ['a year', '2024-01-01', '2024-12-31', '2023-01-01', '2023-12-31'],
  ['three months that are no quarter', '2024-02-01', '2024-04-30', '2023-11-03', '2024-01-31'],
  ['twelve months that are no year', '2023-02-01', '2024-01-31', '2022-02-01', '2023-01-31'],
  ['one day', '2024-03-01', '2024-03-01', '2024-02-29', '2024-02-29'],
  ['most of a month', '2024-03-01', '2024-03-30', '2024-01-31', '2024-02-29'],
])('the period before %s', (_, from, to, beforeFrom, beforeTo) => {
  const before = windowBefore({ from: parseIsoDay(from)!, to: parseIsoDay(to)! });
  expect([isoDay(before.from), isoDay(before.to)]).toEqual([beforeFrom, beforeTo]);
});

describe('the window of an analysis', () => {
  const shop = orders`ann 1...1...1.`;
  const window = { from: START + 4, to: START + 7 };

  test('has the days before it when the history reaches that far', () => {
    expect(inputOf(shop, { window }).scope.previous).toEqual({ from: START, to: START + 3 });
    expect(inputOf(shop, { window: { from: START + 3, to: START + 6 } }).scope.previous).toBeNull();
  });

  test('is cut by an as-of day that was given, not by the day of the last order', () => {
    const asOf = START + 5;
    expect(inputOf(shop, { window, asOf, asOfReason: 'given' }).scope.window).toEqual({ from: START + 4, to: asOf });
    expect(inputOf(shop, { window, asOf, asOfReason: 'latest-order' }).scope.window).toEqual(window);
  });

  test('an as-of day after its end leaves it as it is', () => {
    expect(inputOf(shop, { window, asOfReason: 'given' }).scope.window).toEqual(window);
  });
});
