import { DAY_PRECISION, MINUTE_PRECISION, SECOND_PRECISION, type Stamp, stampOf } from './stamp.js';

/**
 * A time from a cleaned cell, undecoded: `2017-07-08 00:42:32`, `2018/5/16 9:41`, `2020.2.21`, with T or blanks between,
 * and `20170823`. null sends everything else to `timeFromText`.
 */
export function timeFromBytes(bytes: Uint8Array, from: number, to: number): Stamp | null {
  const year = digits(bytes, from, from + 4, to);
  if (year < 0 || from + 4 >= to) return null;
  const separator = bytes[from + 4]!;
  if (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) {
    return to - from === 8
      ? compactDay(year, digits(bytes, from + 4, from + 6, to), digits(bytes, from + 6, to, to))
      : null;
  }
  let at = from + 5;
  let width = numberWidth(bytes, at, to);
  const month = digits(bytes, at, at + width, to);
  at += width;
  if (width === 0 || at >= to || bytes[at] !== separator) return null;
  at++;
  width = numberWidth(bytes, at, to);
  const day = digits(bytes, at, at + width, to);
  at += width;
  if (width === 0) return null;
  if (at === to) return stampOf(year, month, day, 0, 0, 0, DAY_PRECISION);
  if (bytes[at] === 0x54) at++;
  else if (bytes[at] !== 0x20) return null;
  while (at < to && bytes[at] === 0x20) at++;
  width = numberWidth(bytes, at, to);
  const hour = digits(bytes, at, at + width, to);
  at += width;
  if (width === 0 || at + 3 > to || bytes[at] !== 0x3a) return null;
  const minute = digits(bytes, at + 1, at + 3, to);
  at += 3;
  if (minute < 0) return null;
  if (at === to) return stampOf(year, month, day, hour, minute, 0, MINUTE_PRECISION);
  if (at + 3 !== to || bytes[at] !== 0x3a) return null;
  const second = digits(bytes, at + 1, at + 3, to);
  return second < 0 ? null : stampOf(year, month, day, hour, minute, second, SECOND_PRECISION);
}

/** Of yyyymmdd; null where a part is not a number (−1). */
function compactDay(year: number, month: number, day: number): Stamp | null {
  if (month < 0 || day < 0) return null;
  return stampOf(year, month, day, 0, 0, 0, DAY_PRECISION);
}

/** The number written in [from, until), −1 if there is anything but digits or the cell ends before. */
function digits(bytes: Uint8Array, from: number, until: number, to: number): number {
  if (until > to) return -1;
  let value = 0;
  for (let at = from; at < until; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** 1 or 2: how many digits stand here; 0 for none. */
function numberWidth(bytes: Uint8Array, at: number, to: number): number {
  if (at >= to || bytes[at]! < 0x30 || bytes[at]! > 0x39) return 0;
  return at + 1 < to && bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x39 ? 2 : 1;
}
