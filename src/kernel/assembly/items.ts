import { ItemJob } from './item-job';
import { isPlainText, plainTextEnd, textEnd, textShows } from './sheet-text';
import { ITEM_OPEN, ITEM_SHUT, preservedEnd, SIX } from './sheet-words';
import { TableJob } from './table-job';

const GREATER = 62;
const SEVERAL = 255;

let from: usize = 0;
let to: usize = 0;

/**
 * Deals the shared strings from `at` on out to the columns that use them, as far as they are plain texts written as most
 * programs write them and there is room; where it stopped.
 */
export function scanItems(job: ItemJob, at: usize, limit: usize): usize {
  for (let next = itemEnd(at, limit); next !== 0; next = itemEnd(at, limit)) {
    const owner = job.index < job.owned ? <i32>load<u8>(job.owners + job.index) : 0;
    if (owner !== 0 && !(isPlainText(from, to) && deal(job, owner === SEVERAL ? job.columns : owner - 1))) break;
    job.index++;
    at = next;
  }
  return at;
}

function deal(job: ItemJob, column: i32): bool {
  const counter = job.counts + (column << 2);
  const count = load<i32>(counter);
  if (count === job.room) return false;
  const place = <usize>((column * job.room + count) << 2);
  store<u32>(job.starts + place, <u32>from);
  store<u32>(job.ends + place, <u32>to);
  store<i32>(job.indexes + place, job.index);
  store<i32>(counter, count + 1);
  return true;
}

/**
 * Writes for each of up to `room` shared strings from `at` on whether it has no content (1), a byte each to `blanks`, as
 * far as that can be told; how many. `itemsEnd` says where it stopped.
 */
export function judgeItems(at: usize, limit: usize, blanks: usize, room: i32): i32 {
  let count = 0;
  for (; count < room; count++) {
    const next = itemEnd(at, limit);
    const shows = next === 0 ? -1 : textShows(from, to);
    if (shows < 0) break;
    store<u8>(blanks + count, shows === 0 ? 1 : 0);
    at = next;
  }
  from = at;
  return count;
}

/** Where `judgeItems` stopped. */
export function itemsEnd(): usize {
  return from;
}

/**
 * Tells where the texts of the shared strings from `at` on stand, and which have no content, as far as they are plain
 * texts written as most programs write them, that can be told and there is room; where it stopped.
 */
export function scanTable(job: TableJob, at: usize, limit: usize): usize {
  for (let next = plainItemEnd(at, limit); next !== 0; next = plainItemEnd(at, limit)) {
    const shows = textShows(from, to);
    if (shows < 0 || job.index === job.room) break;
    const span = job.spans + ((<usize>job.index) << 3);
    store<u32>(span, <u32>from);
    store<u32>(span, <u32>to, 4);
    store<u8>(job.blanks + job.index, shows === 0 ? 1 : 0);
    job.index++;
    at = next;
  }
  return at;
}

/** The position after `<si><t>…</t></si>`; 0 where something else stands. */
function itemEnd(at: usize, limit: usize): usize {
  from = itemText(at);
  to = from === 0 ? 0 : textEnd(from, limit);
  if (to === 0) return 0;
  return afterText(limit);
}

/** The same of a plain text; 0 where it is none. */
function plainItemEnd(at: usize, limit: usize): usize {
  from = itemText(at);
  to = from === 0 ? 0 : plainTextEnd(from, limit);
  if (to === 0) return 0;
  return afterText(limit);
}

/** Where the text of the item at `at` begins; 0 where something else stands. */
function itemText(at: usize): usize {
  if ((load<u64>(at) & SIX) !== ITEM_OPEN) return 0;
  return load<u8>(at, 6) === GREATER ? at + 7 : preservedEnd(at + 6);
}

/** The position after the item whose text ends at `to`; 0 where it ends otherwise. */
function afterText(limit: usize): usize {
  if (load<u64>(to) !== ITEM_SHUT || load<u8>(to, 8) !== GREATER) return 0;
  return to + 9 <= limit ? to + 9 : 0;
}
