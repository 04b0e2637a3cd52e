import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBad, VALUE_CELL } from '../../../src/adapters/rows/staged-column.js';
import { countValues, eachWithoutValue, markBad, putWhereNone } from '../../../src/adapters/rows/state-words.js';
import { runs } from '../../runs.js';

const states = fc.uint8Array({ maxLength: 40 });
const isValue = (state: number) => (state & 7) === VALUE_CELL;

test('bad cells are marked, and cells without a value visited, wherever they stand', () => {
  fc.assert(
    fc.property(states, fc.nat({ max: 40 }), (cells, most) => {
      const rows = Math.min(most, cells.length);
      const marked = new Uint8Array(40).fill(9);
      markBad(cells, rows, marked);
      const visited: number[] = [];
      eachWithoutValue(cells, rows, (row) => visited.push(row));
      expect(visited).toEqual([...cells.subarray(0, rows).keys()].filter((row) => !isValue(cells[row]!)));
      expect([...marked]).toEqual(Array.from(marked, (_, row) => (row < rows && isBad(cells[row]!) ? 1 : 9)));
    }),
    runs(),
  );
});

test('values are counted, and put where there are none, from any row to any row', () => {
  const places = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.nat({ max: 9 }));
  fc.assert(
    fc.property(states, places, (cells, [one, other, target]) => {
      const from = Math.min(one, other, cells.length);
      const to = Math.min(Math.max(one, other), cells.length);
      const counts = Uint8Array.from({ length: 60 }, (_, at) => at % 200);
      const codes = Int32Array.from({ length: 60 }, (_, at) => at);
      const within = (at: number) => at >= target && at < target + to - from;
      const state = (at: number) => cells[from + at - target]!;
      const counted = Array.from(counts, (count, at) => count + Number(within(at) && isValue(state(at))));
      const put = Array.from(codes, (code, at) => (within(at) && !isValue(state(at)) ? -1 : code));
      countValues(cells, from, to, counts, target);
      putWhereNone(cells, from, to, codes, target, -1);
      expect([[...counts], [...codes]]).toEqual([counted, put]);
    }),
    runs(),
  );
});
