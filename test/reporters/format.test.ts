import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Unit } from '../../src/model/report.js';
import { briefly, cellText } from '../../src/reporters/format.js';
import { dayOf } from '../../src/util/calendar.js';
import { runs } from '../runs.js';

const yuan = { code: 'CNY', decimals: 2 };

describe('numbers for people', () => {
  test.each<[string, Cell, Unit, string]>([
    ['money is exact', 190_248_715, 'money', '¥1,902,487.15'],
    ['a loss has its sign before the currency', -520, 'money', '-¥5.20'],
    ['an average is rounded to the fen', 10036.85, 'price', '¥100.37'],
    ['a count has separators', 28_010, 'count', '28,010'],
    ['a rate is in tenths of a percent', 0.23126, 'ratio', '23.1%'],
    ['a tiny loss is not minus nothing', -0.0001, 'ratio', '0.0%'],
    ['a growth may exceed one', 1.5, 'ratio', '150.0%'],
    ['whole days', 125, 'days', '125'],
    ['mean days', 41.26, 'days', '41.3'],
    ['a day', dayOf(2020, 3, 1), 'date', '2020-03-01'],
    ['a score', 1.5, 'number', '1.50'],
    ['what cannot be computed', null, 'money', '–'],
    ['a quantity by its own unit', { value: 34, unit: 'days' }, 'any', '34 天'],
    ['a name is made safe', '\u001b[2J', 'name', '␛[2J'],
    ['a key nobody worded is shown', 'no-such-key', 'text', 'no-such-key'],
    ['a key of every object is only a key', 'constructor', 'text', 'constructor'],
  ])('%s', (_title, cell, unit, text) => {
    expect(cellText(cell, unit, 'zh', yuan)).toBe(text);
  });

  test.each([
    [999_999, '¥9,999.99', '¥9,999.99'],
    [1_000_000, '¥1.0万', '¥10.0k'],
    [71_900_000, '¥71.9万', '¥719.0k'],
    [99_999_999, '¥100.0万', '¥1.00M'],
    [190_248_715, '¥190.2万', '¥1.90M'],
    [9_999_999_999, '¥1.00亿', '¥100.00M'],
    [-190_248_715, '-¥190.2万', '-¥1.90M'],
    [0, '¥0.00', '¥0.00'],
  ])('key figure of %d fen', (minor, zh, en) => {
    expect(briefly.money(minor, 'zh', yuan)).toBe(zh);
    expect(briefly.money(minor, 'en', yuan)).toBe(en);
  });

  test('currencies have their sign and decimals, others their code', () => {
    expect(cellText(1500, 'money', 'en', { code: 'JPY', decimals: 0 })).toBe('JP¥1,500');
    expect(cellText(1500, 'money', 'en', { code: 'USD', decimals: 2 })).toBe('$15.00');
    expect(cellText(1500, 'money', 'en', { code: '__proto__', decimals: 3 })).toBe('__proto__ 1.500');
  });

  test('a number read back is the number within its rounding', () => {
    const back = (text: string) => Number(text.replace(/[¥,%]/g, ''));
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.double({ min: -3, max: 3, noNaN: true }), (minor, rate) => {
        expect(back(cellText(minor, 'money', 'zh', yuan))).toBe(minor === 0 ? 0 : minor / 100);
        expect(Math.abs(back(cellText(rate, 'ratio', 'zh', yuan)) - rate * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(cellText(rate, 'ratio', 'zh', yuan)).not.toMatch(/^-0\.0%$/);
      }),
      runs(),
    );
  });
});
