import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../src/util/gb18030-encoder.js';
import { runs } from '../runs.js';

const decoder = new TextDecoder('gb18030', { fatal: true });
const hex = (text: string) => Buffer.from(encodeGb18030(text)).toString('hex');

describe('GB18030', () => {
  test.each([
    ['ASCII', 'a,"', '612c22'],
    ['common Han in two bytes', '订单', 'b6a9b5a5'],
    ['the full-width comma', '，', 'a3ac'],
    ['the euro', '€', 'a2e3'],
    ['a letter of four bytes', 'é', 'a8a6'],
    ['the first character of four bytes', '\u0080', '81308130'],
    ['rare Han beyond the basic plane', '𠮷', '9534b235'],
    ['an emoji', '😋', '9439fd37'],
    ['the last character there is', '\u{10ffff}', 'e3329a35'],
    ['a lone surrogate, which cannot be written', '\ud83c', '8431a437'],
    ['nothing', '', ''],
  ])('%s', (_, text, bytes) => {
    expect(hex(text)).toBe(bytes);
  });

  test('a text comes back as it was', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(texts, (text) => decoder.decode(encodeGb18030(text)) === text),
      runs(),
    );
  });

  test('every character comes back as it was, save 19 for private use that have no bytes', () => {
    const step = process.env['LONG'] === undefined ? 97 : 1;
    let lost = 0;
    for (let point = 0; point <= 0x10ffff; point += step) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const text = String.fromCodePoint(point);
      const back = decoder.decode(encodeGb18030(`a${text}`)).slice(1);
      if (back === text) continue;
      lost++;
      expect([back, text >= '\ue000' && text <= '\uf8ff']).toEqual(['\ufffd', true]);
    }
    expect(lost).toBeLessThan(20);
  });
});
