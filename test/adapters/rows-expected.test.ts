import { expect, test } from 'vitest';
import { rowsExpected } from '../../src/adapters/rows/rows-expected.js';

test('a tenth of the file with 100 rows promises 900 more, and what is still to be read less and less', () => {
  let share = 0.1;
  const expected = rowsExpected(() => share);
  expect(expected(100)).toBeCloseTo(1000);
  share = 0.5;
  expect(expected(400)).toBeCloseTo(900);
  share = 1;
  expect(expected(500)).toBeCloseTo(500);
});

test('a file of which nothing is known promises the rows at hand', () => {
  expect(rowsExpected(() => 0)(4096)).toBe(4096);
});
