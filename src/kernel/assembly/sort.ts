// Radix sorts of 64-bit keys, the lowest digit first. Bits that are the same in all keys are left out, so that whole
// numbers and times take two or three walks.

import { SortJob } from './sort-job';

const SIGN: u64 = (<u64>1) << 63;
/** Key of what is no number: it comes last. */
const LAST: u64 = u64.MAX_VALUE;
/** A digit has at most so many bits, so that its counts stay near. */
const MOST_BITS: u64 = 11;
/** Keys that are moved by one call. */
const TOGETHER: usize = 1 << 15;
const LARGEST: f64 = 4294967295;

/** The bits in which keys differ, cut into digits: how many, how wide, and where the first of them begins. */
let digits: u64 = 0;
let width: u64 = 0;
let lowest: u64 = 0;

/**
 * Sorts 0, 1, 2 … by their numbers, 64 bits each: ascending, −0 as 0, what is no number last; equal ones stay in their
 * sequence. The keys are in order then in `job.keys`, and in `job.owners` whose they are.
 */
export function sortOwners(job: SortJob): void {
  const first = job.keys;
  const end = first + ((<usize>job.size) << 3);
  let owner = job.owners;
  for (let at = first; at < end; at += 8, owner += 4) {
    let number = load<f64>(at);
    if (isNone(number) && job.otherwise !== 0) number = load<f64>(job.otherwise + (at - first));
    store<u64>(at, keyOf(number + 0));
    store<u32>(owner, <u32>((at - first) >> 3));
  }
  sortByDigits(job, true);
}

/**
 * Puts numbers, 64 bits each, into ascending order in `job.keys`: −0 before 0, what is no number last. Where all are whole
 * numbers from 0 to 2³² − 1, −0 becomes 0.
 */
export function sortValues(job: SortJob): void {
  const first = job.keys;
  const end = first + ((<usize>job.size) << 3);
  const whole = areWhole(first, end);
  for (let at = first; at < end; at += 8) {
    const number = load<f64>(at);
    store<u64>(at, whole ? <u64>(<u32>number) : keyOf(number));
  }
  sortByDigits(job, false);
  const sorted = job.keys;
  for (let at = sorted; at < sorted + (end - first); at += 8) {
    const key = load<u64>(at);
    store<f64>(at, whole ? <f64>(<u32>key) : numberOf(key));
  }
}

/** Where keys in order are equal to the one before them: from and behind the last of each run, two numbers in `spareOwners` each; how many. */
export function equalKeys(job: SortJob): i32 {
  let runs = 0;
  let begin = 0;
  for (let at = 1; at <= job.size; at++) {
    if (at < job.size && load<u64>(job.keys + ((<usize>at) << 3)) === load<u64>(job.keys + ((<usize>begin) << 3)))
      continue;
    if (at - begin > 1) {
      store<i32>(job.spareOwners + ((<usize>runs) << 3), begin);
      store<i32>(job.spareOwners + ((<usize>runs) << 3), at, 4);
      runs++;
    }
    begin = at;
  }
  return runs;
}

function areWhole(first: usize, end: usize): bool {
  for (let at = first; at < end; at += 8) {
    const number = load<f64>(at);
    if (!(number >= 0 && number <= LARGEST) || floor(number) !== number) return false;
  }
  return true;
}

/** A key that is as large among the keys as its number is among the numbers. */
function keyOf(number: f64): u64 {
  if (isNone(number)) return LAST;
  const bits = reinterpret<u64>(number);
  return (bits & SIGN) === 0 ? bits | SIGN : ~bits;
}

/** Nothing is at most infinite but numbers. */
function isNone(number: f64): bool {
  return !(number <= Infinity);
}

function numberOf(key: u64): f64 {
  return key === LAST ? NaN : reinterpret<f64>((key & SIGN) !== 0 ? key ^ SIGN : ~key);
}

function sortByDigits(job: SortJob, withOwners: bool): void {
  if (!findDigits(job)) return;
  countDigits(job);
  for (let digit: u64 = 0; digit < digits; digit++) {
    const counts = job.counts + <usize>(digit << (MOST_BITS + 2));
    const shift = lowest + digit * width;
    // The engine replaces a function by a quicker one when it is called, not while it runs.
    for (let from: usize = 0; from < <usize>job.size; from += TOGETHER) {
      const to = min<usize>(from + TOGETHER, <usize>job.size);
      if (withOwners) moveBoth(job, from, to, shift, counts);
      else moveKeys(job, from, to, shift, counts);
    }
    const keys = job.keys;
    job.keys = job.spareKeys;
    job.spareKeys = keys;
    const owners = job.owners;
    job.owners = job.spareOwners;
    job.spareOwners = owners;
  }
}

/** Looks for the digits; false where the keys are in order already. */
function findDigits(job: SortJob): bool {
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
  const all = 64 - clz(different) - lowest;
  digits = (all + MOST_BITS - 1) / MOST_BITS;
  width = (all + digits - 1) / digits;
  return true;
}

/** For each digit and each value of it: where the first key that has it belongs. */
function countDigits(job: SortJob): void {
  const end = job.keys + ((<usize>job.size) << 3);
  const mask = ((<u64>1) << width) - 1;
  memory.fill(job.counts, 0, <usize>(digits << (MOST_BITS + 2)));
  for (let at = job.keys; at < end; at += 8) {
    let rest = load<u64>(at) >> lowest;
    for (let digit: u64 = 0; digit < digits; digit++, rest >>= width) {
      const count = job.counts + <usize>(((digit << MOST_BITS) + (rest & mask)) << 2);
      store<u32>(count, load<u32>(count) + 1);
    }
  }
  for (let digit: u64 = 0; digit < digits; digit++) {
    let place: u32 = 0;
    const counts = job.counts + <usize>(digit << (MOST_BITS + 2));
    for (let value: usize = 0; value <= <usize>mask; value++) {
      const count = load<u32>(counts + (value << 2));
      store<u32>(counts + (value << 2), place);
      place += count;
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
