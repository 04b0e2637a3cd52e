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

/**
 * Narrows the texts of a column to their content, in UTF-8, and hashes them; how many rows have one. What is rare is
 * odd: it is left for a closer look.
 */
export function textCells(job: CellJob, kind: i32): i32 {
  const gb18030 = (kind & GB18030) !== 0;
  let room = job.scratch;
  let odd = 0;
  let texts: usize = 0;
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
      store<i32>(job.textStarts + (texts << 2), <i32>from);
      store<i32>(job.textEnds + (texts << 2), <i32>to);
      store<i32>(job.hashes + (texts << 2), hashText(from, to));
      store<i32>(job.textRows + (texts << 2), job.firstRow + <i32>row);
      texts++;
    }
  }
  job.odd = odd;
  return <i32>texts;
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
