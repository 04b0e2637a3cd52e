import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyParserFor } from '../../../src/adapters/rows/money-parser.js';
import {
  minorOf,
  moneyFromBytes,
  moneyFromNumber,
  moneyFromText,
  tenThousandthsOf,
} from '../../../src/adapters/values/money.js';
import { moneySpellings } from '../../../src/adapters/values/money-spellings.js';
import { BLANK, UNREADABLE } from '../../../src/adapters/values/outcome.js';
import { runs } from '../../runs.js';

const encoder = new TextEncoder();

/** As a sheet is read: the plain form from bytes, everything else from the text. */
function money(text: string): number {
  const bytes = encoder.encode(text);
  return moneyFromBytes(bytes, 0, bytes.length) ?? moneyFromText(text);
}

/** Whether something below the minor unit was lost. */
function isRounded(amount: number, decimals: number): boolean {
  return minorOf(amount, decimals) * tenThousandthsOf(decimals) !== amount;
}

/** Fen by BigInt, half away from zero: the slow obvious version. */
function fen(sign: string, whole: string, fraction: string): number {
  const digits = BigInt(`${whole}${fraction.padEnd(20, '0')}`);
  const unit = 10n ** 18n;
  const rounded = (digits + unit / 2n) / unit;
  return Number(sign === '-' && rounded !== 0n ? -rounded : rounded);
}

describe('the table of crm explain amounts', () => {
  const rows = moneySpellings.flatMap(({ written, read }) => written.map((text): [string, string] => [text, read]));
  test.each(rows)('"%s" is read as %s', (text, read) => {
    const expected = read === 'blank' ? BLANK : read === 'unreadable' ? UNREADABLE : Number(read) * 10_000;
    expect(money(text)).toBe(expected);
  });
});

describe('amounts of currencies that write thousands with a point', () => {
  test.each([
    ['IDR', '50.000', 50_000],
    ['IDR', 'Rp 1.050.000', 1_050_000],
    ['IDR', 'Rp50.000', 50_000],
    ['MYR', 'RM1,050.00', 1050],
    ['IDR', 'IDR 1.050.000', 1_050_000],
    ['VND', '-45.000', -45_000],
    ['VND', '45.000 ₫', 45_000],
    ['IDR', '50.00', 50],
    ['IDR', '1.050.000,50', 1_050_000.5],
    ['CNY', '5.005', 5.005],
  ])('%s %s is %s', (currency, text, amount) => {
    const { fromBytes, fromText } = moneyParserFor(currency);
    const bytes = encoder.encode(text);
    expect(fromBytes(bytes, 0, bytes.length) ?? fromText(text)).toBe(amount * 10_000);
  });
});

