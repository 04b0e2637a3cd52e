import { CellJob } from './cell-job';
import { hashText } from './hash';
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

/** Texts found lately are looked at in so many places, by their hash. */
const RECENT: usize = 256;

/**
 * Narrows the texts of a column to their content, in UTF-8, and hashes them; how many there are. A text that was found a
 * little earlier is only named. What is rare is odd: it is left for a closer look.
 */
export function textCells(job: CellJob, kind: i32): i32 {
  const gb18030 = (kind & GB18030) !== 0;
  let room = job.scratch;
  let odd = 0;
  let texts: usize = 0;
  let repeats: usize = 0;
  memory.fill(job.recent, 0, RECENT << 2);
  for (let row: usize = 0; row < <usize>job.rows; row++) {
    setSpan(<usize>load<i32>(job.starts + (row << 2)), <usize>load<i32>(job.ends + (row << 2)));
    let state: i32 = BLANK;
    if (from < to) {
      clean(!gb18030);
      if (gb18030 && !isAscii()) {
        if (transcode(from, to, job.codes, room)) {
          setSpan(room, transcodedEnd);
          room = transcodedEnd;
          clean(true);
          state = contentOf(kind);
        } else state = ODD;
      } else state = contentOf(kind);
    }
    store<u8>(job.states + row, <u8>state);
    if (state === ODD) odd++;
    else if (state !== BLANK) {
      const hash = hashText(from, to);
      const recent = job.recent + ((<usize>hash & (RECENT - 1)) << 2);
      const known = <usize>load<i32>(recent);
      if (known !== 0 && isText(job, known - 1, hash)) {
        store<i32>(job.repeatRows + (repeats << 2), job.firstRow + <i32>row);
        store<i32>(job.repeatOf + (repeats << 2), load<i32>(job.textRows + ((known - 1) << 2)));
        repeats++;
        continue;
      }
      store<i32>(job.textStarts + (texts << 2), <i32>from);
      store<i32>(job.textEnds + (texts << 2), <i32>to);
      store<i32>(job.hashes + (texts << 2), hash);
      store<i32>(job.textRows + (texts << 2), job.firstRow + <i32>row);
      texts++;
      store<i32>(recent, <i32>texts);
    }
  }
  job.odd = odd;
  job.repeats = <i32>repeats;
  return <i32>texts;
}

/** Whether the text at hand, of this hash, is the one that was found as number `text`. */
function isText(job: CellJob, text: usize, hash: i32): bool {
  if (load<i32>(job.hashes + (text << 2)) !== hash) return false;
  const start = <usize>load<i32>(job.textStarts + (text << 2));
  const length = <usize>load<i32>(job.textEnds + (text << 2)) - start;
  if (length !== to - from) return false;
  let at: usize = 0;
  for (; at + 8 <= length; at += 8) if (load<u64>(start + at) !== load<u64>(from + at)) return false;
  for (; at < length; at++) if (load<u8>(start + at) !== load<u8>(from + at)) return false;
  return true;
}

function contentOf(kind: i32): i32 {
  if ((kind & PHONE) !== 0) cleanPhone();
  if ((kind & ID) !== 0) cleanId();
  if ((kind & IDENTIFIES) !== 0 && isScientific()) return ODD;
  if (((kind & ID) !== 0 && isZeroId()) || isBlankText()) return BLANK;
  return (kind & ID) !== 0 && looksRounded() ? VALUE | ROUNDED : VALUE;
}

function isAscii(): bool {
  for (let at = from; at < to; at++) if (load<u8>(at) >= 0x80) return false;
  return true;
}
