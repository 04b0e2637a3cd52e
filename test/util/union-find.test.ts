import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnionFind } from '../../src/util/union-find.js';
import { runs } from '../runs.js';

test('numbers put together are in one group, named by its smallest, whatever the sequence', () => {
  const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 30 });
  fc.assert(
    fc.property(pairs, (unions) => {
      const found = new UnionFind(20);
      const slow = Array.from({ length: 20 }, (_, at) => at);
      for (const [one, other] of unions) {
        found.union(one, other);
        const [left, right] = [slow[one]!, slow[other]!];
        const smallest = Math.min(left, right);
        slow.forEach((group, at) => {
          if (group === left || group === right) slow[at] = smallest;
        });
      }
      expect([...found.roots()]).toEqual(slow);
      const turned = new UnionFind(20);
      for (const [one, other] of [...unions].reverse()) turned.union(other, one);
      expect(turned.roots()).toEqual(found.roots());
    }),
    runs(),
  );
});
