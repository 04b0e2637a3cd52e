import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TupleIndex } from '../../src/adapters/merge/tuple-index.js';
import { runs } from '../runs.js';

const part = fc.oneof(
  fc.integer({ min: -1, max: 3 }),
  fc.maxSafeInteger(),
  fc.constantFrom(2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 52),
);

test('equal tuples have equal numbers, in order of first appearance, as with a map of texts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(part, part, part, part), { maxLength: 200 }), (tuples) => {
      const index = new TupleIndex(1);
      const known = new Map<string, number>();
      for (const tuple of [...tuples, ...tuples]) {
        const key = tuple.join(' ');
        const code = known.get(key) ?? known.size;
        known.set(key, code);
        expect(index.codeOf(...tuple)).toBe(code);
      }
      expect(index.size).toBe(known.size);
    }),
    runs(),
  );
});
