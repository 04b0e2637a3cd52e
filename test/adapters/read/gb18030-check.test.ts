import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmGb18030 } from '../../../src/adapters/read/gb18030.js';
import { Gb18030Check, type LineKinds } from '../../../src/adapters/read/gb18030-check.js';
import { KernelPassage } from '../../../src/adapters/read/gb18030-kernel.js';
import { type Passage, PlainPassage } from '../../../src/adapters/read/gb18030-passage.js';
import { type Kernel, newKernel } from '../../../src/kernel/kernel.js';
import { kernels, noKernels } from '../../../src/kernel/kernels.js';
import { runs } from '../../runs.js';
import { memorySource } from './memory-source.js';
import { refusal } from './refusal.js';
import { gb18030Bytes } from './write-files.js';

/** What is told of lines: how many are not UTF-8, and of the others the offset and the characters of three bytes. */
interface Told {
  other: number;
  readonly utf8: (readonly [offset: number, characters: number])[];
}

function checked(blocks: readonly Uint8Array[], passage: Passage, countFrom: number) {
  const told: Told = { other: 0, utf8: [] };
  const kinds: LineKinds = {
    line: (offset, characters) => {
      if (characters === null) told.other++;
      else told.utf8.push([offset(), characters]);
    },
    get countOthers() {
      return told.other >= countFrom;
    },
    others: (count) => {
      told.other += count;
    },
  };
  const [asked, unasked] = [new Gb18030Check(kinds, passage), new Gb18030Check(null, passage)];
  for (const block of blocks) asked.take(block);
  for (const block of blocks) unasked.take(block);
  return { bad: asked.bad, replacements: asked.replacements, told, unasked: unasked.bad };
}