describe('an amount in a cell', () => {
  test.each([
    ['201.12', 201.12],
    ['201.12元', 201.12],
    ['0元', 0],
    ['￥1,234.00', 1234],
    ['¥ 1,234', 1234],
    ['CNY 201.12', 201.12],
    ['201.12 CNY', 201.12],
    ['２０１．１２', 201.12],
    ['￥１，２３４．５０', 1234.5],
    ['AU $3,000.00', 3000],
    ['US$12', 12],
    ['$90.00', 90],
    ['EUR 90,00', 90],
    ['90,5', 90.5],
    ['1 234,50 €', 1234.5],
    ['1\u00a0234,50\u00a0€', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567', 1234567],
    ["1'234.50", 1234.5],
    ['116,99 €', 116.99],
    ['1,234,567.89', 1234567.89],
    ['(12.00)', -12],
    ['（12.00）', -12],
    ['-12', -12],
    ['\u221212.5', -12.5],
    ['－12', -12],
    ['¥-12', -12],
    ['-¥12', -12],
    ['+12', 12],
    ['499.00（系统计算中，该值仅供参考）', 499],
    ['168.99\t', 168.99],
    ['.5', 0.5],
    ['5.', 5],
    ['007', 7],
  ])('%s is %d', (text, amount) => {
    expect(money(text)).toBe(Math.round(amount * 10_000));
  });

  test.each([
    '',
    ' ',
    'null',
    'NULL',
    "'null",
    '-',
    '--',
    '——',
    '\t',
    '无',
    '无退款申请',
    '没有申请退款',
    'nan',
    '""',
    '=',
  ])('"%s" is blank', (text) => {
    expect(money(text)).toBe(BLANK);
  });

  test.each([
    '1e3',
    '1.5E+05',
    '1.2万',
    '12%',
    '1,23,456',
    '0,123',
    '1234,567',
    '12,3456',
    '12-',
    '--5',
    '(-5)',
    '-(5)',
    '#N/A',
    'abc',
    '12 13',
    '1.2.3',
    '1,2,3',
    '12abc',
    'TBD 12',
    '九十',
    '2020-02-21',
    '1.234,567.89',
    '元',
    '¥',
    '99999999999999',
    '0x10',
    'Infinity',
  ])('"%s" is refused', (text) => {
    expect(money(text)).toBe(UNREADABLE);
  });

  test('5.005 and a single point are decimals, rounded half away from zero and known to be rounded', () => {
    expect(minorOf(money('5.005'), 2)).toBe(501);
    expect(minorOf(money('-5.005'), 2)).toBe(-501);
    expect(minorOf(money('0.00499999'), 2)).toBe(0);
    expect(minorOf(money('-0.004'), 2)).toBe(0);
    expect(Object.is(minorOf(money('-0.004'), 2), 0)).toBe(true);
    expect(minorOf(money('1.234'), 2)).toBe(123);
    expect(isRounded(money('1.234'), 2)).toBe(true);
    expect(isRounded(money('1.230000'), 2)).toBe(false);
    expect(isRounded(money('1.2300001'), 2)).toBe(true);
  });

  test('a currency without decimals is rounded to whole units, one with three keeps them', () => {
    expect(minorOf(money('1,234.50'), 0)).toBe(1235);
    expect(minorOf(money('1.2345'), 3)).toBe(1235);
  });

  test('any decimal: the same fen as with BigInt', () => {
    const digits = (min: number, max: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('', '-', '+'),
        digits(1, 11),
        digits(0, 9),
        fc.boolean(),
        (sign, whole, fraction, unit) => {
          const text = `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}${unit ? '元' : ''}`;
          expect(minorOf(money(text), 2)).toBe(fen(sign, whole, fraction));
        },
      ),
      runs(20_000),
    );
  });

  test('bytes and text agree wherever both can read', () => {
    const part = fc.constantFrom(
      '1',
      '0',
      '9',
      '12',
      '.',
      ',',
      '-',
      '+',
      '(',
      ')',
      '元',
      '￥',
      ' ',
      'e',
      '%',
      '1234',
      '5',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        const bytes = encoder.encode(text);
        const plain = moneyFromBytes(bytes, 0, bytes.length);
        if (plain !== null) expect(plain).toBe(moneyFromText(text));
      }),
      runs(20_000),
    );
  });

  test('any text is a number, blank or refused, and zero only where a zero is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const amount = moneyFromText(text);
        if (amount === 0) expect(text.normalize('NFKC')).toMatch(/0/);
        expect(Object.is(amount, -0)).toBe(false);
      }),
      runs(10_000),
    );
  });
});

describe('an amount in a numeric cell', () => {
  test.each([
    [19.99, 1999],
    [1.005, 101],
    [-1.005, -101],
    [0.285, 29],
    [0.1 + 0.2, 30],
    [41.86, 4186],
    [0, 0],
    [-0, 0],
    [0.004999, 0],
    [123456789.99, 12345678999],
  ])('%d', (value, expected) => {
    expect(Object.is(minorOf(moneyFromNumber(value), 2), expected)).toBe(true);
  });

  test.each([1e12, -1e15, 1e308, Number.POSITIVE_INFINITY, Number.NaN])('%d is too much to be exact', (value) => {
    expect(moneyFromNumber(value)).toBe(UNREADABLE);
  });

  test('every amount of fen survives being a double', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(minorOf(moneyFromNumber(amount / 100), 2)).toBe(amount);
        expect(isRounded(moneyFromNumber(amount / 100), 2)).toBe(false);
      }),
      runs(10_000),
    );
  });
});
