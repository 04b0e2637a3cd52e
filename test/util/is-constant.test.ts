import { expect, test } from 'vitest';
import { isConstant } from '../../src/util/is-constant.js';

test.each([
  ['one currency', [0, 0, 0], true],
  ['two currencies', [0, 0, 1], false],
  ['no postage anywhere', [Number.NaN, Number.NaN], true],
  ['postage of one order only', [Number.NaN, 800], false],
  ['no postage of one order only', [800, Number.NaN], false],
  ['no orders', [], true],
])('%s', (_, values, expected) => {
  expect(isConstant(Float64Array.from(values))).toBe(expected);
});

test('blanks are blanks however they are kept, 0 is 0 with either sign, and only the part asked about counts', () => {
  const blanks = new Float64Array([Number.NaN, Number.NaN]);
  new Uint32Array(blanks.buffer)[2] = 7;
  expect(isConstant(blanks)).toBe(true);
  expect(isConstant(Float64Array.of(0, -0))).toBe(true);
  expect(isConstant(Int32Array.of(1, 2, 2, 3).subarray(1, 3))).toBe(true);
  expect(isConstant(Uint8Array.of(1, 2, 2, 3).subarray(1))).toBe(false);
  expect(isConstant(Uint8Array.of(1))).toBe(true);
});
