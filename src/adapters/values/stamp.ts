import { dayOf, isCivil, SECONDS_A_DAY, type Seconds } from '../../util/calendar.js';
import { UNREADABLE } from './outcome.js';

/**
 * A moment and how exactly it is written, in one number: seconds × 4 + index into `precisions` (1 day, 2 minute,
 * 3 second). BLANK, UNREADABLE and AMBIGUOUS as everywhere.
 */
export type Stamp = number;

export const DAY_PRECISION = 1;
export const MINUTE_PRECISION = 2;
export const SECOND_PRECISION = 3;

/** The first day a shop's time can be on: 1990-01-01. Earlier ones are damaged cells or serials of empty ones. */
const EARLIEST = dayOf(1990, 1, 1);

/** Seconds of a stamp. */
export function secondsOf(stamp: Stamp): Seconds {
  return Math.floor(stamp / 4);
}

/** Index into `precisions` of a stamp. */
export function precisionOf(stamp: Stamp): number {
  return stamp - secondsOf(stamp) * 4;
}

/** The stamp of a date and time as written; UNREADABLE where they do not exist, 24:00:00 among them. */
export function stampOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  precision: number,
): Stamp {
  if (!isCivil(year, month, day) || hour > 23 || minute > 59 || second > 59) return UNREADABLE;
  return checked(dayOf(year, month, day) * SECONDS_A_DAY + hour * 3600 + minute * 60 + second, precision);
}

/** A stamp, unless it is before 1990. */
export function checked(seconds: Seconds, precision: number): Stamp {
  return seconds >= EARLIEST * SECONDS_A_DAY ? seconds * 4 + precision : UNREADABLE;
}
