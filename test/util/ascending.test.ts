import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascending } from '../../src/util/ascending.js';
import { runs } from '../runs.js';

const number = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.constantFrom(0, 2047, 2048, 4_194_303, 4_194_304, 2 ** 31, 2 ** 32 - 1),
);
const odd = fc.constantFrom(-1, 0.5, 2 ** 32, -(2 ** 31), Number.NaN, Number.POSITIVE_INFINITY);

/** Long enough for the quick way. */
const many = (one: fc.Arbitrary<number>) => fc.array(one, { minLength: 2000, maxLength: 2100, size: 'max' });

test.each([
  ['whole amounts', many(number)],
  ['amounts with others among them', many(fc.oneof({ arbitrary: number, weight: 99 }, odd))],
  ['few amounts', fc.array(fc.oneof(number, odd), { maxLength: 20 })],
])('%s come in the order in which the engine puts them, and stay as they were', (_, amounts) => {
  fc.assert(
    fc.property(amounts, (list) => {
      const before = Float64Array.from(list);
      expect(ascending(before)).toEqual(Float64Array.from(list).sort());
      expect(before).toEqual(Float64Array.from(list));
    }),
    runs(200, 10),
  );
});
