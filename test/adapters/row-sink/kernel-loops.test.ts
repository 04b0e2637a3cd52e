import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockLoops, Cells } from '../../../src/adapters/rows/block-loops.js';
import { CodeTranslation } from '../../../src/adapters/rows/code-translation.js';
import { KernelLoops } from '../../../src/adapters/rows/kernel-loops.js';
import { plainLoops } from '../../../src/adapters/rows/plain-loops.js';
import { BLOCK } from '../../../src/adapters/rows/staged-column.js';
import { type Kernel, newKernel } from '../../../src/kernel/kernel.js';
import type { Dictionary } from '../../../src/model/orders.js';
import { runs } from '../../runs.js';

const kernel = newKernel() as Kernel;
const FIELDS = 4;

/** Every state there may be, and mostly those that are usual. */
const state = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: fc.nat({ max: 255 }) });
const states = fc.array(state, { maxLength: 80 });
const amount = fc.oneof(
  fc.integer({ min: -3_000_000, max: 3_000_000 }),
  fc.constantFrom(0, 0.5, -0.5, 49, 50, 51, -49, -50, -51, 150, 1049.5, 2 ** 52, 2 ** 53 - 1, 1 - 2 ** 53),
);
const stamp = fc.oneof(fc.integer({ min: 631_152_000 * 4, max: 4_102_444_800 * 4 }), fc.integer({ min: -9, max: 9 }));
const unit = fc.constantFrom(1, 10, 100, 10_000);

/** Does the same with arrays of the kernel's and with others. */
function both<Answer>(act: (loops: BlockLoops) => Answer): void {
  kernel.clear();
  expect(act(new KernelLoops(kernel, FIELDS))).toEqual(act(plainLoops));
}

function cellsOf(loops: BlockLoops, given: readonly number[], values: readonly number[], isCode = false): Cells {
  const own = { states: loops.bytes().fill(0), values: (isCode ? loops.ints() : loops.doubles()).fill(7) };
  const column = { states: new Uint8Array(BLOCK), values: isCode ? new Int32Array(BLOCK) : new Float64Array(BLOCK) };
  column.states.set(given);
  for (let row = 0; row < given.length; row++) column.values[row] = values[row % Math.max(1, values.length)] ?? 3;
  return loops.near(own, column, given.length);
}

/** What stands in the rows, and a little behind them. */
const held = (array: Uint8Array | Int32Array | Float64Array, rows: number) => [...array.subarray(0, rows + 20)];

test('cells are marked, counted and looked for by their states as they are without the kernel', () => {
  const places = fc.tuple(fc.nat({ max: 80 }), fc.nat({ max: 80 }), fc.nat({ max: 255 }), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(states, states, places, (one, other, [first, second, mask, wanted]) => {
      both((loops) => {
        const [cells, others] = [cellsOf(loops, one, []), cellsOf(loops, other, [])];
        const [marked, counts] = [loops.bytes().fill(0), loops.bytes().fill(255)];
        loops.markBad(cells.states, one.length, marked);
        loops.markBad(others.states, other.length, marked);
        loops.addValues(cells.states, one.length, counts);
        loops.addValues(others.states, other.length, counts);
        const next: number[] = [];
        for (let row = 0; row < one.length; row++) next.push(loops.nextWithoutValue(cells.states, row, one.length));
        const [from, to] = [Math.min(first, second, one.length), Math.min(Math.max(first, second), one.length)];
        const counted = [
          loops.count(cells.states, from, to, mask, wanted),
          loops.count(cells.states, from, to, mask, wanted & mask),
          loops.count(cells.states, from, to, 7, 1),
        ];
        return [held(marked, 80), held(counts, 80), next, counted];
      });
    }),
    runs(600, 100),
  );
});

