import type { Kernels } from '../kernel/kernels.js';
import { type Sequence, sequenceInKernel } from '../kernel/sorting.js';

/** A digit has 16 bits: numbers of 64 bits have four. */
const BASE = 0x1_0000;
const DIGITS = 4;
const SIGN = 0x8000_0000;
const LAST = 0xffff_ffff;

/**
 * The places of numbers from the smallest to the largest; equal ones stay in their sequence, −0 is 0, NaN comes last. A
 * number that is NaN counts as the one at its place in `otherwise`. Linear.
 */
export function sequenceOf(numbers: Float64Array, otherwise: Float64Array | null = null, lent?: Kernels): Sequence {
  return sequenceInKernel(numbers, otherwise, lent) ?? sequenceByDigits(keysOf(numbers, otherwise));
}

/** Numbers of 64 bits, as two of 32 each, that are in the order of the numbers. */
function keysOf(numbers: Float64Array, otherwise: Float64Array | null): Uint32Array {
  const keys = new Float64Array(numbers.length);
  for (let at = 0; at < keys.length; at++) {
    const number = numbers[at]!;
    keys[at] = (Number.isNaN(number) && otherwise !== null ? otherwise[at]! : number) + 0;
  }
  const words = new Uint32Array(keys.buffer);
  for (let at = 0; at < keys.length; at++) {
    const high = words[2 * at + 1]!;
    if (Number.isNaN(keys[at])) words.fill(LAST, 2 * at, 2 * at + 2);
    else if (high < SIGN) words[2 * at + 1] = high | SIGN;
    else {
      words[2 * at] = ~words[2 * at]!;
      words[2 * at + 1] = ~high;
    }
  }
  return words;
}

/** A radix sort, the lowest digit first; digits that are the same in all keys are passed over. */
function sequenceByDigits(keys: Uint32Array): Sequence {
  const digits = new Uint16Array(keys.buffer);
  const size = keys.length / 2;
  let from = new Int32Array(size);
  for (let at = 0; at < size; at++) from[at] = at;
  let into = new Int32Array(size);
  for (let digit = 0; digit < DIGITS; digit++) {
    const places = new Int32Array(BASE + 1);
    for (let at = digit; at < digits.length; at += DIGITS) places[digits[at]! + 1]!++;
    if (size === 0 || places[digits[digit]! + 1] === size) continue;
    for (let value = 0; value < BASE; value++) places[value + 1]! += places[value]!;
    for (let at = 0; at < size; at++) into[places[digits[from[at]! * DIGITS + digit]!]!++] = from[at]!;
    [from, into] = [into, from];
  }
  return { places: from, equal: equalRuns(keys, from) };
}

function equalRuns(keys: Uint32Array, places: Int32Array): Int32Array {
  const isSame = (one: number, other: number) =>
    keys[2 * one] === keys[2 * other] && keys[2 * one + 1] === keys[2 * other + 1];
  const equal: number[] = [];
  for (let from = 0; from < places.length; ) {
    let to = from + 1;
    while (to < places.length && isSame(places[from]!, places[to]!)) to++;
    if (to - from > 1) equal.push(from, to);
    from = to;
  }
  return Int32Array.from(equal);
}
