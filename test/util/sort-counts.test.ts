import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortCounts } from '../../src/util/sort-counts.js';
import { runs } from '../runs.js';

test('days are in the order in which the engine puts them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 })), (days) => {
      expect(sortCounts(Int32Array.from(days))).toEqual(Int32Array.from(days).sort());
    }),
    runs(1000, 100),
  );
});
