import { ahead } from './ahead';
import { CellJob } from './cell-job';
import { hashText, keyOf } from './hash';
import { isSame } from './same';
import {
  clean,
  cleanId,
  cleanPhone,
  from,
  isBlankText,
  isScientific,
  isZeroId,
  looksRounded,
  setSpan,
  to,
} from './span';
import { BLANK, ODD, ROUNDED, VALUE } from './states';
import { transcode, transcodedEnd } from './transcode';

/** What a column of texts is: flags, known to KernelCells of adapters/rows. */
const GB18030 = 1;
const ID = 2;
const PHONE = 4;
const IDENTIFIES = 8;
/** Nobody asks for the hashes: a key stands in their place. */
const UNHASHED = 16;

/** The highest bit of each of eight bytes. */
const HIGH_BITS: u64 = ((<u64>0x80808080) << 32) | 0x80808080;

/** Texts found lately are looked at in so many places, by their hash. */
const RECENT: usize = 256;

/** Cells are compared with the one above so many times more than they differ from it. */
const TRUST: i32 = 16;

let unhashed: bool = false;
let found: usize = 0;
let repeats: usize = 0;
/** Bytes of the texts found. */
let length: usize = 0;
/** The text of the cell before that has one, by its number among those found. */
let last: usize = 0;
/** Where new UTF-8 may be written. */
let room: usize = 0;

/**
 * Narrows the texts of a column to their content, in UTF-8, and hashes them unless nobody asks for that; how many there are. A text that was found a
 * little earlier is only named. What is rare is odd: it is left for a closer look.
 */
export function textCells(job: CellJob, kind: i32): i32 {
  const gb18030 = (kind & GB18030) !== 0;
  let odd = 0;
  unhashed = (kind & UNHASHED) !== 0;
  found = 0;
  repeats = 0;
  length = 0;
  room = job.scratch;
  memory.fill(job.recent, 0, RECENT << 2);
  if (gb18030) memory.fill(job.recentRaw, 0, RECENT << 2);
  let fetched: i32 = 0;
  let trust = TRUST;
  let start: usize = 0;
  let end: usize = 0;
  let above: i32 = BLANK;
  for (let row: usize = 0; row < <usize>job.rows; row++) {
    fetched += ahead(job, row);
    setSpan(<usize>load<i32>(job.starts + (row << 2)), <usize>load<i32>(job.ends + (row << 2)));
    let state: i32 = BLANK;
    if (from < to) {
      if (trust > 0 && isAtHand(start, end)) {
        trust += <i32>(trust < TRUST);
        state = above;
        if (isText(state)) repeat(job, row, last);
      } else {
        trust--;
        start = from;
        end = to;
        state = looked(job, kind, row);
        above = state;
      }
    }
    store<u8>(job.states + row, <u8>state);
    if (state === ODD) odd++;
  }
  job.fetched = fetched;
  job.odd = odd;
  job.repeats = <i32>repeats;
  job.length = <i32>length;
  return <i32>found;
}

/** Looks at a cell; its state. */
function looked(job: CellJob, kind: i32, row: usize): i32 {
  const gb18030 = (kind & GB18030) !== 0;
  clean(!gb18030);
  if (gb18030 && !isAscii()) return foreign(job, kind, row);
  const state = contentOf(kind);
  if (isText(state)) take(job, row);
  return state;
}

function isText(state: i32): bool {
  return state !== BLANK && state !== ODD;
}

/** Takes a text of GB18030 with more than ASCII in it: looked up as it stands before it is transcoded. */
function foreign(job: CellJob, kind: i32, row: usize): i32 {
  const start = from;
  const end = to;
  const raw = keyOf(start, end);
  const recent = job.recentRaw + ((<usize>raw & (RECENT - 1)) << 2);
  const known = <usize>load<i32>(recent);
  if (known !== 0) {
    const text = (known - 1) << 2;
    if (isAtHand(<usize>load<i32>(job.rawStarts + text), <usize>load<i32>(job.rawEnds + text))) {
      repeat(job, row, known - 1);
      return VALUE;
    }
  }
  if (!transcode(start, end, job.codes, room)) return ODD;
  setSpan(room, transcodedEnd);
  room = transcodedEnd;
  clean(true);
  const state = contentOf(kind);
  if (!isText(state) || !take(job, row)) return state;
  store<i32>(job.rawStarts + ((found - 1) << 2), <i32>start);
  store<i32>(job.rawEnds + ((found - 1) << 2), <i32>end);
  store<i32>(recent, <i32>found);
  return state;
}

/** Takes the text at hand; whether it is new, or else only names the one found before. */
function take(job: CellJob, row: usize): bool {
  const hash = unhashed ? keyOf(from, to) : hashText(from, to);
  const recent = job.recent + ((<usize>hash & (RECENT - 1)) << 2);
  const known = <usize>load<i32>(recent);
  if (known !== 0) {
    const text = (known - 1) << 2;
    if (
      load<i32>(job.hashes + text) === hash &&
      isAtHand(<usize>load<i32>(job.textStarts + text), <usize>load<i32>(job.textEnds + text))
    ) {
      repeat(job, row, known - 1);
      return false;
    }
  }
  store<i32>(job.textStarts + (found << 2), <i32>from);
  store<i32>(job.textEnds + (found << 2), <i32>to);
  store<i32>(job.hashes + (found << 2), hash);
  store<i32>(job.textRows + (found << 2), job.firstRow + <i32>row);
  length += to - from;
  found++;
  store<i32>(recent, <i32>found);
  last = found - 1;
  return true;
}

/** Says that a row has the text found as number `text`. */
function repeat(job: CellJob, row: usize, text: usize): void {
  store<i32>(job.repeatRows + (repeats << 2), job.firstRow + <i32>row);
  store<i32>(job.repeatOf + (repeats << 2), load<i32>(job.textRows + (text << 2)));
  repeats++;
  last = text;
}

/** Whether the text at hand is the one from `start` to `end`. */
function isAtHand(start: usize, end: usize): bool {
  return isSame(start, end, from, to);
}

function contentOf(kind: i32): i32 {
  if ((kind & PHONE) !== 0) cleanPhone();
  if ((kind & ID) !== 0) cleanId();
  if ((kind & IDENTIFIES) !== 0 && isScientific()) return ODD;
  if (((kind & ID) !== 0 && isZeroId()) || isBlankText()) return BLANK;
  return (kind & ID) !== 0 && looksRounded() ? VALUE | ROUNDED : VALUE;
}

function isAscii(): bool {
  let at = from;
  for (; at + 8 <= to; at += 8) if ((load<u64>(at) & HIGH_BITS) !== 0) return false;
  for (; at < to; at++) if (load<u8>(at) >= 0x80) return false;
  return true;
}
