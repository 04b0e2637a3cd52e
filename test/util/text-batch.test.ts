import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../../src/util/byte-words.js';
import { lookUp, NEAR, type TextBatch } from '../../src/util/text-batch.js';
import { TextIndex } from '../../src/util/text-index.js';
import { runs } from '../runs.js';
import { good, type Hash, hashes } from './text-hashes.js';

const encoder = new TextEncoder();

/** Texts in bytes of their own, `gap` other bytes between them. */
function batchOf(texts: readonly string[], hash: Hash, gap: Uint8Array): TextBatch {
  const pieces = texts.map((text) => encoder.encode(text));
  const from: number[] = [];
  const bytes: number[] = [...gap];
  for (const piece of pieces) {
    from.push(bytes.length);
    bytes.push(...piece, ...gap);
  }
  return {
    count: texts.length,
    bytes: Uint8Array.from(bytes),
    from: Int32Array.from([...from, -7]),
    to: Int32Array.from([...from.map((start, at) => start + pieces[at]!.length), -9]),
    hashes: Int32Array.from(pieces.map(hash)),
    rows: Int32Array.from(pieces.map((_, at) => at * 2 + 1)),
  };
}

function oneByOne(index: TextIndex, { count, bytes, from, to, hashes, rows }: TextBatch, target: Int32Array): void {
  for (let at = 0; at < count; at++) {
    target[rows[at]!] = index.codeOf(hashes[at]!, viewOf(bytes), from[at]!, to[at]!);
  }
}

const text = fc.oneof(
  fc.constantFrom('', '\0', '\0\0', '\0\0\0\0', '买家', 'a', 'aa', 'aaa', 'aaaa', 'aaaab', '__proto__'),
  fc.nat(400).map((number) => `1610000001242${number}`),
  fc.nat(3).map((number) => `四川省 成都市 示例街${number}号`),
  fc.integer({ min: 1, max: 300 }).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 12 }).map((one) => new TextDecoder().decode(encoder.encode(one))),
);

describe('many texts looked up together', () => {
  test('have the codes a Map gives them, however they are cut, sealed or looked up one by one in between, and whatever their hashes', () => {
    const rounds = fc.array(fc.array(text, { maxLength: 200 }), { maxLength: 4 });
    const gaps = fc.uint8Array({ maxLength: 5 });
    fc.assert(
      fc.property(rounds, hashes, gaps, fc.nat(4), fc.nat(4), (batches, hash, gap, sealedAt, apart) => {
        const index = new TextIndex(1);
        const codes = new Map<string, number>();
        for (const [round, texts] of batches.entries()) {
          if (round === sealedAt) index.seal();
          const target = new Int32Array(texts.length * 2).fill(-5);
          const batch = batchOf(texts, hash, gap);
          if (round === apart) oneByOne(index, batch, target);
          else lookUp(index, batch, target);
          for (const [at, one] of texts.entries()) {
            const code = codes.get(one) ?? codes.size;
            codes.set(one, code);
            expect([target[at * 2], target[at * 2 + 1]]).toEqual([-5, code]);
          }
        }
        expect(index.texts.size).toBe(codes.size);
        for (const [one, code] of codes) expect(index.texts.decode(code)).toBe(one);
        index.seal();
        for (const [one, code] of codes) {
          const bytes = encoder.encode(one);
          expect(index.find(hash(bytes), viewOf(bytes), 0, bytes.length)).toBe(code);
          expect(index.slots.hashes[code]).toBe(hash(bytes));
        }
      }),
      runs(),
    );
  });

  test.each([1000, Number.NaN])('may be so many that room is made again and again, %d times as much', (times) => {
    const texts = Array.from({ length: 100_000 }, (_, row) => `order ${(row * 31) % 80_000}`);
    const index = new TextIndex(1);
    index.expect(times);
    const target = new Int32Array(texts.length * 2);
    lookUp(index, batchOf(texts, good, new Uint8Array(0)), target);
    const codes = new Map<string, number>();
    for (const one of texts) if (!codes.has(one)) codes.set(one, codes.size);
    expect(texts.every((one, row) => target[row * 2 + 1] === codes.get(one))).toBe(true);
    expect(index.texts.size).toBe(80_000);
    expect([...codes].every(([one, code]) => index.texts.decode(code) === one)).toBe(true);
  });

  test.each<[string, Hash]>([
    ['as they are', good],
    ['nearly all the same', (bytes) => good(bytes) & 0xff],
    ['the same in their low bits', (bytes) => good(bytes) << 12],
  ])('may be far away in memory, their hashes %s', (_, hash) => {
    const known = ['', ...Array.from({ length: NEAR + 300 }, (__, number) => `order ${number}`)];
    const asked = [...known.slice(-700), '', 'order', ...known.slice(0, 300), '\0', ''];
    const index = new TextIndex(1);
    lookUp(index, batchOf(known, hash, new Uint8Array(0)), new Int32Array(known.length * 2));
    const target = new Int32Array(asked.length * 2);
    lookUp(index, batchOf(asked, hash, new Uint8Array(0)), target);
    const codes = new Map([...known, 'order', '\0'].map((one, code) => [one, code]));
    expect(asked.map((_one, at) => target[at * 2 + 1])).toEqual(asked.map((one) => codes.get(one)));
    expect(index.texts.size).toBe(known.length + 2);
  });

  test('are no others for the bytes that stand beside them', () => {
    const texts = ['tb1', 'tb12', 'tb123', 'tb1234', 'tb12345', 'tb1'];
    const codesBeside = (gap: string) => {
      const target = new Int32Array(texts.length * 2);
      lookUp(new TextIndex(1), batchOf(texts, good, encoder.encode(gap)), target);
      return [...target].filter((_, at) => at % 2 === 1);
    };
    expect(codesBeside('')).toEqual([0, 1, 2, 3, 4, 0]);
    expect(codesBeside('23456789')).toEqual([0, 1, 2, 3, 4, 0]);
  });

  test('may be none', () => {
    const index = new TextIndex(1);
    index.seal();
    lookUp(index, batchOf([], good, new Uint8Array(0)), new Int32Array(0));
    expect(index.find(0, viewOf(new Uint8Array(0)), 0, 0)).toBe(-1);
  });
});