test('cells of one column are put onto those of another as they are without the kernel', () => {
  fc.assert(
    fc.property(states, states, fc.array(amount), fc.boolean(), (one, other, values, isCode) => {
      both((loops) => {
        const rows = Math.min(one.length, other.length);
        const onto = { states: loops.bytes().fill(0), values: (isCode ? loops.ints() : loops.doubles()).fill(0) };
        loops.overlay(cellsOf(loops, one, values, isCode), rows, onto);
        loops.overlay(cellsOf(loops, other, [...values].reverse(), isCode), rows, onto);
        return [held(onto.states, rows), held(onto.values, rows)];
      });
    }),
    runs(600, 100),
  );
});

test('codes, units, amounts and times become what the store holds as they do without the kernel', () => {
  const numbers = fc.tuple(fc.array(amount), fc.array(stamp), fc.array(unit), fc.array(fc.nat({ max: 2 ** 31 - 1 })));
  fc.assert(
    fc.property(states, numbers, (given, [amounts, stamps, units, codes]) => {
      both((loops) => {
        const rows = given.length;
        const [wholes, counts] = [loops.ints().fill(9), loops.ints().fill(9)];
        loops.wholes(cellsOf(loops, given, codes, true), rows, wholes);
        loops.wholes(cellsOf(loops, given, codes), rows, counts);
        const [minors, ownUnits, seconds] = [
          loops.doubles().fill(9),
          loops.doubles().fill(100),
          loops.doubles().fill(9),
        ];
        ownUnits.set(units);
        const lost = loops.minors(cellsOf(loops, given, amounts), ownUnits, rows, minors);
        const precisions = loops.bytes().fill(0);
        const times = cellsOf(loops, given, stamps);
        loops.seconds(times, rows, seconds);
        loops.precisions(times, rows, precisions);
        return [...[wholes, counts, minors, seconds, precisions].map((array) => held(array, rows)), lost];
      });
    }),
    runs(600, 100),
  );
});

test('texts are asked once what they mean, in the sequence of the rows, and mean the same without the kernel', () => {
  const code = fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 12 }) }, { weight: 1, arbitrary: fc.nat({ max: 9000 }) });
  const places = fc.tuple(fc.nat({ max: 80 }), fc.nat({ max: 80 }), fc.nat({ max: 80 }));
  fc.assert(
    fc.property(states, fc.array(code), places, fc.boolean(), (given, codes, [one, other, cut], isSmall) => {
      both((loops) => {
        const asked: string[] = [];
        const dictionary = { text: (code: number) => `${code}` } as Dictionary;
        const meaning = new CodeTranslation(dictionary, (text) => asked.push(text) - (Number(text) % 3));
        const [from, to] = [Math.min(one, other, given.length), Math.min(Math.max(one, other), given.length)];
        const into = (isSmall ? loops.bytes() : loops.ints()).fill(99);
        const middle = Math.min(Math.max(from, cut), to);
        const cells = cellsOf(loops, given, codes, true);
        loops.meanings(cells, from, middle, meaning, into);
        loops.meanings(cells, middle, to, meaning, into);
        expect(new Set(asked).size).toBe(asked.length);
        return [held(into, 80), asked];
      });
    }),
    runs(600, 100),
  );
});

test('arrays that are not in the memory of the kernel are no trouble', () => {
  kernel.clear();
  const loops = new KernelLoops(kernel, FIELDS);
  const own = { states: Uint8Array.of(1, 4, 0), values: Float64Array.of(12_345, 1, 2) };
  const marked = loops.bytes().fill(0);
  loops.markBad(own.states, 3, marked);
  const minors = loops.doubles();
  const lost = loops.minors(own, new Float64Array(3).fill(100), 3, minors);
  expect([held(marked, 0).slice(0, 3), lost, held(minors, 0).slice(0, 3)]).toEqual([
    [0, 1, 0],
    1,
    [123, Number.NaN, Number.NaN],
  ]);
});

test('more columns than there is room for are refused, not written over others', () => {
  kernel.clear();
  const loops = new KernelLoops(kernel, 1);
  expect(() => {
    for (let array = 0; array < 99; array++) loops.doubles();
  }).toThrow('no room');
});
