import { NONE } from '../../model/orders.js';
import { minorBy } from '../values/money.js';
import { precisionOf, secondsOf } from '../values/stamp.js';
import type { BlockLoops, Cells } from './block-loops.js';
import { BLANK_CELL, BLOCK, CELL, isBad, VALUE_CELL } from './staged-column.js';

/** The loops over a block without a kernel. */
export const plainLoops: BlockLoops = {
  bytes: () => new Uint8Array(BLOCK),
  ints: () => new Int32Array(BLOCK),
  doubles: () => new Float64Array(BLOCK),
  near: (_own, cells) => cells,
  overlay({ states, values }, rows, onto) {
    for (let row = 0; row < rows; row++) {
      if (states[row] === BLANK_CELL) continue;
      onto.states[row] = states[row]!;
      onto.values[row] = values[row]!;
    }
  },
  markBad(states, rows, marked) {
    for (let row = 0; row < rows; row++) if (isBad(states[row]!)) marked[row] = 1;
  },
  addValues(states, rows, counts) {
    for (let row = 0; row < rows; row++) if (isValue(states[row]!)) counts[row]!++;
  },
  nextWithoutValue(states, first, rows) {
    let row = first;
    while (row < rows && isValue(states[row]!)) row++;
    return row;
  },
  count(states, from, to, mask, wanted) {
    let count = 0;
    for (let row = from; row < to; row++) if ((states[row]! & mask) === wanted) count++;
    return count;
  },
  wholes({ states, values }, rows, into) {
    for (let row = 0; row < rows; row++) into[row] = isValue(states[row]!) ? values[row]! : NONE;
  },
  minors({ states, values }, units, rows, into) {
    let lost = 0;
    for (let row = 0; row < rows; row++) {
      into[row] = isValue(states[row]!) ? minorBy(values[row]!, units[row]!) : Number.NaN;
      if (hasLost({ states, values }, into, units, row)) lost++;
    }
    return lost;
  },
  seconds({ states, values }, rows, into) {
    for (let row = 0; row < rows; row++) into[row] = isValue(states[row]!) ? secondsOf(values[row]!) : Number.NaN;
  },
  meanings({ states, values }, from, to, meaning, into) {
    let last = NONE;
    let meant = NONE;
    for (let row = from; row < to; row++) {
      if (!isValue(states[row]!)) continue;
      const code = values[row]!;
      if (code !== last) meant = meaning.of(code);
      last = code;
      into[row] = meant;
    }
  },
  precisions({ states, values }, rows, into) {
    for (let row = 0; row < rows; row++) if (isValue(states[row]!)) into[row] = precisionOf(values[row]!);
  },
};

/** Whether the amount of a row lost something below the minor unit. `minors`: the amounts in minor units. */
export function hasLost({ states, values }: Cells, minors: Float64Array, units: Float64Array, row: number): boolean {
  return isValue(states[row]!) && minors[row]! * units[row]! !== values[row];
}

function isValue(state: number): boolean {
  return (state & CELL) === VALUE_CELL;
}
