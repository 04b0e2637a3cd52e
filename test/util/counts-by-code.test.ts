import { expect, test } from 'vitest';
import { countsByCode } from '../../src/util/counts-by-code.js';

test.each([
  [[], []],
  [[2], [[2, 1]]],
  [
    [1, 1, 0, -1, -1, 1, 0],
    [
      [1, 3],
      [0, 2],
      [-1, 2],
    ],
  ],
])('%j are counted in the sequence they come in', (codes, counts) => {
  expect([...countsByCode(Int32Array.from(codes as number[]))]).toEqual(counts);
});