/** Lines one by one, decoded as a whole. */
function slowly(blocks: readonly Uint8Array[]) {
  const told: Told = { other: 0, utf8: [] };
  let offset = 0;
  for (const block of blocks) {
    const lineEnd = block.includes(10) ? 10 : 13;
    for (let from = 0; from < block.length; ) {
      const end = block.indexOf(lineEnd, from) + 1 || block.length;
      const line = block.subarray(from, end);
      if (line.some((byte) => byte > 0x7f)) {
        if (!isUtf8(line)) told.other++;
        else told.utf8.push([offset + from, line.filter((byte) => byte >= 0xe0 && byte <= 0xef).length]);
      }
      from = end;
    }
    offset += block.length;
  }
  const text = decoded(Buffer.concat(blocks));
  return { isGood: text !== null, replacements: text === null ? null : text.split('\ufffd').length - 1, told };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const byte = fc.integer({ min: 0, max: 255 });
const high = fc.integer({ min: 0x81, max: 0xfe });
const low = fc.integer({ min: 0x40, max: 0x7e });
const digit = fc.integer({ min: 0x30, max: 0x39 });

/** Bytes as they stand in files, mostly whole characters. */
const good = [
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 90 }).map((length) => [...Buffer.alloc(length, 'ab1,"')]) },
  {
    weight: 6,
    arbitrary: fc.array(fc.tuple(high, fc.oneof(high, low)), { maxLength: 40 }).map((pairs) => pairs.flat()),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => [...gb18030Bytes(text)]) },
  { weight: 2, arbitrary: fc.constantFrom([10], [13, 10], [13], [10, 10]) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('地址', 'é', '\u{1f319}', '上海市浦东新区').map((text) => [...Buffer.from(text)]),
  },
  { weight: 1, arbitrary: fc.constantFrom([0x80], [0x84, 0x31, 0xa4, 0x37], [0xc4, 0xa3]) },
];
const hostile = [
  ...good,
  { weight: 1, arbitrary: fc.tuple(high, digit, high, digit) },
  { weight: 1, arbitrary: fc.array(byte, { maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom([0xff], [0xb0], [0x7f], [0xb0, 0x7f], [0xb0, 0xff], [0xb0, 10], [0x81, 0x30]),
  },
];

/** Text in blocks of whole lines. */
function blocks(parts: Parameters<typeof fc.oneof>): fc.Arbitrary<readonly Uint8Array[]> {
  const bytes = fc.array(fc.oneof(...parts) as fc.Arbitrary<number[]>, { maxLength: 30 });
  return fc
    .array(bytes, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((some, at) => Uint8Array.from([...some.flat(), ...(at === all.length - 1 ? [] : [10])])));
}

describe('a text is checked as GB18030', () => {
  test.each([
    ['good characters', good],
    ['hostile bytes', hostile],
  ])('by the kernel as byte by byte, and as the decoder does: %s', (_, parts) => {
    const kernel = newKernel() as Kernel;
    const slices = fc.integer({ min: 8, max: 300 });
    fc.assert(
      fc.property(blocks(parts as never), slices, fc.nat(4), (text, slice, countFrom) => {
        kernel.clear();
        kernel.bytes.fill(0xb5);
        const plain = checked(text, new PlainPassage(), countFrom);
        expect(checked(text, new KernelPassage(kernel, slice), countFrom)).toEqual(plain);
        const slow = slowly(text);
        expect([plain.bad === null, plain.unasked, plain.told]).toEqual([slow.isGood, plain.bad, slow.told]);
        if (slow.isGood) expect(plain.replacements).toBe(slow.replacements);
      }),
      runs(3000, 100),
    );
  });

  test('wherever in the bytes looked at together a character stands, or is none', () => {
    const kernel = newKernel() as Kernel;
    const endings = [[0xb0, 0xa1], [0xb0], [0xb0, 0x3f], [0xff], [0x80], [0x84, 0x31, 0xa4, 0x37], [0xb0, 0xff], [10]];
    for (let before = 0; before < 132; before++) {
      for (const [at, ending] of endings.entries()) {
        for (const fill of [[0x61], [0xb0, 0xb1], [0xb0, 0x41], [0xc4, 0xa3]]) {
          const filled = Array.from({ length: before }, (_, place) => fill[place % fill.length]!);
          const text = [Uint8Array.from([...filled, ...ending, 0x61, ...(at % 2 === 0 ? ending : [])])];
          kernel.clear();
          expect(checked(text, new KernelPassage(kernel, 64), 0)).toEqual(checked(text, new PlainPassage(), 0));
        }
      }
    }
  });
});

const line = '上海市浦东新区示例路一百二十三号';

test.each([
  ['GBK', gb18030Bytes(`编号,地址\n1,${line}\u{20bb7}\n2,\ufffd\n`)],
  ['GBK with a bad byte', Buffer.concat([gb18030Bytes(`编号,地址\n1,${line}\n2,`), Buffer.from([0xff, 10])])],
  ['GBK cut off', gb18030Bytes(`编号,地址\n1,${line}`).subarray(0, -1)],
  ['UTF-8 behind GBK', Buffer.concat([gb18030Bytes(`编号,地址\n1,${line}\n`), Buffer.from(`2,${line}\n`)])],
  ['GBK behind UTF-8', Buffer.concat([Buffer.from(`编号,地址\n1,${line}\n`), gb18030Bytes(`2,${line}\n3,${line}\n`)])],
])('%s: the same answer without the kernel', async (_, bytes) => {
  for (const afterUtf8 of [true, false]) {
    for (const piece of [1, 7, 64, 1000]) {
      const ask = (lent: typeof kernels) =>
        confirmGb18030(memorySource(bytes, 'orders.csv', piece), 0, afterUtf8, lent);
      const [fast, plain] = await Promise.allSettled([ask(kernels), ask(noKernels)]);
      expect(fast.status).toBe(plain.status);
      if (fast.status === 'fulfilled') expect(fast).toEqual(plain);
      else expect(await refusal(ask(kernels))).toEqual(await refusal(ask(noKernels)));
    }
  }
});
