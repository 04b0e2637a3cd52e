import { digitsAt, numberOf } from './digits';

const LESS = 60;
const EXACT: u64 = 1 << 53;
let end: usize = 0;

/** Where the number read last ends; 0 where it is written otherwise than in plain digits. */
export function numberEnd(): usize {
  return end;
}

/**
 * The number of up to 18 digits that begins at `at`, exact as integer and as power of ten. As `numberAt` of
 * cell-value.ts.
 */
export function writtenNumber(at: usize): f64 {
  const count = digitsAt(at);
  if (count > 0 && load<u8>(at + count) === LESS) {
    end = at + count;
    return <f64>numberOf(at, count);
  }
  const negative = load<u8>(at) === 45;
  if (negative) at++;
  let value: u64 = 0;
  let digits = 0;
  let decimals = -1;
  for (;;) {
    const digit = <u32>load<u8>(at) - 48;
    if (digit <= 9) {
      value = value * 10 + digit;
      if (++digits > 18) break;
      if (decimals >= 0) decimals++;
    } else if (digit === <u32>-2 && decimals < 0) decimals = 0;
    else break;
    at++;
  }
  const exact = digits > 0 && digits <= 18 && value < EXACT;
  end = exact ? at : 0;
  let power: f64 = 1;
  for (; decimals > 0; decimals--) power *= 10;
  const number = <f64>value / power;
  return negative ? -number : number;
}
