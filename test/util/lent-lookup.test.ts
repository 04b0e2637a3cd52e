import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FoundTexts, KernelCells } from '../../src/kernel/cells.js';
import { type Kernel, newKernel } from '../../src/kernel/kernel.js';
import { ByteDictionary } from '../../src/util/byte-dictionary.js';
import { lookUpLent } from '../../src/util/lent-lookup.js';
import { lookUp } from '../../src/util/text-batch.js';
import { TextIndex } from '../../src/util/text-index.js';
import { runs } from '../runs.js';
import { good, type Hash, hashes } from './text-hashes.js';

const ROWS = 4096;
const kernel = newKernel() as Kernel;
const cells = new KernelCells(kernel, ROWS, null);
const starts = kernel.take(4 * ROWS);
const ends = kernel.take(4 * ROWS);
const content = kernel.take(1 << 22);
const encoder = new TextEncoder();

/** The texts as the kernel finds them in a column; the blank ones are no texts. */
function found(texts: readonly string[], hash: Hash): FoundTexts {
  let at = content;
  for (const [row, text] of texts.entries()) {
    kernel.ints[starts / 4 + row] = at;
    at += encoder.encodeInto(text, kernel.bytes.subarray(at)).written;
    kernel.ints[ends / 4 + row] = at;
    at += row % 3;
  }
  const all = cells.texts({ column: { rows: texts.length, starts, ends }, kind: 0, first: 0, scratch: 0 });
  for (let text = 0; text < all.count; text++) {
    all.hashes[text] = hash(kernel.bytes.slice(all.from[text], all.to[text]));
  }
  return all;
}

/** The codes by row, −1 where there is no text. */
function codesOf(index: TextIndex, all: FoundTexts, rows: number): number[] {
  const codes = new Int32Array(rows).fill(-1);
  lookUp(index, all, codes);
  for (const [at, row] of all.repeatRows.entries()) codes[row] = codes[all.repeatOf[at]!]!;
  return [...codes];
}

function held({ texts, slots }: TextIndex): unknown {
  const { size, offsets } = texts;
  const own = Array.from({ length: size }, (_, code) => texts.decode(code));
  return [own, [...offsets.subarray(0, size + 1)], [...slots.hashes.subarray(0, size)]];
}

const text = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'aa', 'aaa', 'aaaa', 'aaaab', '买家', '__proto__'),
  fc.nat(400).map((number) => `1610000001242${number}`),
  fc.nat(3).map((number) => `四川省 成都市 示例街${number}号`),
  fc.integer({ min: 1, max: 300 }).map((length) => 'x'.repeat(length)),
);

describe('texts looked up by the kernel', () => {
  test('have the codes they have without it, whatever their hashes, and with it or without it in turn', () => {
    const rounds = fc.array(fc.tuple(fc.array(text, { maxLength: 200 }), fc.constantFrom('lent', 'own', 'seal')), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(rounds, hashes, (all, hash) => {
        const [lent, own] = [new TextIndex(0), new TextIndex(0)];
        for (const [texts, how] of all) {
          const expected = codesOf(own, found(texts, hash), texts.length);
          const one = found(texts, hash);
          if (how === 'seal') lent.seal();
          const codes = how === 'own' ? null : lookUpLent(lent, one, cells);
          expect(codes === null ? codesOf(lent, one, texts.length) : [...codes]).toEqual(expected);
          expect(held(lent)).toEqual(held(own));
        }
      }),
      runs(600, 60),
    );
  });

  test('are found again one by one', () => {
    const dictionary = new ByteDictionary();
    found(['a', 'bb', 'a', '', 'ccc'], good);
    const codes = new Int32Array(7).fill(-5);
    dictionary.internCells(cells, { column: { rows: 5, starts, ends }, kind: 0, first: 2, scratch: 0 }, codes);
    expect([...codes]).toEqual([-5, -5, 0, 1, 0, -1, 2]);
    expect(['a', 'bb', 'ccc', 'd'].map((one) => dictionary.find(one))).toEqual([0, 1, 2, -1]);
    expect(dictionary.internText('d')).toBe(3);
  });

  test('are as many as can be lent, and no more: of many texts few are looked up without it', () => {
    const [lent, own] = [new TextIndex(0), new TextIndex(0)];
    let most = 0;
    for (let block = 0; block < 12; block++) {
      const texts = Array.from(
        { length: ROWS },
        (_, row) => `${block}-${row % (ROWS - block)}-${'y'.repeat(row % 40)}`,
      );
      const expected = codesOf(own, found(texts, good), ROWS);
      const one = found(texts, good);
      const codes = lookUpLent(lent, one, cells);
      if (codes !== null) most = lent.texts.size;
      expect(codes === null ? codesOf(lent, one, ROWS) : [...codes]).toEqual(expected);
    }
    expect(held(lent)).toEqual(held(own));
    expect(most).toBeGreaterThan(ROWS * 4);
    expect(most).toBeLessThan(lent.texts.size);
    expect(lookUpLent(lent, found(['z'], good), cells)).toBeNull();
    const long = new TextIndex(0);
    expect(
      lookUpLent(
        long,
        found(
          Array.from({ length: 2000 }, (_, row) => 'z'.repeat(600 + row)),
          good,
        ),
        cells,
      ),
    ).toBeNull();
    expect(long.texts.size).toBe(0);
  });
});
