// A radix sort of 64-bit keys, the lowest digit first. Bits that are the same in all keys are left out, so that whole
// numbers and times take two or three walks.

import { SortJob } from './sort-job';

/** A digit has at most so many bits, so that its counts stay near. */
const MOST_BITS: u64 = 11;
/** Keys that are looked at by one call. */
export const TOGETHER: usize = 1 << 15;

/** The bits in which keys differ: where the first of them is, and how many from there on. */
export let lowest: u64 = 0;
export let differing: u64 = 0;
/** The same cut into digits: how many, and how wide. */
let digits: u64 = 0;
let width: u64 = 0;

/** Where so many keys end: the engine replaces a function by a quicker one when it is called, not while it runs. */
export function end(job: SortJob, from: usize): usize {
  return min<usize>(from + TOGETHER, <usize>job.size);
}

/** Looks for the bits in which keys differ; false where the keys are in order already. */
export function findBits(job: SortJob): bool {
  const end = job.keys + ((<usize>job.size) << 3);
  let different: u64 = 0;
  let before: u64 = 0;
  let rising = true;
  if (job.size > 0) before = load<u64>(job.keys);
  const first = before;
  for (let at = job.keys; at < end; at += 8) {
    const key = load<u64>(at);
    different |= key ^ first;
    if (key < before) rising = false;
    before = key;
  }
  if (rising) return false;
  lowest = ctz(different);
  differing = 64 - clz(different) - lowest;
  return true;
}

/** Sorts the keys, with their owners or alone, by the bits in which they differ, which stand from bit `from` on. */
export function sortByBits(job: SortJob, from: u64, withOwners: bool): void {
  digits = (differing + MOST_BITS - 1) / MOST_BITS;
  width = (differing + digits - 1) / digits;
  lowest = from;
  countDigits(job);
  for (let digit: u64 = 0; digit < digits; digit++) {
    const counts = job.counts + <usize>(digit << (MOST_BITS + 2));
    const shift = lowest + digit * width;
    for (let at: usize = 0; at < <usize>job.size; at += TOGETHER) {
      if (withOwners) moveBoth(job, at, end(job, at), shift, counts);
      else moveKeys(job, at, end(job, at), shift, counts);
    }
    const keys = job.keys;
    job.keys = job.spareKeys;
    job.spareKeys = keys;
    const owners = job.owners;
    job.owners = job.spareOwners;
    job.spareOwners = owners;
  }
}

/** For each digit and each value of it: where the first key that has it belongs. */
function countDigits(job: SortJob): void {
  memory.fill(job.counts, 0, <usize>(digits << (MOST_BITS + 2)));
  for (let from: usize = 0; from < <usize>job.size; from += TOGETHER) addDigits(job, from, end(job, from));
  for (let digit: u64 = 0; digit < digits; digit++) {
    let place: u32 = 0;
    const counts = job.counts + <usize>(digit << (MOST_BITS + 2));
    for (let value: usize = 0; value < (<usize>1) << (<usize>width); value++) {
      const count = load<u32>(counts + (value << 2));
      store<u32>(counts + (value << 2), place);
      place += count;
    }
  }
}

function addDigits(job: SortJob, from: usize, to: usize): void {
  const mask = ((<u64>1) << width) - 1;
  for (let at = from; at < to; at++) {
    let rest = load<u64>(job.keys + (at << 3)) >> lowest;
    for (let digit: u64 = 0; digit < digits; digit++, rest >>= width) {
      const count = job.counts + <usize>(((digit << MOST_BITS) + (rest & mask)) << 2);
      store<u32>(count, load<u32>(count) + 1);
    }
  }
}

function moveBoth(job: SortJob, from: usize, to: usize, shift: u64, counts: usize): void {
  const mask = ((<u64>1) << width) - 1;
  const end = job.keys + (to << 3);
  const spareKeys = job.spareKeys;
  const spareOwners = job.spareOwners;
  let owner = job.owners + (from << 2);
  for (let at = job.keys + (from << 3); at < end; at += 8, owner += 4) {
    const key = load<u64>(at);
    const count = counts + <usize>(((key >> shift) & mask) << 2);
    const place = <usize>load<u32>(count);
    store<u32>(count, <u32>place + 1);
    store<u64>(spareKeys + (place << 3), key);
    store<u32>(spareOwners + (place << 2), load<u32>(owner));
  }
}

function moveKeys(job: SortJob, from: usize, to: usize, shift: u64, counts: usize): void {
  const mask = ((<u64>1) << width) - 1;
  const end = job.keys + (to << 3);
  const spareKeys = job.spareKeys;
  for (let at = job.keys + (from << 3); at < end; at += 8) {
    const key = load<u64>(at);
    const count = counts + <usize>(((key >> shift) & mask) << 2);
    const place = <usize>load<u32>(count);
    store<u32>(count, <u32>place + 1);
    store<u64>(spareKeys + (place << 3), key);
  }
}
