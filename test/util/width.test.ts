import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitise } from '../../src/util/sanitise.js';
import { cut, padEnd, padStart, widthOf } from '../../src/util/width.js';
import { hostile } from '../reporters/hostile.js';
import { runs } from '../runs.js';

describe('columns a text takes', () => {
  test.each([
    ['latin letters take one', 'orders', 6],
    ['Chinese takes two', '回头客', 6],
    ['full-width signs take two', '（￥）', 6],
    ['the yuan sign takes one', '¥12', 3],
    ['a combining mark takes none', 'e\u0301', 1],
    ['an emoji takes two', '😀', 2],
    ['an emoji with skin tone takes two', '👍🏽', 2],
    ['a flag takes two', '🇨🇳', 2],
    ['a heart shown as an emoji takes two', '❤\ufe0f', 2],
    ['letters of a Korean syllable take two', '\u1100\u1161\u11a8', 2],
    ['nothing takes none', '', 0],
  ])('%s', (_title, text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('signs and letters beside each other take what each takes alone, as graphemes say', () => {
    const signs = [...'aZ ~¡ÿ…–—“”·×€₿™↔█▏☀✂❤、。〈あヶ中鿿가힣！～'];
    const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
    for (const one of signs) {
      for (const other of signs) {
        expect([...graphemes.segment(one + other)]).toHaveLength(2);
        expect(widthOf(one + other)).toBe(widthOf(one) + widthOf(other));
      }
    }
  });

  test.each([
    ['a name that fits stays', '西湖龙井', 8, '西湖龙井'],
    ['a longer one ends in a mark', '西湖龙井茶', 8, '西湖龙…'],
    ['half a character is never shown', '西湖', 2, '…'],
    ['a letter keeps its accent', 'e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['no room at all', 'abc', 0, ''],
  ])('%s', (_title, text, width, shown) => {
    expect(cut(text, width)).toBe(shown);
  });

  test('padding reaches the width and never cuts', () => {
    expect(padEnd('客', 4)).toBe('客  ');
    expect(padStart('客', 4)).toBe('  客');
    expect(padStart('回头客', 4)).toBe('回头客');
  });

  test('whatever the name, a cut is not wider than its column and a padded cut exactly as wide', () => {
    const names = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 40 }), (name, width) => {
        const shown = cut(sanitise(name), width);
        expect(widthOf(shown)).toBeLessThanOrEqual(width);
        expect(widthOf(padEnd(shown, width))).toBe(width);
      }),
      runs(),
    );
  });
});
