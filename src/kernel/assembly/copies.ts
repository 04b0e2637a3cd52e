import { CellJob } from './cell-job';
import { LentTexts } from './lent-texts';

/**
 * Puts the `count` texts that `textCells` found one after another into what is lent, where only the room for bytes and
 * offsets counts, and numbers them from `first` on. The numbers stand by row in `job.values`, 32 bits each, −1 in rows
 * without a text; a row with the text of another has its number. Texts are copied by whole words.
 */
export function copyTexts(job: CellJob, lent: LentTexts, count: i32, first: i32): void {
  const numbers = job.values;
  memory.fill(numbers, 0xff, (<usize>job.rows) << 2);
  let start: usize = 0;
  store<u32>(lent.offsets, 0);
  for (let at: usize = 0; at < <usize>count; at++) {
    const text = at << 2;
    const from = <usize>load<i32>(job.textStarts + text);
    const to = <usize>load<i32>(job.textEnds + text);
    for (let byte: usize = 0; from + byte < to; byte += 8) {
      store<u64>(lent.bytes + start + byte, load<u64>(from + byte));
    }
    start += to - from;
    store<u32>(lent.offsets + text, <u32>start, 4);
    store<i32>(numbers + ((<usize>(load<i32>(job.textRows + text) - job.firstRow)) << 2), first + <i32>at);
  }
  repeatNumbers(job, numbers);
}

/** Gives each row with the text of another the number of that. */
export function repeatNumbers(job: CellJob, numbers: usize): void {
  for (let at: usize = 0; at < <usize>job.repeats; at++) {
    const from = load<i32>(job.repeatOf + (at << 2)) - job.firstRow;
    const to = load<i32>(job.repeatRows + (at << 2)) - job.firstRow;
    store<i32>(numbers + ((<usize>to) << 2), load<i32>(numbers + ((<usize>from) << 2)));
  }
}
