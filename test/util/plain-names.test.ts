import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernels, noKernels } from '../../src/kernel/kernels.js';
import { ByteArena } from '../../src/util/byte-arena.js';
import { viewOf } from '../../src/util/byte-words.js';
import { isPlainName } from '../../src/util/plain-name.js';
import { plainNames } from '../../src/util/plain-names.js';
import { runs } from '../runs.js';

const encoder = new TextEncoder();

function arenaOf(texts: readonly Uint8Array[]): ByteArena {
  const arena = new ByteArena();
  for (const text of texts) {
    arena.room(1, text.length);
    arena.add(viewOf(text), 0, text.length);
  }
  return arena;
}

const words = fc.constantFrom(
  'a',
  'Z',
  '0',
  '7',
  '77',
  '_',
  '.',
  '-',
  '买',
  '家',
  'の',
  '、',
  '🌙',
  '\u200d',
  '\u2014',
  '*',
  ' ',
  'é',
);
const name = fc.array(words, { maxLength: 45, size: 'max' }).map((parts) => encoder.encode(parts.join('')));
const one = fc.tuple(words, fc.integer({ min: 1, max: 40 })).map(([word, times]) => encoder.encode(word.repeat(times)));
const bytes = fc.uint8Array({ maxLength: 6 });
const broken = fc.tuple(name, bytes).map(([start, end]) => Uint8Array.of(...start, ...end));

test('all names of a dictionary are judged as one by one, whatever bytes they are', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(name, one, bytes, broken), { maxLength: 60 }), (texts) => {
      const arena = arenaOf(texts);
      const expected = texts.map((text) => Number(isPlainName(text, 0, text.length)));
      for (const lent of [kernels, noKernels]) expect([...plainNames(arena, lent)]).toEqual(expected);
    }),
    runs(2000, 200),
  );
});

test('more names than are looked at together', () => {
  const texts = Array.from({ length: 40_000 }, (_, at) => encoder.encode(at % 3 === 0 ? `t**${at}` : `tb${at}`));
  const found = plainNames(arenaOf(texts));
  expect(found.every((plain, at) => plain === (at % 3 === 0 ? 0 : 1))).toBe(true);
});
