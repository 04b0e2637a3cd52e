import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairIndex } from '../../src/adapters/merge/pair-index.js';
import { runs } from '../runs.js';

test('platform and order number together tell orders apart, whether the table is plain or hashed', () => {
  const sizes = fc.record({ firsts: fc.integer({ min: 1, max: 9 }), seconds: fc.integer({ min: 1, max: 2000 }) });
  fc.assert(
    fc.property(
      sizes,
      fc.array(fc.tuple(fc.nat(8), fc.nat(1999))),
      fc.constantFrom(1, 5000),
      (size, drawn, expected) => {
        const pairs = drawn.filter(([first, second]) => first < size.firsts && second < size.seconds);
        const index = new PairIndex(size.firsts, size.seconds, expected);
        const known = new Map<string, number>();
        for (const [first, second] of pairs) {
          const key = `${first} ${second}`;
          if (!known.has(key)) known.set(key, known.size);
          expect(index.codeOf(first, second)).toBe(known.get(key));
        }
        expect(index.size).toBe(known.size);
      },
    ),
    runs(200),
  );
});
