import { describe, expect, test } from 'vitest';
import { gini } from '../../src/analysis/statistics/gini.js';
import { kaplanMeier, logLogInterval, medianTime, stepAt } from '../../src/analysis/statistics/kaplan-meier.js';
import { quantile } from '../../src/analysis/statistics/quantile.js';
import { wilson } from '../../src/analysis/statistics/wilson.js';

describe('Wilson interval', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i is between %f and %f', (count, n, low, high) => {
    const interval = wilson(count, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test('nobody has no interval; none and all end exactly at 0 and 1', () => {
    expect([wilson(0, 0), wilson(0, 3)?.low, wilson(3, 3)?.high]).toEqual([null, 0, 1]);
  });
});

describe('quantile R-7', () => {
  test.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.8, 3.4],
    [[7], 0.8, 7],
    [[1, 2], 1, 2],
    [[1, 2], 0, 1],
  ])('%j at %f is %f, as numpy has it', (values, p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  test('of nothing is empty', () => expect(quantile([], 0.5)).toBeNull());
});

describe('Gini coefficient', () => {
  test.each([
    ['equal amounts', [7, 7, 7], 0],
    ['one customer', [5], 0],
    ['one of four has everything', [0, 0, 0, 8], 0.75],
    ['1 to 4', [1, 2, 3, 4], 0.25],
    ['nobody', [], null],
    ['nothing was paid', [0, 0], null],
  ])('%s', (_, amounts, expected) => expect(gini(amounts)).toBe(expected));
});

describe('Kaplan-Meier', () => {
  // 6-MP arm of E. J. Freireich et al., Blood 21 (1963): weeks of remission, + censored; log-log intervals as Stata and SAS print them.
  const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censoredWeeks = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const curve = kaplanMeier(tally(weeks), tally(censoredWeeks));

  test.each([
    [6, 21, 0.8571, 0.6197, 0.9516],
    [7, 17, 0.8067, 0.5631, 0.9228],
    [10, 15, 0.7529, 0.5032, 0.8894],
    [13, 12, 0.6902, 0.4316, 0.8491],
    [16, 11, 0.6275, 0.3675, 0.8049],
    [22, 7, 0.5378, 0.2678, 0.7468],
    [23, 6, 0.4482, 0.1881, 0.6801],
  ])('leukaemia, week %i', (week, atRisk, survival, low, high) => {
    const step = stepAt(curve, week);
    expect(step?.atRisk).toBe(atRisk);
    expect(step?.survival).toBeCloseTo(survival, 4);
    expect(logLogInterval(step)?.low).toBeCloseTo(low, 4);
    expect(logLogInterval(step)?.high).toBeCloseTo(high, 4);
  });

  test('median is the first week at or below one half', () => expect(medianTime(curve)).toBe(23));
  test('follow-up ends with the last week anybody was seen', () => expect(curve.last).toBe(35));

  test('has no interval before the first event and after the last customer left', () => {
    const all = kaplanMeier(tally([1, 2]), tally([]));
    expect([logLogInterval(stepAt(all, 0)), logLogInterval(stepAt(all, 2))]).toEqual([null, null]);
  });
});

function tally(times: readonly number[]): Int32Array {
  const counts = new Int32Array(40);
  for (const time of times) counts[time]!++;
  return counts;
}
