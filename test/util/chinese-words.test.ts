import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseWords } from '../../src/util/chinese-words.generated.js';
import { chineseWordsOf, foundWords } from '../../src/util/chinese-words.js';
import { runs } from '../runs.js';

const kept = chineseWords.trim().split('\n');
const texts = kept.map((line) => line.split(' ')[0]!);
const signs = [...'、。，：；？！（）“”‘’《》「」…‥％￥–—‐←→↔⇒', '……', '）。', '”，', '——'];
const others = ['·', '－', '〇', '々', 'ー', '‿', '\u200b', '한', '\u{20000}', '\u0301'];
const marks = [...signs, ...others];

describe('Chinese words', () => {
  test('of our own texts are kept as Node finds them', () => {
    expect(kept.length).toBeGreaterThan(1000);
    for (const text of texts) expect(chineseWordsOf(text)).toEqual(foundWords(text));
  });

  test('of our own texts between marks are those of the whole', () => {
    const parts = fc.array(fc.oneof(fc.constantFrom(...texts), fc.constantFrom(...marks)), { maxLength: 12 });
    fc.assert(
      fc.property(parts, (some) => {
        const text = some.join('');
        expect(chineseWordsOf(text)).toEqual(foundWords(text));
      }),
      runs(20_000, 500),
    );
  });

  test('stand apart from every mark, and marks from each other', () => {
    for (let code = 0x2010; code < 0x2200; code++) {
      const mark = String.fromCharCode(code);
      for (const text of [
        mark,
        `订单${mark}`,
        `${mark}订单`,
        `订单${mark}订单`,
        mark + mark,
        `${mark}…`,
        `、${mark}`,
      ]) {
        expect(chineseWordsOf(text), code.toString(16)).toEqual(foundWords(text));
      }
    }
  });

  test('of others are asked for, also where ours are part of them', () => {
    for (const text of ['示例甲的店', '回头客示例', '订单カート', '买家👨‍👩‍👧很多', '', '的', '一一一一一一']) {
      expect(chineseWordsOf(text)).toEqual(foundWords(text));
    }
  });
});
