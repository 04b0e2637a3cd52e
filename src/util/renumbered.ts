import { asked } from '../kernel/asked.js';
import type { Kernels } from '../kernel/kernels.js';
import { NONE } from '../model/orders.js';

const INT = 4;
/** With more rows the kernel is not quicker. */
const MANY = 1 << 17;
/** Stands for no thing, among numbers of things. */
const NOTHING = 0x7fff_ffff;

/** Things numbered 0, 1, 2 … in the sequence in which they come. */
export interface Renumbered {
  /** By row asked for; NONE: no thing. */
  readonly numbers: Int32Array;
  /** The thing of each number. */
  readonly things: Int32Array;
}

/**
 * Numbers the things of `rows`. A row has a code in `codeOf`, NONE for none, and that a thing in `thingOf`, NONE for none:
 * a code that is its own thing, or a number from that of the codes to below `most`.
 */
export function renumbered(
  rows: Int32Array,
  codeOf: Int32Array,
  thingOf: Int32Array,
  most: number,
  lent?: Kernels,
): Renumbered {
  const quick = rows.length > MANY ? null : inKernel(rows, codeOf, thingOf, most, lent);
  return quick ?? oneByOne(rows, codeOf, stateOf(thingOf, most));
}

/** Of each code, and behind them of each other thing: its thing, NOTHING for none. */
function stateOf(thingOf: Int32Array, most: number): Int32Array {
  const state = new Int32Array(most);
  for (let code = 0; code < thingOf.length; code++) state[code] = thingOf[code] === NONE ? NOTHING : thingOf[code]!;
  for (let thing = thingOf.length; thing < most; thing++) state[thing] = thing;
  return state;
}

/** `state` of what has a number is −1 − that number then: most rows take one look at it. */
function oneByOne(rows: Int32Array, codeOf: Int32Array, state: Int32Array): Renumbered {
  const numbers = new Int32Array(rows.length);
  const things = new Int32Array(Math.min(rows.length, state.length));
  let found = 0;
  for (let at = 0; at < rows.length; at++) {
    const code = codeOf[rows[at]!]!;
    let known = code === NONE ? NOTHING : state[code]!;
    if (known >= 0 && known !== NOTHING) {
      const thing = known;
      known = state[thing]!;
      if (known >= 0) {
        things[found] = thing;
        known = -1 - found++;
        state[thing] = known;
      }
      state[code] = known;
    }
    numbers[at] = known === NOTHING ? NONE : -1 - known;
  }
  return { numbers, things: things.subarray(0, found) };
}

function inKernel(rows: Int32Array, codeOf: Int32Array, thingOf: Int32Array, most: number, lent?: Kernels) {
  const lengths = [rows.length, codeOf.length, most, rows.length, Math.min(rows.length, most)];
  const needed = lengths.reduce((sum, length) => sum + length * INT + 2 * 64, 0);
  return asked(
    needed,
    (kernel): Renumbered => {
      const places = lengths.map((length) => kernel.take(length * INT));
      const [row, code, state, into, firsts] = places as [number, number, number, number, number];
      kernel.ints.set(rows, row / INT);
      kernel.ints.set(codeOf, code / INT);
      kernel.ints.set(thingOf, state / INT);
      const { functions } = kernel;
      const found = functions.renumber(row, rows.length, code, state, thingOf.length, most, into, firsts);
      return {
        numbers: kernel.ints.slice(into / INT, into / INT + rows.length),
        things: kernel.ints.slice(firsts / INT, firsts / INT + found),
      };
    },
    lent,
  );
}
