import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '../../src/util/runs-of.js';
import { runs } from '../runs.js';

test('a column is its runs, one after another, and none goes on in the next', () => {
  const run = fc.tuple(
    fc.integer({ min: -1, max: 2 }),
    fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4000, max: 9000 })),
  );
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), (parts) => {
      const codes = Int32Array.from(parts.flatMap(([code, length]) => Array.from({ length }, () => code)));
      const found = runsOf(codes);
      expect(found.flatMap(([code, from, to]) => Array.from({ length: to - from }, () => code))).toEqual([...codes]);
      expect(found.every(([, from], at) => from === (found[at - 1]?.[2] ?? 0))).toBe(true);
      expect(found.every(([code], at) => code !== found[at - 1]?.[0])).toBe(true);
    }),
    runs(200, 30),
  );
});
