import { ahead } from './ahead';
import { CellJob } from './cell-job';
import { clean, from, isNull, setSpan, to } from './span';
import { BLANK, ODD, VALUE } from './states';
import { stamp, timeOf } from './times';

/** What a column of numbers holds, known to NumberColumn of adapters/rows. */
const MONEY = 0;
const COUNT = 1;

/** The number read last. */
let value: f64 = 0;

/**
 * Reads a column of amounts, counts or times in their plain forms, as the parsers of adapters/values do from bytes; how
 * many rows are odd: left for a closer look. `kind`: 0 amounts, 1 counts, 2 times. `unicode`: the bytes are UTF-8.
 */
export function numberCells(job: CellJob, kind: i32, unicode: bool): i32 {
  let odd = 0;
  let fetched: i32 = 0;
  for (let row: usize = 0; row < <usize>job.rows; row++) {
    fetched += ahead(job, row);
    setSpan(<usize>load<i32>(job.starts + (row << 2)), <usize>load<i32>(job.ends + (row << 2)));
    let state: i32 = BLANK;
    if (from < to) {
      clean(unicode);
      if (from < to && !(to - from === 4 && isNull())) {
        const plain = kind === MONEY ? money() : kind === COUNT ? units() : time();
        if (plain) {
          state = VALUE;
          store<f64>(job.values + (row << 3), value);
        } else {
          state = ODD;
          odd++;
        }
      }
    }
    store<u8>(job.states + row, <u8>state);
  }
  job.fetched = fetched;
  return odd;
}

function time(): bool {
  if (!timeOf(from, to)) return false;
  value = stamp;
  return true;
}

function units(): bool {
  if (to - from > 9) return false;
  let units: i32 = 0;
  for (let at = from; at < to; at++) {
    const digit = <i32>load<u8>(at) - 0x30;
    if (digit < 0 || digit > 9) return false;
    units = units * 10 + digit;
  }
  value = <f64>units;
  return true;
}

/** Ten-thousandths. */
function money(): bool {
  let at = from;
  const sign = load<u8>(at);
  if (sign === 0x2d || sign === 0x2b) at++;
  const start = at;
  let whole: i64 = 0;
  for (; at < to; at++) {
    const digit = <i64>load<u8>(at) - 0x30;
    if (digit < 0 || digit > 9) break;
    whole = whole * 10 + digit;
    if (at - start >= 11) return false;
  }
  if (at === start) return false;
  whole *= 10_000;
  let scale: i64 = 1000;
  if (at < to) {
    if (load<u8>(at) !== 0x2e) return false;
    for (at++; at < to; at++) {
      const digit = <i64>load<u8>(at) - 0x30;
      if (digit < 0 || digit > 9 || scale === 0) return false;
      whole += digit * scale;
      scale /= 10;
    }
  }
  value = sign === 0x2d && whole !== 0 ? -(<f64>whole) : <f64>whole;
  return true;
}
