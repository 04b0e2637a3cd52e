import { isBad, VALUE_CELL } from './staged-column.js';

// States of cells, four at a time: a state is a byte, its low three bits say what the cell is. Whatever engine runs this,
// a loop costs it a quarter of one that looks at every cell, and most blocks are over before any loop is compiled.

const ONES = 0x01010101;
/** The bit that only bad cells have. */
const BAD = 0x04040404;
/** The bits that say what a cell is. */
const WHAT = 0x07070707;
const VALUES = VALUE_CELL * ONES;

/** Marks the rows, of the first `rows`, whose cell is bad. */
export function markBad(states: Uint8Array, rows: number, marked: Uint8Array): void {
  const words = wordsOf(states, 0, rows);
  for (let word = 0; word < words.length; word++) {
    if ((words[word]! & BAD) === 0) continue;
    for (let row = word * 4; row < word * 4 + 4; row++) if (isBad(states[row]!)) marked[row] = 1;
  }
  for (let row = words.length * 4; row < rows; row++) if (isBad(states[row]!)) marked[row] = 1;
}

/** Visits the rows, of the first `rows`, whose cell holds no value. */
export function eachWithoutValue(states: Uint8Array, rows: number, visit: (row: number) => void): void {
  const words = wordsOf(states, 0, rows);
  for (let word = 0; word < words.length; word++) {
    if ((words[word]! & WHAT) === VALUES) continue;
    for (let row = word * 4; row < word * 4 + 4; row++) if (!isValue(states[row]!)) visit(row);
  }
  for (let row = words.length * 4; row < rows; row++) if (!isValue(states[row]!)) visit(row);
}

/** Adds 1 to `counts`, from `target` on, for each cell from `from` to `to` (left out) that holds a value. */
export function countValues(states: Uint8Array, from: number, to: number, counts: Uint8Array, target: number): void {
  let row = from;
  if (areWords(states, from) && areWords(counts, target)) {
    const words = wordsOf(states, from, to - from);
    const sums = wordsOf(counts, target, to - from);
    for (let word = 0; word < words.length; word++) {
      const bits = words[word]!;
      sums[word]! += bits & ~(bits >>> 1) & ~(bits >>> 2) & ONES;
    }
    row += words.length * 4;
  }
  for (let at = target + row - from; row < to; row++, at++) if (isValue(states[row]!)) counts[at]!++;
}

/** Puts `value` into `into`, from `target` on, for each cell from `from` to `to` (left out) that holds no value. */
export function putWhereNone(
  states: Uint8Array,
  from: number,
  to: number,
  into: Int32Array,
  target: number,
  value: number,
): void {
  const words = areWords(states, from) ? wordsOf(states, from, to - from) : NO_WORDS;
  for (let word = 0; word < words.length; word++) {
    if ((words[word]! & WHAT) === VALUES) continue;
    const first = word * 4;
    for (let row = first; row < first + 4; row++) if (!isValue(states[from + row]!)) into[target + row] = value;
  }
  for (let row = words.length * 4; row < to - from; row++)
    if (!isValue(states[from + row]!)) into[target + row] = value;
}

const NO_WORDS = new Int32Array(0);

function isValue(state: number): boolean {
  return (state & 7) === VALUE_CELL;
}

function areWords(bytes: Uint8Array, from: number): boolean {
  return ((bytes.byteOffset + from) & 3) === 0;
}

function wordsOf(bytes: Uint8Array, from: number, length: number): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset + from, length >> 2);
}
