import { CellJob } from './cell-job';
import { BLANK, ODD, VALUE } from './states';

const LARGEST: f64 = 9007199254740991;
const LARGEST_WITH_HALF: f64 = 4503599627370496;

/**
 * Makes amounts of the numbers of a column, in ten-thousandths, as `moneyFromNumber` of adapters/values/money.ts does;
 * how many rows are odd. `job.starts`: the numbers, 64 bits each; `job.ends`: for each a byte, 0 where there is none.
 */
export function amountCells(job: CellJob): i32 {
  let odd = 0;
  for (let row: usize = 0; row < <usize>job.rows; row++) {
    let state: i32 = BLANK;
    if (load<u8>(job.ends + row) !== 0) {
      const number = load<f64>(job.starts + (row << 3));
      const scaled = abs(number) * 10_000;
      if (scaled <= LARGEST) {
        state = VALUE;
        const amount = amountOf(scaled);
        store<f64>(job.values + (row << 3), number < 0 && amount !== 0 ? -amount : amount);
      } else {
        state = ODD;
        odd++;
      }
    }
    store<u8>(job.states + row, <u8>state);
  }
  return odd;
}

function amountOf(scaled: f64): f64 {
  const below = floor(scaled);
  const nearest = scaled - below >= 0.5 ? below + 1 : below;
  if (abs(scaled - nearest) <= scaled * 4e-15 + 1e-9) return nearest;
  return below < LARGEST_WITH_HALF ? below + 0.5 : below;
}
