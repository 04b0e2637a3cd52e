import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailOf, isMasked, namesOnePerson } from '../../../src/adapters/identity/identity-text.js';
import { runs } from '../../runs.js';

const unit = fc.constantFrom(
  ...['a', 'Z', '0', '1', '9', '*', '＊', '#', '$', '~', "'", '-', '—', '_', '=', '+', '.', ',', '?', '·', '•', '/'],
  ...[
    '\\',
    ' ',
    '\u3000',
    '\u00a0',
    '@',
    '买',
    '\u9fff',
    '\u4dff',
    '🌙',
    '\ud83c',
    '\udf19',
    '\u200d',
    'é',
    '[',
    '`',
    '{',
  ],
);
const text = fc.oneof(
  fc.string({ unit, maxLength: 9 }),
  fc.tuple(unit, fc.integer({ min: 1, max: 9 }), unit).map(([one, times, end]) => one.repeat(times) + end),
  fc.tuple(unit, fc.integer({ min: 1, max: 9 })).map(([one, times]) => one.repeat(times)),
  fc.tuple(unit, fc.constantFrom('null', 'N/A', '匿名', 'unknown')).map((parts) => parts.join('')),
  fc.string({ unit: fc.constantFrom('A', 'b', '3', '/'), minLength: 36, maxLength: 44 }),
);

/** The rules as patterns. */
function slow(own: string): boolean {
  const trimmed = own.trim().replace(/^'/, '');
  const placeholders = [
    '0',
    'null',
    'none',
    'nan',
    'n/a',
    '#n/a',
    'undefined',
    'unknown',
    'anonymous',
    'guest',
    '-',
    '--',
    '——',
  ];
  const nobody = ['无', '空', '未知', '匿名', '匿名用户', '匿名买家', '匿名顾客', '匿名会员', '散客', '游客'];
  if (trimmed === '' || /[*＊]/.test(trimmed) || [...placeholders, ...nobody].includes(trimmed.toLowerCase()))
    return false;
  const patterns = [
    /^(##|\$\$|~)/,
    /^[-—_=+.,?·•/\\\s0]+$/,
    /^(.)\1{5,}$/su,
    /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[\w+/=-]{40,}$/,
  ];
  return !patterns.some((pattern) => pattern.test(trimmed));
}

test('a text names one person where no pattern says otherwise', () => {
  fc.assert(
    fc.property(text, (own) => {
      expect(namesOnePerson(own)).toBe(slow(own));
      const trimmed = own.trim();
      const isOpened = /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[\w+/=-]{40,}$/.test(trimmed);
      expect(isMasked(own)).toBe(/[*＊]/.test(trimmed) || /^(##|\$\$|~)/.test(trimmed) || isOpened);
      expect(emailOf(own)).toBe(/^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/.test(trimmed) ? trimmed.toLowerCase() : null);
    }),
    runs(20_000, 3000),
  );
});
