import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ZipPart } from '../../../src/adapters/read/guard.js';
import { guardedParts } from '../../../src/adapters/read/guard.js';
import { unpacked } from '../../../src/adapters/read/inflate.js';
import { isSmall, unpackedAtOnce } from '../../../src/adapters/read/inflate-at-once.js';
import type { ByteSource } from '../../../src/adapters/sources.js';
import { CrmError } from '../../../src/errors.js';
import { runs } from '../../runs.js';
import { memorySource } from './memory-source.js';
import { zip } from './zip-writer.js';

type Unpacking = (source: ByteSource, part: ZipPart) => AsyncGenerator<Uint8Array>;

const content = fc
  .tuple(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(0, 1, 30, 9000))
  .map(([bytes, times]) => Buffer.concat(Array.from({ length: times }, () => bytes)));

test('a part unpacked all at once is what it is piece by piece, or as damaged', async () => {
  await fc.assert(
    fc.asyncProperty(
      content,
      fc.constantFrom(0, 0, 0, 1, -1, 63, 64, 65, 5000),
      fc.option(fc.tuple(fc.nat(), fc.nat(255)), { freq: 2 }),
      fc.option(fc.nat(), { freq: 3 }),
      fc.constantFrom('', '', 'after the end'),
      fc.constantFrom(3, 1000, 1 << 20),
      async (bytes, more, turned, cut, behind, most) => {
        let packed = Buffer.concat([deflateRawSync(bytes), Buffer.from(behind)]);
        if (turned !== null) packed[turned[0] % packed.length]! ^= turned[1];
        if (cut !== null) packed = packed.subarray(0, cut % packed.length);
        const declaredSize = Math.max(0, bytes.length + more);
        const source = memorySource(zip([{ name: 'a.xml', content: bytes, packed, declaredSize }]));
        const part = (await guardedParts(source))[0]!;
        const crumbling = { ...source, at: (at: number, length: number) => source.at(at, Math.min(length, most)) };
        expect(await all(unpackedAtOnce, crumbling, part)).toEqual(await all(unpacked, source, part));
      },
    ),
    runs(5000, 200),
  );
});

test('a part that unpacks to far more than it declares takes no more memory than it declares', async () => {
  const packed = deflateRawSync(Buffer.alloc(1 << 29));
  const source = memorySource(zip([{ name: 'a.xml', content: '', packed, declaredSize: 1000 }]));
  const part = (await guardedParts(source))[0]!;
  const before = process.memoryUsage().rss;
  expect(await all(unpackedAtOnce, source, part)).toBe('zip-damaged');
  expect(process.memoryUsage().rss - before).toBeLessThan(50 << 20);
});

test('a part is small that is small on both sides', () => {
  const most = 32 * 1024 ** 2;
  const part = { size: 1, compressedSize: 1 } as ZipPart;
  expect(isSmall({ ...part, size: most, compressedSize: most })).toBe(true);
  expect(isSmall({ ...part, size: most + 1 })).toBe(false);
  expect(isSmall({ ...part, compressedSize: most + 1 })).toBe(false);
});

async function all(unpacking: Unpacking, source: ByteSource, part: ZipPart): Promise<string> {
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of unpacking(source, part)) pieces.push(piece);
    return Buffer.concat(pieces).toString('latin1');
  } catch (error) {
    if (error instanceof CrmError) return error.code;
    throw error;
  }
}
