import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteDictionary } from '../../src/util/byte-dictionary.js';
import { includePart } from '../../src/util/dictionary-part.js';
import { runs } from '../runs.js';

const texts = fc.array(fc.oneof(fc.constantFrom('', 'a', '示例', '示例甲', '__proto__'), fc.string()), {
  maxLength: 80,
});

test('texts of another dictionary keep their meaning, and new ones are numbered in its sequence', () => {
  fc.assert(
    fc.property(texts, texts, fc.boolean(), fc.boolean(), (mine, others, sealed, hashed) => {
      const dictionary = new ByteDictionary();
      const together = new ByteDictionary();
      const other = new ByteDictionary();
      for (const text of mine) dictionary.internText(text);
      for (const text of others) other.internText(text);
      for (const text of [...mine, ...others]) together.internText(text);
      if (sealed) dictionary.seal();
      const { hashes, ...rest } = other.part();
      const part = hashed ? { ...rest, hashes } : rest;
      const codes = includePart(dictionary, part);
      const known = Array.from({ length: part.size }, (_, code) => other.text(code));
      expect([...codes].map((code) => dictionary.text(code))).toEqual(known);
      expect(dictionary.size).toBe(together.size);
      for (let code = 0; code < dictionary.size; code++) expect(dictionary.text(code)).toBe(together.text(code));
    }),
    runs(),
  );
});

test('a large dictionary takes in a large one', () => {
  const [dictionary, other] = [new ByteDictionary(), new ByteDictionary()];
  for (let number = 0; number < 20_000; number++) dictionary.internText(`order ${number}`);
  for (let number = 15_000; number < 40_000; number++) other.internText(`order ${number}`);
  const codes = includePart(dictionary, other.part());
  expect([codes[0], codes[4_999], codes[5_000], dictionary.size]).toEqual([15_000, 19_999, 20_000, 40_000]);
});
