import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernels, noKernels } from '../../src/kernel/kernels.js';
import { renumbered } from '../../src/util/renumbered.js';
import { runs } from '../runs.js';

/** Things that are no codes. */
const OTHERS = 5;

/** Each code is its own thing, that of a code before it, another, or none. */
function thingsOf(drawn: readonly number[]): number[] {
  const thingOf: number[] = [];
  for (const [code, one] of drawn.entries()) {
    if (one % 4 === 0) thingOf.push(-1);
    else if (one % 4 === 1) thingOf.push(drawn.length + (one % OTHERS));
    else if (one % 4 === 2 && code > 0) thingOf.push(thingOf[one % code]!);
    else thingOf.push(code);
  }
  return thingOf;
}

test('things are numbered in the sequence in which the rows name them', () => {
  const shop = fc.record({
    drawn: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 20 }),
    picks: fc.array(fc.nat({ max: 99 }), { maxLength: 60 }),
    codes: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(shop, ({ drawn, picks, codes }) => {
      const thingOf = thingsOf(drawn);
      const codeOf = codes.map((code) => (code % (drawn.length + 1)) - 1);
      const rows = picks.map((pick) => pick % codes.length);
      const named = rows.map((row) => (codeOf[row] === -1 ? -1 : thingOf[codeOf[row]!]!));
      const things = [...new Set(named.filter((thing) => thing !== -1))];
      const [asked, codesOfRows, thingsOfCodes] = [rows, codeOf, thingOf].map((one) => Int32Array.from(one));
      for (const lent of [kernels, noKernels]) {
        const found = renumbered(asked!, codesOfRows!, thingsOfCodes!, drawn.length + OTHERS, lent);
        expect([...found.things]).toEqual(things);
        expect([...found.numbers]).toEqual(named.map((thing) => things.indexOf(thing)));
        expect(thingsOfCodes).toEqual(Int32Array.from(thingOf));
      }
    }),
    runs(2000, 300),
  );
});
