import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitise } from '../../src/util/sanitise.js';
import { hostile } from '../reporters/hostile.js';
import { inLongRun, runs } from '../runs.js';

const forbidden =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u{e0000}-\u{e007f}]/u;

describe('a text out of a file, on its way to a terminal', () => {
  test.each([
    ['a clear-screen sequence is shown, not obeyed', '\u001b[2J', '␛[2J'],
    ['a line feed stays one line', 'a\nb', 'a␤b'],
    ['a tab is a blank', 'a\tb', 'a b'],
    ['a carriage return cannot overwrite the line', 'a\rb', 'a␍b'],
    ['DEL is shown', 'a\u007f', 'a␡'],
    ['a C1 control is shown by its code', '\u009b2J', '\\u009B2J'],
    ['a bidirectional override is shown', '\u202eabc', '\\u202Eabc'],
    ['a zero-width blank is shown', '零\u200b宽', '零\\u200B宽'],
    ['a tag character is shown', '\u{e0041}', '\\u{E0041}'],
    ['a lone surrogate is shown', '\ud83d', '\\uD83D'],
    ['a whole emoji is no lone surrogate', '😀', '😀'],
    ['a noncharacter is shown', '\uffff', '\\uFFFF'],
    ['a base keeps four of five hundred marks', `a${'\u0301'.repeat(500)}b`, `a${'\u0301'.repeat(4)}b`],
    ['a mark without a base gets one', '\u0301', '\u25cc\u0301'],
    ['an ordinary name stays as it is', '小红 Zoë 李①', '小红 Zoë 李①'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_title, text, shown) => {
    expect(sanitise(text)).toBe(shown);
  });

  test('no hostile name keeps a control or invisible character', () => {
    for (const text of hostile) expect(sanitise(text)).not.toMatch(forbidden);
  });

  test('no text at all keeps one, and cleaning twice changes nothing', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.nat(0xffff).map((c) => String.fromCharCode(c)) }),
    );
    fc.assert(
      fc.property(any, (text) => {
        const clean = sanitise(text);
        expect(clean).not.toMatch(forbidden);
        expect(clean).not.toMatch(/\p{M}{5}/u);
        expect(sanitise(clean)).toBe(clean);
      }),
      runs(),
    );
  });

  test('every character that is written as it is had no reason to be hidden', () => {
    for (let code = 0; code <= 0x10ffff; code += code < 0xffff ? 1 : inLongRun(17, 1)) {
      const character = String.fromCodePoint(code);
      if (/[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_C}]/u.test(character))
        expect(sanitise(character)).not.toBe(character);
    }
  });
});
