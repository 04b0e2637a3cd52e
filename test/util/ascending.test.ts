import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernels, noKernels } from '../../src/kernel/kernels.js';
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
  ['amounts below 0 and parts of them', many(fc.oneof(number, odd, fc.double(), fc.integer()))],
  ['few amounts', fc.array(fc.oneof(number, odd), { maxLength: 20 })],
])('%s come in the order in which the engine puts them, and stay as they were', (_, amounts) => {
  fc.assert(
    fc.property(amounts, (list) => {
      const before = Float64Array.from(list);
      for (const lent of [kernels, noKernels]) {
        expect(ascending(before, lent)).toEqual(Float64Array.from(list).sort());
      }
      expect(before).toEqual(Float64Array.from(list));
    }),
    runs(200, 10),
  );
});

test('among whole amounts −0 is 0, among others it stays before it', () => {
  const whole = Float64Array.from({ length: 3000 }, (_, at) => (at % 2 === 0 ? -0 : 0));
  const parts = Float64Array.from({ length: 3000 }, (_, at) => [-0, 0, 0.5][at % 3]!);
  for (const lent of [kernels, noKernels]) {
    expect(ascending(whole, lent)).toEqual(new Float64Array(3000));
    expect(ascending(parts, lent)).toEqual(parts.slice().sort());
  }
});
