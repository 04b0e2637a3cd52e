import { expect, test } from 'vitest';
import { sumAt, sumOf } from '../../src/util/sums.js';

test('all amounts add up, or those of some rows; nothing adds up to 0', () => {
  const amounts = Float64Array.of(100, 20, 3);
  expect([sumOf(amounts), sumOf(Int32Array.of(7, -7)), sumOf(new Float64Array(0))]).toEqual([123, 0, 0]);
  expect([sumAt(amounts, Int32Array.of(2, 0, 2)), sumAt(amounts, new Int32Array(0))]).toEqual([106, 0]);
});
