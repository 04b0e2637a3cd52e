import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsByte } from '../../src/util/holds-byte.js';
import { placesOf } from '../../src/util/places-of.js';
import { runs } from '../runs.js';

test('a code stands where one finds it looking at each place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 200 }), (codes) => {
      const expected = codes.flatMap((code, at) => (code === -1 ? [at] : []));
      expect([...placesOf(Int32Array.from(codes), -1)]).toEqual(expected);
    }),
    runs(1000, 100),
  );
});

test('in many codes, where it is rare and where it stands everywhere', () => {
  for (const size of [1000, 200_000]) {
    const rare = Int32Array.from({ length: size }, (_, at) => (at % 399 === 0 ? -1 : at));
    expect(placesOf(rare, -1).length).toBe(Math.ceil(size / 399));
    expect(placesOf(rare, -1)[2]).toBe(798);
    expect(placesOf(new Int32Array(size).fill(-1), -1)).toEqual(Int32Array.from({ length: size }, (_, at) => at));
    expect(placesOf(new Int32Array(size), -1).length).toBe(0);
  }
});

test('a byte is found among those asked about alone', () => {
  const bytes = Uint8Array.of(3, 0, 0, 4);
  expect([holdsByte(bytes, 3), holdsByte(bytes.subarray(1), 3), holdsByte(bytes.subarray(1, 3), 4)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(holdsByte(new Uint8Array(0), 0)).toBe(false);
});
