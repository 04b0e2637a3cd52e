import { asked } from '../kernel/asked.js';
import type { Kernels } from '../kernel/kernels.js';
import { NONE } from '../model/orders.js';

const INT = 4;
/** With more rows the kernel is not quicker. */
const MANY = 1 << 17;

/** Things numbered 0, 1, 2 … in the sequence in which they come. */
export interface Renumbered {
  /** By row asked for; NONE: no thing. */
  readonly numbers: Int32Array;
  /** The thing of each number. */
  readonly things: Int32Array;
}

/**
 * Numbers the things of `rows`: that of a row is `thingOf` the code that the row has in `codes`, NONE for none. Things are
 * numbers from 0 to below `most`.
 */
export function renumbered(
  rows: Int32Array,
  codes: Int32Array,
  thingOf: Int32Array,
  most: number,
  lent?: Kernels,
): Renumbered {
  return (
    (rows.length > MANY ? null : inKernel(rows, codes, thingOf, most, lent)) ?? oneByOne(rows, codes, thingOf, most)
  );
}

function oneByOne(rows: Int32Array, codes: Int32Array, thingOf: Int32Array, most: number): Renumbered {
  const table = new Int32Array(most);
  const numbers = new Int32Array(rows.length);
  const things = new Int32Array(Math.min(rows.length, most));
  let found = 0;
  for (let at = 0; at < rows.length; at++) {
    const code = codes[rows[at]!]!;
    const thing = code < 0 ? NONE : thingOf[code]!;
    if (thing < 0) {
      numbers[at] = NONE;
      continue;
    }
    if (table[thing] === 0) {
      things[found++] = thing;
      table[thing] = found;
    }
    numbers[at] = table[thing]! - 1;
  }
  return { numbers, things: things.subarray(0, found) };
}

function inKernel(rows: Int32Array, codes: Int32Array, thingOf: Int32Array, most: number, lent?: Kernels) {
  const lengths = [rows.length, codes.length, thingOf.length, most, rows.length, Math.min(rows.length, most)];
  const needed = lengths.reduce((sum, length) => sum + length * INT + 64, 0);
  return asked(
    needed,
    (kernel): Renumbered => {
      const [row, code, thing, table, into, firsts] = lengths.map((length) => kernel.take(length * INT) / INT);
      kernel.ints.set(rows, row);
      kernel.ints.set(codes, code);
      kernel.ints.set(thingOf, thing);
      kernel.ints.fill(0, table, table! + most);
      const places = [row!, code!, thing!, table!, into!, firsts!].map((place) => place * INT) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const found = kernel.functions.renumber(
        places[0],
        rows.length,
        places[1],
        places[2],
        places[3],
        places[4],
        places[5],
      );
      return {
        numbers: kernel.ints.slice(into, into! + rows.length),
        things: kernel.ints.slice(firsts, firsts! + found),
      };
    },
    lent,
  );
}
