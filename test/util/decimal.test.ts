import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, fixed, shortestDecimal } from '../../src/util/decimal.js';
import { runs } from '../runs.js';

describe('money as text', () => {
  test.each([
    [1230, 2, '12.30'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [-0, 2, '0.00'],
    [1500, 0, '1500'],
    [1, 3, '0.001'],
    [190248715, 2, '1902487.15'],
    [Number.MAX_SAFE_INTEGER, 2, '90071992547409.91'],
  ])('%d with %d decimals', (minor, decimals, text) => {
    expect(decimalText(minor, decimals)).toBe(text);
  });

  test('an amount that is not whole minor units is a mistake', () => {
    expect(() => decimalText(1.5, 2)).toThrow(RangeError);
  });

  test('the shortest form is the number JavaScript would write', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        const text = shortestDecimal(decimalText(minor, 2));
        expect(JSON.stringify(JSON.parse(text))).toBe(minor === 0 ? '0' : text);
        expect(Math.round(Number(text) * 100)).toBe(minor === 0 ? 0 : minor);
      }),
      runs(),
    );
  });

  test('a small loss is not a negative zero', () => {
    expect(fixed(-0.0001, 2)).toBe('0.00');
    expect(fixed(-1234.567, 2)).toBe('-1,234.57');
    expect(() => fixed(Number.NaN, 2)).toThrow(RangeError);
  });
});
