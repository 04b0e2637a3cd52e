import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byLargestRemainder, lineAmounts, lineRefunds } from '../../src/adapters/merge/line-amounts.js';
import { runs } from '../runs.js';

describe('the amounts of lines', () => {
  test.each<[string, number, number[], number[], number[]]>([
    ['their own when they add up', 150, [100, 50], [200, 60], [100, 50]],
    ['postage is spread in proportion to what was paid', 160, [100, 50], [200, 60], [107, 53]],
    ['list price × units where what was paid is unknown', 90, [Number.NaN, 50], [200, 100], [60, 30]],
    ['unknown where nothing tells', 90, [Number.NaN, 50], [Number.NaN, 100], [Number.NaN, Number.NaN]],
    ['a single line has the whole', 90, [Number.NaN], [Number.NaN], [90]],
    ['of equal remainders the first line gets the unit left over', 100, [1, 1, 1], [0, 0, 0], [34, 33, 33]],
    ['nothing paid, all lines free', 0, [0, 0], [5, 5], [0, 0]],
  ])('%s', (_, gross, paid, listed, amounts) => {
    expect(lineAmounts(gross, paid, listed).amounts).toEqual(amounts);
  });

  test('spread over any weights they add up, and none is off by a unit or more', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 8 })
      .filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), weights, (whole, parts) => {
        const shares = byLargestRemainder(whole, parts);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
        shares.forEach((share, at) => {
          expect(Math.abs(share - whole * (parts[at]! / total))).toBeLessThan(1.001);
        });
      }),
      runs(),
    );
  });
});

describe('the refunds of lines', () => {
  test.each<[string, number, number, number[], number[], number[]]>([
    ['none', 0, 150, [Number.NaN, Number.NaN], [100, 50], [0, 0]],
    ['all', 150, 150, [Number.NaN, Number.NaN], [100, 50], [100, 50]],
    ['their own when they add up', 50, 150, [Number.NaN, 50], [100, 50], [0, 50]],
    ['unknown when they do not', 60, 150, [Number.NaN, 50], [100, 50], [Number.NaN, Number.NaN]],
    ['a single line has the whole', 60, 150, [Number.NaN], [150], [60]],
  ])('%s', (_, refunded, gross, refunds, amounts, expected) => {
    expect(lineRefunds(refunded, gross, refunds, amounts)).toEqual(expected);
  });
});
