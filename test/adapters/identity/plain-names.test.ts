import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyColumns, personKeys } from '../../../src/adapters/identity/customer-keys.js';
import { KeyBook } from '../../../src/adapters/identity/key-book.js';
import type { RowTexts } from '../../../src/adapters/rows/rows.js';
import { ByteDictionary } from '../../../src/util/byte-dictionary.js';
import { runs } from '../../runs.js';

const name = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      'a',
      'Z',
      '0',
      '7',
      '_',
      '买',
      '家',
      'の',
      '🌙',
      '👩\u200d🍳',
      '\u3000',
      '\u200d',
      '、',
      '*',
      '-',
      '@',
      '.',
      '＊',
      ' ',
      '\u205f',
      'é',
    ),
    maxLength: 12,
  }),
  fc.constantFrom('null', 'N/A', '匿名', '散客', '13900000001', 'a@b.cn', '##x1', '~x1', 'aaaaaa', '000000', 't**1'),
  fc.string({ unit: fc.constantFrom('A', 'b', '3'), minLength: 36, maxLength: 44 }),
  fc.string({ unit: fc.constantFrom('1', '3', '8', '0'), minLength: 1, maxLength: 14 }),
  fc.string({ unit: fc.constantFrom('N', 'o', 'n', 'e'), minLength: 1, maxLength: 14 }),
  fc.string({ unit: fc.constantFrom('匿', '名', '用', '户', '\u200d', '🌙', '🌛'), minLength: 1, maxLength: 9 }),
  fc.constantFrom(
    '1390000000',
    '8613900000001',
    '7788',
    'anonymous',
    'undefined',
    'Anonymous',
    'zzzzzzzzzzzz',
    '匿名匿名匿',
  ),
);

/** The keys of a column of buyers or accounts, by their codes. */
function keysOf(column: 'buyer' | 'account', texts: readonly string[]) {
  const dictionary = new ByteDictionary();
  const codes = texts.map((text) => dictionary.internText(text));
  const book = new KeyBook();
  const none = new ByteDictionary();
  const all = { buyer: none, account: none, phone: none, [column]: dictionary } as unknown as RowTexts;
  const keys = keyColumns(all, book)[column === 'buyer' ? 0 : 1];
  return codes.map((code) => ({ number: keys.numberOf(code), book }));
}

describe('a name that needs no second look', () => {
  test.each(['buyer', 'account'] as const)('as %s is the customer that a second look would find', (column) => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (texts) => {
        const numbers = new Map<string, number>();
        for (const [at, { number, book }] of keysOf(column, texts).entries()) {
          const [key] = personKeys(column, texts[at]!);
          if (key === undefined) {
            expect(number).toBe(-1);
            continue;
          }
          expect(book.keyOf(number)).toEqual(key);
          const known = numbers.get(JSON.stringify(key)) ?? number;
          numbers.set(JSON.stringify(key), known);
          expect(number).toBe(known);
        }
        expect(new Set(numbers.values()).size).toBe(numbers.size);
      }),
      runs(500),
    );
  });

  test('is the same customer with blanks around it that only Unicode knows', () => {
    const [bare, padded] = keysOf('buyer', ['示例买家1', '\u205f示例买家1']);
    expect(padded!.number).toBe(bare!.number);
  });

  test('may come after the one with blanks', () => {
    const [padded, bare] = keysOf('buyer', ['\u1680tb1', 'tb1']);
    expect(padded!.number).toBe(bare!.number);
  });
});
