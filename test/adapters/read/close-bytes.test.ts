import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CloseBytes } from '../../../src/adapters/read/close-bytes.js';
import { runs } from '../../runs.js';
import { memorySource } from './memory-source.js';

test('what is read ahead is what stands in the file, and close things are read once', async () => {
  const content = Uint8Array.from({ length: 500 }, (_, at) => at);
  const request = fc.tuple(fc.nat(600), fc.nat(150));
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 10 }), fc.integer({ min: 1, max: 100 }), async (all, window) => {
      const ahead = new CloseBytes(memorySource(content), window);
      for (const [at, length] of all) expect(await ahead.at(at, length)).toEqual(content.subarray(at, at + length));
    }),
    runs(2000, 200),
  );
  const reads: number[] = [];
  const source = memorySource(content);
  const counting = {
    ...source,
    at: (at: number, length: number) => {
      reads.push(at);
      return source.at(at, length);
    },
  };
  const ahead = new CloseBytes(counting, 100);
  for (const at of [10, 30, 60, 20, 200, 450, 499, 500]) await ahead.at(at, 20);
  expect(reads).toEqual([10, 200, 450]);
});
