import { expect, test } from 'vitest';
import { Portions } from '../../src/util/portions.js';

test('bytes that were read are told a few megabytes at a time, and none is left untold', () => {
  const told: number[] = [];
  const portions = new Portions(10, (sum) => told.push(sum));
  for (const bytes of [4, 4, 4, 1, 25, 3]) portions.add(bytes);
  expect(told).toEqual([12, 26]);
  portions.rest();
  portions.rest();
  expect(told).toEqual([12, 26, 3]);
});
