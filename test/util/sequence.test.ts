import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kernels, noKernels } from '../../src/kernel/kernels.js';
import { sequenceOf } from '../../src/util/sequence.js';
import { runs } from '../runs.js';

const odd = fc.constantFrom(
  Number.NaN,
  0,
  -0,
  1,
  -1,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  5e-324,
  2 ** 53,
);
const seconds = fc.integer({ min: 1_500_000_000, max: 1_600_000_000 });
const kinds: readonly (readonly [string, fc.Arbitrary<number>])[] = [
  ['few different numbers', fc.integer({ min: -3, max: 3 })],
  ['seconds', fc.oneof(seconds, fc.constant(Number.NaN))],
  ['seconds and parts of them', fc.oneof(seconds, fc.double({ min: 1_500_000_000, max: 1_500_000_001 }))],
  ['any numbers', fc.oneof(fc.double(), odd)],
  ['odd numbers', odd],
];

/** The rule word for word: a stable sort, −0 as 0, NaN last. */
function slow(numbers: readonly number[], otherwise: readonly number[] | null) {
  const own = numbers.map((number, at) => (Number.isNaN(number) && otherwise !== null ? otherwise[at]! : number));
  const before = (one: number, other: number) =>
    Number.isNaN(other) ? Number(!Number.isNaN(one)) : Number(one < other);
  const places = own.map((_, at) => at);
  places.sort((one, other) => before(own[other]!, own[one]!) - before(own[one]!, own[other]!));
  const equal: number[] = [];
  for (let from = 0, to = 0; from < places.length; from = to) {
    for (to = from + 1; to < places.length && before(own[places[from]!]!, own[places[to]!]!) === 0; ) to++;
    if (to - from > 1) equal.push(from, to);
  }
  return { places, equal };
}

describe.each([
  ['in the kernel', kernels],
  ['without a kernel', noKernels],
])('numbers are put into sequence %s', (_, lent) => {
  const found = (numbers: readonly number[], otherwise: readonly number[] | null) => {
    const given = Float64Array.from(numbers);
    const other = otherwise === null ? null : Float64Array.from(otherwise);
    const { places, equal } = sequenceOf(given, other, lent);
    expect(given).toEqual(Float64Array.from(numbers));
    return { places: [...places], equal: [...equal] };
  };

  test.each(kinds)('%s, equal ones as they stood', (_, number) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 200, size: 'max' }), fc.boolean(), (pairs, both) => {
        const numbers = pairs.map(([one]) => one);
        const otherwise = both ? pairs.map(([, other]) => other) : null;
        expect(found(numbers, otherwise)).toEqual(slow(numbers, otherwise));
      }),
      runs(500, 50),
    );
  });

  test('none, one, those in order already and those in the opposite order', () => {
    for (const numbers of [[], [7], [Number.NaN], [1, 1, 2, 3], [3, 2, 1, 1], [-0, 0, -0]]) {
      expect(found(numbers, null)).toEqual(slow(numbers, null));
    }
  });

  test('more than there are values of a digit, in every bit', () => {
    const numbers = Array.from(
      { length: 5000 },
      (_, at) => ((at * 7919) % 4096) * 2 ** ((at % 40) - 20) * (at % 3 === 0 ? -1 : 1),
    );
    expect(found(numbers, null)).toEqual(slow(numbers, null));
  });
});
