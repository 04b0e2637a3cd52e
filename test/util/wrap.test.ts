import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitise } from '../../src/util/sanitise.js';
import { widthOf } from '../../src/util/width.js';
import { wrap } from '../../src/util/wrap.js';
import { hostile } from '../reporters/hostile.js';
import { runs } from '../runs.js';

describe('prose on a narrow screen', () => {
  test.each([
    ['breaks between Chinese words', '回头客买得更多', 6, ['回头客', '买得', '更多']],
    ['keeps a comma on its line', '买家很多，订单很多', 8, ['买家', '很多，', '订单很多']],
    ['keeps an opening bracket with its word', '销售额（元）', 8, ['销售额', '（元）']],
    ['keeps a sum whole', '共 ¥1,234.50 元', 9, ['共', '¥1,234.50', '元']],
    ['keeps a date whole', 'as of 2020-03-01', 12, ['as of', '2020-03-01']],
    ['cuts only what is wider than a line', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['nothing makes no line', '', 10, []],
  ])('%s', (_title, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('no line is wider than the screen and no character is lost', () => {
    const texts = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.lorem());
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 60 }), (text, width) => {
        const clean = sanitise(text);
        const lines = wrap(clean, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(clean.replace(/\s/g, ''));
      }),
      runs(),
    );
  });
});
