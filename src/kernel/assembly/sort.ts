import { differing, end, findBits, lowest, sortByBits, TOGETHER } from './sort-digits';
import { SortJob } from './sort-job';
import { isNone, keyOf, numberOf } from './sort-keys';

const LARGEST: f64 = 4294967295;

/**
 * Sorts 0, 1, 2 … by their numbers, 64 bits each: ascending, −0 as 0, what is no number last; equal ones stay in their
 * sequence. In `job.owners` it is in order then whose the numbers are, and in `job.keys` are the keys, which `equalKeys`
 * looks at.
 */
export function sortOwners(job: SortJob): void {
  for (let from: usize = 0; from < <usize>job.size; from += TOGETHER) writeKeys(job, from, end(job, from));
  job.behind = 0;
  const isInOrder = !findBits(job);
  const places: u64 = 64 - clz(<u64>(job.size - 1));
  if (isInOrder) writeOwners(job);
  else if (differing + places <= 64) {
    for (let from: usize = 0; from < <usize>job.size; from += TOGETHER) pack(job, from, end(job, from), places);
    sortByBits(job, places, false);
    job.behind = <i32>places;
    for (let from: usize = 0; from < <usize>job.size; from += TOGETHER) unpack(job, from, end(job, from), places);
  } else {
    writeOwners(job);
    sortByBits(job, lowest, true);
  }
}

function writeKeys(job: SortJob, from: usize, to: usize): void {
  for (let at = from; at < to; at++) {
    let number = load<f64>(job.keys + (at << 3));
    if (isNone(number) && job.otherwise !== 0) number = load<f64>(job.otherwise + (at << 3));
    store<u64>(job.keys + (at << 3), keyOf(number + 0));
  }
}

function writeOwners(job: SortJob): void {
  for (let at: usize = 0; at < <usize>job.size; at++) store<u32>(job.owners + (at << 2), <u32>at);
}

/** Puts the bits in which keys differ before the place of each: one number to move instead of two. */
function pack(job: SortJob, from: usize, to: usize, places: u64): void {
  const mask = differing === 64 ? u64.MAX_VALUE : ((<u64>1) << differing) - 1;
  for (let at = from; at < to; at++) {
    const key = job.keys + (at << 3);
    store<u64>(key, (((load<u64>(key) >> lowest) & mask) << places) | <u64>at);
  }
}

function unpack(job: SortJob, from: usize, to: usize, places: u64): void {
  const mask = ((<u64>1) << places) - 1;
  for (let at = from; at < to; at++) {
    store<u32>(job.owners + (at << 2), <u32>(load<u64>(job.keys + (at << 3)) & mask));
  }
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
  if (findBits(job)) sortByBits(job, lowest, false);
  const sorted = job.keys;
  for (let at = sorted; at < sorted + (end - first); at += 8) {
    const key = load<u64>(at);
    store<f64>(at, whole ? <f64>(<u32>key) : numberOf(key));
  }
}

/** Where keys in order are equal to the one before them: from and behind the last of each run, two numbers in `spareOwners` each; how many. */
export function equalKeys(job: SortJob): i32 {
  const behind = <u64>job.behind;
  let runs = 0;
  let begin = 0;
  let own: u64 = 0;
  if (job.size > 0) own = load<u64>(job.keys) >> behind;
  for (let at = 1; at <= job.size; at++) {
    let next: u64 = 0;
    if (at < job.size) {
      next = load<u64>(job.keys + ((<usize>at) << 3)) >> behind;
      if (next === own) continue;
    }
    own = next;
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
