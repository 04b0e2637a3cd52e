import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AskedTexts, KernelCells } from '../../src/kernel/cells.js';
import { type Kernel, newKernel } from '../../src/kernel/kernel.js';
import { ByteDictionary } from '../../src/util/byte-dictionary.js';
import { LaterTexts } from '../../src/util/later-texts.js';
import { runs } from '../runs.js';

const encoder = new TextEncoder();

const ROWS = 512;
const kernel = newKernel() as Kernel;
const cells = new KernelCells(kernel, ROWS, null);
const [starts, ends] = [kernel.take(4 * ROWS), kernel.take(4 * ROWS)];
const content = kernel.take(3 << 20);

/** The texts as cells for the kernel, whose first rows belong to others; blank ones are no texts. */
function cellsOf(texts: readonly string[], first: number): AskedTexts {
  let at = content + 5;
  for (const [row, one] of texts.entries()) {
    kernel.ints[starts / 4 + row] = at;
    at += encoder.encodeInto(one, kernel.bytes.subarray(at)).written;
    kernel.ints[ends / 4 + row] = at;
    at += row % 3;
  }
  return { column: { rows: texts.length, starts, ends }, kind: 0, first, scratch: 0 };
}

/** What may be done to texts: put in one by one, or as they came from another thread; or asked about. */
type Step =
  | { readonly kind: 'one' | 'adopted'; readonly texts: readonly string[] }
  | { readonly kind: 'asked' | 'dictionary' | 'seal' };

const text = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'ab', '示例街', '__proto__', 'constructor', '\0', '4008', '北京 北京市 通州区'),
  fc.nat(6).map((number) => `四川省 成都市 示例街${number}号`),
  fc.integer({ min: 1, max: 300 }).map((length) => 'x'.repeat(length)),
  fc.string({ unit: 'binary', maxLength: 8 }).map((one) => new TextDecoder().decode(encoder.encode(one))),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('one', 'adopted'), texts: fc.array(text) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('asked', 'dictionary', 'seal') }) },
) as fc.Arbitrary<Step>;

/** Puts texts in; their numbers. `most`: bytes that may wait. */
function put(later: LaterTexts, kind: 'one' | 'adopted', texts: readonly string[], most: number): Int32Array {
  if (kind === 'adopted') {
    const other = new LaterTexts(most);
    const { numbers, parts } = other.parts(put(other, 'one', texts, most));
    const first = later.adopt(parts);
    return numbers.map((number) => number + first);
  }
  const numbers = new Int32Array(texts.length).fill(-1);
  for (const [row, one] of texts.entries()) {
    const bytes = encoder.encode(`x${one}y`);
    later.internLater(bytes, 1, bytes.length - 1, numbers, row);
  }
  return numbers;
}

function check(later: LaterTexts, numbers: readonly number[], texts: readonly string[], plain: ByteDictionary): void {
  for (const [row, one] of texts.entries()) {
    const number = numbers[row]!;
    expect([later.text(number), later.decode(number)]).toEqual([one, one]);
    expect(later.hash(number)).toBe(plain.hash(plain.find(one)));
    expect([...later.bytesOf(number)]).toEqual([...encoder.encode(one)]);
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

  test('have the same codes where the kernel found them, rows in between without any', () => {
    const column = fc.array(fc.oneof(fc.constant(''), text), { maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(column, fc.nat(20)), { maxLength: 4 }), text, (columns, first) => {
        const [later, plain] = [new LaterTexts(), new ByteDictionary()];
        expect([put(later, 'one', [first], 0)[0], plain.internText(first)]).toEqual([0, 0]);
        for (const [texts, firstRow] of columns) {
          const [codes, numbers] = [0, 1].map(() => new Int32Array(firstRow + texts.length).fill(-1)) as [
            Int32Array,
            Int32Array,
          ];
          later.internCells(cells, cellsOf(texts, firstRow), numbers);
          plain.internCells(cells, cellsOf(texts, firstRow), codes);
          expect([...later.codesOf(numbers)]).toEqual([...codes]);
          expect([...later.codesOf(put(later, 'one', texts, 0))]).toEqual(texts.map((one) => plain.internText(one)));
        }
        expect(later.dictionary.size).toBe(plain.size);
        for (let code = 0; code < plain.size; code++) expect(later.dictionary.text(code)).toBe(plain.text(code));
      }),
      runs(),
    );
  });

  test('may be too much for the kernel, of which many are the same', () => {
    const [later, plain] = [new LaterTexts(), new ByteDictionary()];
    const texts = Array.from({ length: 400 }, (_, row) => `${row % 250}${'x'.repeat(6000)}`);
    const numbers = new Int32Array(texts.length).fill(-1);
    expect(cells.copies(cells.bareTexts(cellsOf(texts, 0)), 0)).toBe(null);
    later.internCells(cells, cellsOf(texts, 0), numbers);
    expect([...later.codesOf(numbers)]).toEqual(texts.map((one) => plain.internText(one)));
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
