import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyHashed, hashOf } from '../../src/util/byte-hash.js';
import { runs } from '../runs.js';

test('bytes copied on the way have the hash they have in place, and nothing beside them is touched', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(5), fc.nat(5), (bytes, from, place) => {
      const start = Math.min(from, bytes.length);
      const target = new Uint8Array(60).fill(7);
      expect(copyHashed(bytes, start, bytes.length, target, place)).toBe(hashOf(bytes, start, bytes.length));
      const expected = new Uint8Array(60).fill(7);
      expected.set(bytes.subarray(start), place);
      expect(target).toEqual(expected);
    }),
    runs(),
  );
});
