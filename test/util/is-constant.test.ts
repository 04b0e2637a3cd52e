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
