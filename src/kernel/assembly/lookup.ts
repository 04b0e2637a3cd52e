import { CellJob } from './cell-job';
import { repeatNumbers } from './copies';
import { LentTexts } from './lent-texts';
import { isSame } from './same';

/** Puts all codes of a dictionary into its table, which is made blank before. */
export function placeCodes(lent: LentTexts): void {
  memory.fill(lent.table, 0, (<usize>lent.mask + 1) << 2);
  for (let code = 0; code < lent.size; code++) {
    const hash = load<i32>(lent.hashes + ((<usize>code) << 2));
    let slot = hash & lent.mask;
    while (load<i32>(lent.table + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & lent.mask;
    enter(lent, slot, hash, code);
  }
}

/**
 * The codes of the `count` texts that `textCells` found, new ones for those never seen, in their sequence: as `lookUp` of
 * util/text-batch.ts. They stand by row in `job.values`, 32 bits each, −1 in rows without a text. There must be room for
 * all of them in what is lent.
 */
export function lookUpTexts(job: CellJob, lent: LentTexts, count: i32): void {
  const codes = job.values;
  memory.fill(codes, 0xff, (<usize>job.rows) << 2);
  for (let at: usize = 0; at < <usize>count; at++) {
    const text = at << 2;
    const code = codeOf(
      lent,
      load<i32>(job.hashes + text),
      <usize>load<i32>(job.textStarts + text),
      <usize>load<i32>(job.textEnds + text),
    );
    store<i32>(codes + ((<usize>(load<i32>(job.textRows + text) - job.firstRow)) << 2), code);
  }
  repeatNumbers(job, codes);
}

function codeOf(lent: LentTexts, hash: i32, from: usize, to: usize): i32 {
  const mask = lent.mask;
  let slot = hash & mask;
  for (let entry = slotAt(lent, slot); entry !== 0; entry = slotAt(lent, slot)) {
    if (((entry ^ hash) & ~mask) === 0) {
      const known = (entry & mask) - 1;
      const offset = lent.offsets + ((<usize>known) << 2);
      if (isSame(lent.bytes + <usize>load<u32>(offset), lent.bytes + <usize>load<u32>(offset, 4), from, to))
        return known;
    }
    slot = (slot + 1) & mask;
  }
  return added(lent, slot, hash, from, to);
}

/** Adds a text; what stands behind the texts of `lent` means nothing, so whole words are copied. */
function added(lent: LentTexts, slot: i32, hash: i32, from: usize, to: usize): i32 {
  const code = lent.size++;
  const offset = lent.offsets + ((<usize>code) << 2);
  const start = <usize>load<u32>(offset);
  for (let at: usize = 0; from + at < to; at += 8) store<u64>(lent.bytes + start + at, load<u64>(from + at));
  store<u32>(offset, <u32>(start + to - from), 4);
  store<i32>(lent.hashes + ((<usize>code) << 2), hash);
  enter(lent, slot, hash, code);
  return code;
}

function enter(lent: LentTexts, slot: i32, hash: i32, code: i32): void {
  store<i32>(lent.table + ((<usize>slot) << 2), (hash & ~lent.mask) | (code + 1));
}

function slotAt(lent: LentTexts, slot: i32): i32 {
  return load<i32>(lent.table + ((<usize>slot) << 2));
}
