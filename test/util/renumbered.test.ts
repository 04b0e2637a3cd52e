import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kernels, noKernels } from '../../src/kernel/kernels.js';
import { renumbered } from '../../src/util/renumbered.js';
import { runs } from '../runs.js';

test('things are numbered in the sequence in which the rows name them', () => {
  const shop = fc.record({
    thingOf: fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 1, maxLength: 20 }),
    picks: fc.array(fc.nat({ max: 99 }), { maxLength: 60 }),
    codes: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 40 }),
  });
  fc.assert(
    fc.property(shop, ({ thingOf, picks, codes }) => {
      const codesOfRows = codes.map((code) => (code % (thingOf.length + 1)) - 1);
      const rows = picks.map((pick) => pick % codes.length);
      const named = rows.map((row) => (codesOfRows[row] === -1 ? -1 : thingOf[codesOfRows[row]!]!));
      const things = [...new Set(named.filter((thing) => thing !== -1))];
      for (const lent of [kernels, noKernels]) {
        const found = renumbered(
          Int32Array.from(rows),
          Int32Array.from(codesOfRows),
          Int32Array.from(thingOf),
          10,
          lent,
        );
        expect([...found.things]).toEqual(things);
        expect([...found.numbers]).toEqual(named.map((thing) => things.indexOf(thing)));
      }
    }),
    runs(1000, 100),
  );
});
