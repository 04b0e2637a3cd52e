import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteDictionary } from '../../src/util/byte-dictionary.js';
import { hashOf } from '../../src/util/byte-hash.js';
import { viewOf } from '../../src/util/byte-words.js';
import { LaterTexts } from '../../src/util/later-texts.js';
import { runs } from '../runs.js';

const encoder = new TextEncoder();

/** What may be done to texts: put in one by one, many at a time, or as they came from another thread; or asked about. */
type Step =
  | { readonly kind: 'one' | 'many' | 'adopted'; readonly texts: readonly string[] }
  | { readonly kind: 'asked' | 'dictionary' | 'seal' };

const text = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'ab', '示例街', '__proto__', 'constructor', '\0', '4008', '北京 北京市 通州区'),
  fc.nat(6).map((number) => `四川省 成都市 示例街${number}号`),
  fc.integer({ min: 1, max: 300 }).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 8 }).map((one) => new TextDecoder().decode(encoder.encode(one))),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('one', 'many', 'adopted'), texts: fc.array(text) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('asked', 'dictionary', 'seal') }) },
) as fc.Arbitrary<Step>;

/** Puts texts in; their numbers. `most`: bytes that may wait. */
function put(later: LaterTexts, kind: 'one' | 'many' | 'adopted', texts: readonly string[], most: number): Int32Array {
  const numbers = new Int32Array(texts.length).fill(-1);
  if (kind === 'adopted') {
    const other = new LaterTexts(most);
    const { numbers: own, parts } = other.parts(put(other, 'one', texts, most));
    const first = later.adopt(parts);
    return own.map((number) => number + first);
  }
  const pieces = texts.map((one) => encoder.encode(one));
  const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece, 9]));
  const from = Int32Array.from(pieces, (_, at) => pieces.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0));
  const to = from.map((start, at) => start + pieces[at]!.length);
  if (kind === 'one') for (const row of texts.keys()) later.internLater(bytes, from[row]!, to[row]!, numbers, row);
  else {
    const hashes = Int32Array.from(pieces, (piece) => hashOf(viewOf(piece), 0, piece.length));
    later.internMany({ count: texts.length, bytes, from, to, hashes, rows: numbers.map((_, row) => row) }, numbers);
  }
  return numbers;
}

function check(later: LaterTexts, numbers: readonly number[], texts: readonly string[], plain: ByteDictionary): void {
  for (const [row, one] of texts.entries()) {
    const number = numbers[row]!;
    expect([later.text(number), later.decode(number)]).toEqual([one, one]);
    expect(later.hash(number)).toBe(plain.hash(plain.find(one)));
    expect(later.isNumber(number)).toBe(plain.isNumber(plain.find(one)));
    expect(later.same(number, numbers[0]!)).toBe(one === texts[0]);
  }
}

describe('texts that are looked up later', () => {
  test('have the codes of a dictionary that looked up each at once, however they came and whenever they are asked for', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.constantFrom(0, 40, 1 << 28), (steps, most) => {
        const [later, plain] = [new LaterTexts(most), new ByteDictionary()];
        const [texts, numbers, codes]: [string[], number[], number[]] = [[], [], []];
        for (const one of steps) {
          if (one.kind === 'asked') check(later, numbers, texts, plain);
          else if (one.kind === 'dictionary') expect(later.dictionary.size).toBe(plain.size);
          else if (one.kind === 'seal') later.seal();
          else if ('texts' in one) {
            numbers.push(...put(later, one.kind, one.texts, most));
            texts.push(...one.texts);
            codes.push(...one.texts.map((each) => plain.internText(each)));
          }
        }
        check(later, numbers, texts, plain);
        const rows = Int32Array.from([-1, ...numbers, -2]);
        expect([...later.codesOf(rows)]).toEqual([-1, ...codes, -2]);
        expect([...later.codesOf(rows)]).toEqual([-1, ...codes, -2]);
        expect(rows[0]).toBe(-1);
        const known = Array.from({ length: plain.size }, (_, code) => plain.text(code));
        expect(Array.from({ length: later.dictionary.size }, (_, code) => later.dictionary.text(code))).toEqual(known);
        check(later, numbers, texts, plain);
      }),
      runs(),
    );
  });

  test('may be very many, one by one', () => {
    const [later, plain] = [new LaterTexts(), new ByteDictionary()];
    const texts = Array.from({ length: 20_000 }, (_, row) => `示例路${(row * 7) % 9_001}号`);
    const numbers = put(later, 'one', texts, 0);
    expect([...later.codesOf(numbers)]).toEqual(texts.map((one) => plain.internText(one)));
  });

  test('are one text where a column says the same row after row', () => {
    const later = new LaterTexts();
    const numbers = put(later, 'one', ['甲', '甲', '甲', '乙', '甲'], 0);
    expect([...numbers]).toEqual([0, 0, 0, 1, 2]);
    expect([...later.codesOf(numbers)]).toEqual([0, 0, 0, 1, 0]);
  });

  test('are nothing where a row has none', () => {
    const later = new LaterTexts();
    expect([later.text(-1), later.dictionary.size, [...later.codesOf(new Int32Array(2).fill(-1))]]).toEqual([
      '',
      0,
      [-1, -1],
    ]);
  });
});
