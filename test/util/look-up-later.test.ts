import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteDictionary } from '../../src/util/byte-dictionary.js';
import { includePart } from '../../src/util/dictionary-part.js';
import { runs } from '../runs.js';

const encoder = new TextEncoder();

/** So many that lookups are made together. */
const KNOWN = 5_000;
const known = new ByteDictionary();
for (let at = 0; at < KNOWN; at++) known.internText(`known ${at}`);
const part = known.part();

function large(): ByteDictionary {
  const dictionary = new ByteDictionary();
  includePart(dictionary, part);
  return dictionary;
}

test('texts looked up together get the codes they get one by one, sealed in between or not', () => {
  const text = fc.oneof(
    fc.integer({ min: 0, max: KNOWN + 500 }).map((number) => `known ${number}`),
    fc.string({ maxLength: 6 }),
    fc.constantFrom('x'.repeat(255), 'x'.repeat(256), 'x'.repeat(257), ''),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), fc.nat(200), (texts, sealedAt) => {
      const [together, apart] = [large(), large()];
      const codes = new Int32Array(texts.length).fill(-1);
      for (const [row, one] of texts.entries()) {
        if (row === sealedAt) together.seal();
        const bytes = encoder.encode(one);
        together.internLater(bytes, 0, bytes.length, codes, row);
      }
      together.settle();
      const written = texts.map((one) => new TextDecoder().decode(encoder.encode(one)));
      expect([...codes].map((code) => together.text(code))).toEqual(written);
      for (const one of texts) apart.internText(one);
      expect(together.size).toBe(apart.size);
      expect([...codes].map((code) => together.hash(code))).toEqual(
        texts.map((one) => apart.hash(apart.internText(one))),
      );
    }),
    runs(),
  );
});
