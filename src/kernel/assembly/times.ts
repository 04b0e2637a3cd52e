const SECONDS_A_DAY: i64 = 86_400;
/** 1990-01-01, as in adapters/values/stamp.ts. */
const EARLIEST: i64 = 7305;
const DAY: i64 = 1;
const MINUTE: i64 = 2;
const SECOND: i64 = 3;

/** The time read last: seconds × 4 + precision. */
export let stamp: f64 = 0;

/** Reads a time as `timeFromBytes` of adapters/values does; false where it is written otherwise or does not exist. */
export function timeOf(from: usize, to: usize): bool {
  if (from + 8 > to) return false;
  const year = four(from);
  if (year < 0) return false;
  const separator = load<u8>(from + 4);
  if (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) {
    return to - from === 8 && put(year, two(from + 4), two(from + 6), 0, 0, 0, DAY);
  }
  let at = from + 5;
  let width = digitsAt(at, to);
  const month = number(at, width);
  at += width;
  if (width === 0 || at >= to || load<u8>(at) !== separator) return false;
  at++;
  width = digitsAt(at, to);
  const day = number(at, width);
  at += width;
  if (width === 0) return false;
  if (at === to) return put(year, month, day, 0, 0, 0, DAY);
  if (load<u8>(at) === 0x54) at++;
  else if (load<u8>(at) !== 0x20) return false;
  while (at < to && load<u8>(at) === 0x20) at++;
  width = digitsAt(at, to);
  const hour = number(at, width);
  at += width;
  if (width === 0 || at + 3 > to || load<u8>(at) !== 0x3a) return false;
  const minute = two(at + 1);
  at += 3;
  if (at === to) return put(year, month, day, hour, minute, 0, MINUTE);
  if (at + 3 !== to || load<u8>(at) !== 0x3a) return false;
  return put(year, month, day, hour, minute, two(at + 1), SECOND);
}

/** Numbers below 0 stand for anything but digits. */
function put(year: i32, month: i32, day: i32, hour: i32, minute: i32, second: i32, precision: i64): bool {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  const days = dayOf(year, month, day);
  if (days < EARLIEST) return false;
  const seconds = days * SECONDS_A_DAY + <i64>(hour * 3600 + minute * 60 + second);
  stamp = <f64>(seconds * 4 + precision);
  return true;
}

/** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March. */
function dayOf(year: i32, month: i32, day: i32): i64 {
  const before: i32 = month <= 2 ? 1 : 0;
  const years = year - before;
  const months = month + 12 * before - 3;
  return <i64>(365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719_469);
}

function daysOf(year: i32, month: i32): i32 {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** 1 or 2: how many digits stand here; 0 for none. */
function digitsAt(at: usize, to: usize): usize {
  if (at >= to || !isDigit(at)) return 0;
  return at + 1 < to && isDigit(at + 1) ? 2 : 1;
}

function number(at: usize, width: usize): i32 {
  return width === 2 ? two(at) : <i32>load<u8>(at) - 0x30;
}

function two(at: usize): i32 {
  return isDigit(at) && isDigit(at + 1) ? (<i32>load<u8>(at) - 0x30) * 10 + <i32>load<u8>(at + 1) - 0x30 : -1;
}

function four(at: usize): i32 {
  const high = two(at);
  const low = two(at + 2);
  return high < 0 || low < 0 ? -1 : high * 100 + low;
}

function isDigit(at: usize): bool {
  return <u8>(load<u8>(at) - 0x30) <= 9;
}
