import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyBytes, sameBytes, viewOf } from '../../src/util/byte-words.js';
import { runs } from '../runs.js';

const beside = fc.uint8Array({ maxLength: 9 });

test('bytes are the same when each is, whatever stands beside them', () => {
  const few = fc.integer({ min: 0, max: 1 });
  const pair = fc.nat(40).chain((length) => {
    const bytes = fc.uint8Array({ minLength: length, maxLength: length });
    return fc.tuple(bytes, fc.oneof(bytes, fc.constant(null)), few, fc.nat(Math.max(0, length - 1)));
  });
  fc.assert(
    fc.property(pair, beside, beside, beside, ([one, drawn, flip, at], before, after, elsewhere) => {
      const other = drawn ?? one.map((byte, index) => (index === at ? byte ^ flip : byte));
      const here = viewOf(Uint8Array.from([...before, ...one, ...after]));
      const there = viewOf(Uint8Array.from([...elsewhere, ...other]));
      const same = sameBytes(here, before.length, there, elsewhere.length, one.length);
      expect(same).toBe(one.join() === other.join());
    }),
    runs(),
  );
});

test('bytes that are copied change nothing beside them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), beside, fc.nat(9), (text, before, start) => {
      const target = new Uint8Array(60).fill(7);
      const source = Uint8Array.from([...before, ...text]);
      copyBytes(viewOf(source), before.length, viewOf(target), start, text.length);
      const expected = new Uint8Array(60).fill(7);
      expected.set(text, start);
      expect(target).toEqual(expected);
    }),
    runs(),
  );
});
