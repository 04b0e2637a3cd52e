const SECONDS_A_DAY: i64 = 86_400;
/** 1990-01-01, as in adapters/values/stamp.ts. */
const EARLIEST: i64 = 7305;
const DAY: i64 = 1;
const MINUTE: i64 = 2;
const SECOND: i64 = 3;

/** `0000-00-`, `00 00:00` and `0:00` as numbers: with them away digits are 0 to 9 and the marks between them 0. */
const DATE: u64 = ((<u64>0x2d30302d) << 32) | 0x30303030;
const TIME: u64 = ((<u64>0x30303a30) << 32) | 0x30203030;
const SECONDS: u32 = 0x30303a30;
const DATE_MARKS: u64 = (<u64>0xff0000ff) << 32;
const TIME_MARKS: u64 = ((<u64>0x0000ff00) << 32) | 0x00ff0000;
const SECOND_MARK: u32 = 0x0000ff00;
const SIXES: u64 = ((<u64>0x06060606) << 32) | 0x06060606;
const HIGH_HALVES: u64 = ((<u64>0xf0f0f0f0) << 32) | 0xf0f0f0f0;

/** The time read last: seconds × 4 + precision. */
export let stamp: f64 = 0;

/** Reads a time as `timeFromBytes` of adapters/values does; false where it is written otherwise or does not exist. */
export function timeOf(from: usize, to: usize): bool {
  if (to - from === USUAL && usual(from)) return true;
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

/** Length of `2022-07-01 00:00:13`. */
const USUAL: usize = 19;

/** The date read last, as it was written, and its day. */
let date: u64 = u64.MAX_VALUE;
let dateEnd: u64 = 0;
let day: i64 = 0;

/** Reads a time written `2022-07-01 00:00:13`, eight bytes at a time; false where it is another one. */
function usual(from: usize): bool {
  const front = load<u64>(from) ^ DATE;
  const back = load<u64>(from, 8) ^ TIME;
  const end = load<u32>(from, 15) ^ SECONDS;
  if (((front | (front + SIXES)) & HIGH_HALVES) !== 0 || ((back | (back + SIXES)) & HIGH_HALVES) !== 0) return false;
  if ((front & DATE_MARKS) !== 0 || (back & TIME_MARKS) !== 0 || (end & SECOND_MARK) !== 0) return false;
  if (((end | (end + <u32>SIXES)) & <u32>HIGH_HALVES) !== 0) return false;
  if (front !== date || (back & 0xffff) !== dateEnd) {
    const year = digit(front, 0) * 1000 + digit(front, 1) * 100 + digit(front, 2) * 10 + digit(front, 3);
    const month = digit(front, 5) * 10 + digit(front, 6);
    const dayOfMonth = digit(back, 0) * 10 + digit(back, 1);
    if (!isDay(year, month, dayOfMonth)) return false;
    day = dayOf(year, month, dayOfMonth);
    if (day < EARLIEST) return false;
    date = front;
    dateEnd = back & 0xffff;
  }
  const hour = digit(back, 3) * 10 + digit(back, 4);
  const minute = digit(back, 6) * 10 + digit(back, 7);
  const second = digit(end, 2) * 10 + digit(end, 3);
  if (hour > 23 || minute > 59 || second > 59) return false;
  stamp = <f64>((day * SECONDS_A_DAY + <i64>(hour * 3600 + minute * 60 + second)) * 4 + SECOND);
  return true;
}

function digit(digits: u64, place: i32): i32 {
  return <i32>((digits >> ((<u64>place) << 3)) & 15);
}

/** Numbers below 0 stand for anything but digits. */
function put(year: i32, month: i32, day: i32, hour: i32, minute: i32, second: i32, precision: i64): bool {
  if (!isDay(year, month, day)) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  const days = dayOf(year, month, day);
  if (days < EARLIEST) return false;
  const seconds = days * SECONDS_A_DAY + <i64>(hour * 3600 + minute * 60 + second);
  stamp = <f64>(seconds * 4 + precision);
  return true;
}

function isDay(year: i32, month: i32, day: i32): bool {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
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
