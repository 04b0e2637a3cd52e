import type { Kernels } from '../kernel/kernels.js';
import { ascendingInKernel } from '../kernel/sorting.js';

/** Digits of 11 bits: three of them hold every number below 2³². */
const BITS = 11;
const BASE = 1 << BITS;
/** Below so many numbers the engine's own sort is quicker. */
const FEW = 2000;

/**
 * The numbers from the smallest to the largest, in a new array. Whole numbers from 0 to 2³² − 1, as money in minor units
 * nearly always is, are not compared but sorted by their digits, in linear time (−0 counts as 0); others as usual.
 */
export function ascending(numbers: Float64Array, lent?: Kernels): Float64Array {
  if (numbers.length < FEW) return numbers.slice().sort();
  const known = ascendingInKernel(numbers, lent);
  if (known !== null) return known;
  const whole = wholeNumbers(numbers);
  return whole === null ? numbers.slice().sort() : new Float64Array(sorted(whole));
}

function wholeNumbers(numbers: Float64Array): Uint32Array | null {
  const whole = new Uint32Array(numbers.length);
  for (let at = 0; at < whole.length; at++) {
    whole[at] = numbers[at]!;
    if (whole[at] !== numbers[at]) return null;
  }
  return whole;
}

/** A radix sort, the lowest digit first, up to the highest that any number has. */
function sorted(numbers: Uint32Array): Uint32Array {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at]!);
  let from: Uint32Array = numbers;
  let into: Uint32Array = new Uint32Array(numbers.length);
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += BITS) {
    sortByDigit(from, into, shift);
    [from, into] = [into, from];
  }
  return from;
}

function sortByDigit(from: Uint32Array, into: Uint32Array, shift: number): void {
  const places = new Uint32Array(BASE + 1);
  for (let at = 0; at < from.length; at++) places[((from[at]! >>> shift) & (BASE - 1)) + 1]!++;
  for (let digit = 1; digit < BASE; digit++) places[digit]! += places[digit - 1]!;
  for (let at = 0; at < from.length; at++) {
    const number = from[at]!;
    into[places[(number >>> shift) & (BASE - 1)]!++] = number;
  }
}
