import { SECONDS_A_DAY, type Seconds } from '../../util/calendar.js';
import { timeFromNamedMonth } from './named-month.js';
import { AMBIGUOUS, BLANK, blankNumberTexts, plainText, UNREADABLE } from './outcome.js';
import {
  checked,
  DAY_PRECISION,
  MINUTE_PRECISION,
  precisionOf,
  SECOND_PRECISION,
  type Stamp,
  secondsOf,
  stampOf,
} from './stamp.js';

/** What the text of a time does not say. */
export interface TimeRules {
  /** Seconds on the shop's clock, of a wall clock written with its offset from UTC in seconds. */
  readonly withOffset: (written: Seconds, offset: number) => Seconds;
  /** How `03/04/2024` is to be read; `unknown` reads only what can be read in one way. */
  readonly slashes: 'month-first' | 'day-first' | 'unknown';
}

const SERIAL_OF_1970 = 25_569;
const LAST_SERIAL = 2_958_465; // 9999-12-31
const LAST_TEXT_SERIAL = 73_050; // 2099-12-31: longer numbers in a text are not taken for serials

/**
 * A time from a numeric cell: a serial of the 1900 system (date-formatted or not), `20170823` or `20170823093000` typed
 * as a number, or milliseconds since 1970 (13 digits). Serials are rounded to the second: 43101.39 carries the noise of
 * a double. A whole serial is a day, one on a full minute a minute.
 */
export function timeFromNumber(value: number, rules: TimeRules): Stamp {
  if (Number.isInteger(value) && value > LAST_SERIAL) return timeFromText(String(value), rules);
  return value >= 1 && value < LAST_SERIAL + 1 ? serial(value) : UNREADABLE;
}

const civil =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:(?:T|\s+|(?<=日))(\d{1,2})(?::|时|点)(\d{1,2})(?::|分)?(?:(\d{1,2})(?:[.,]\d{1,9})?秒?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/;
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AP]M))?)?$/i;

/**
 * A time from any text, after NFKC:
 *
 * | written | read as |
 * |---|---|
 * | `2017-07-08 00:42:32` `2017/7/8 0:42` `2017.7.8` `2017年7月8日 0时42分` `2017-07-08T00:42:32.125` | as written, fractions cut off |
 * | `… -0700` `…+08:00` `…Z` | through the rules' `withOffset` |
 * | `20170708` `201707080042` `20170708004232` | day, minute, second |
 * | `43101.39` `43101` (32874 to 73050) | serial of the 1900 system |
 * | `1499474552000` (13 digits) | milliseconds since 1970, UTC |
 * | `12/31/2023` `31/12/2023 9:41` | only where one reading exists or the rules say which; else ambiguous |
 * | `09/03/26` `12/15/2025 9:30:33 PM` | the same, 2026; two digits of a year only where the rules say which number is the month |
 * | `Sep-18-26` `26-May-26` `10-Dez-25` `05-oct.-26` `26 Jul 2023 09:32` | the month is a word |
 * | `2023-02-29` `2024-02-30` `24:00:00` `23:60` `0000-00-00`, days before 1990, `2020-2` `昨天` `#N/A` | unreadable |
 * | empty, `null`, `-`, `--`, `——`, `无` | blank |
 */
export function timeFromText(text: string, rules: TimeRules): Stamp {
  const plain = plainText(text);
  if (blankNumberTexts.has(plain.toLowerCase())) return BLANK;
  if (/^\d+(\.\d+)?$/.test(plain)) return fromPlainNumber(plain, rules);
  const match = civil.exec(plain);
  if (match === null) return fromSlashes(plain, rules);
  const [year, month, day] = [Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6])];
  const [hour, minute, second, offset] = match.slice(7);
  const precision = hour === undefined ? DAY_PRECISION : second === undefined ? MINUTE_PRECISION : SECOND_PRECISION;
  const stamp = stampOf(year, month, day, Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), precision);
  if (offset === undefined || stamp === UNREADABLE) return stamp;
  const seconds = offsetSeconds(offset);
  return hour !== undefined && seconds !== null
    ? moved(stamp, rules.withOffset(secondsOf(stamp), seconds))
    : UNREADABLE;
}

function fromPlainNumber(text: string, rules: TimeRules): Stamp {
  const value = Number(text);
  if (text.includes('.') || text.length === 5) {
    return value >= 1 && value < LAST_TEXT_SERIAL + 1 ? serial(value) : UNREADABLE;
  }
  const part = (from: number, to: number) => Number(text.slice(from, to));
  if (text.length === 8) return stampOf(part(0, 4), part(4, 6), part(6, 8), 0, 0, 0, DAY_PRECISION);
  if (text.length === 13) return milliseconds(value, rules);
  if (text.length !== 12 && text.length !== 14) return UNREADABLE;
  const precision = text.length === 12 ? MINUTE_PRECISION : SECOND_PRECISION;
  return stampOf(part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14), precision);
}

function fromSlashes(text: string, rules: TimeRules): Stamp {
  const match = slashed.exec(text);
  if (match === null) return timeFromNamedMonth(text);
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const short = match[3]?.length === 2;
  if (rules.slashes === 'unknown' && short) return UNREADABLE;
  const monthFirst = rules.slashes === 'unknown' ? first <= 12 && second > 12 : rules.slashes === 'month-first';
  if (rules.slashes === 'unknown' && first <= 12 && second <= 12 && first !== second) return AMBIGUOUS;
  const [month, day] = monthFirst ? [first, second] : [second, first];
  const hour = hourOf(match[4], match[7]);
  const precision =
    match[4] === undefined ? DAY_PRECISION : match[6] === undefined ? MINUTE_PRECISION : SECOND_PRECISION;
  return stampOf(year + (short ? 2000 : 0), month, day, hour, Number(match[5] ?? 0), Number(match[6] ?? 0), precision);
}

/** Of a clock with or without AM and PM: 12 AM is 0, 12 PM is 12; 13 PM is no hour. */
function hourOf(digits: string | undefined, half: string | undefined): number {
  const hour = Number(digits ?? 0);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

function milliseconds(value: number, rules: TimeRules): Stamp {
  const utc = Math.floor(value / 1000);
  return checked(rules.withOffset(utc, 0), SECOND_PRECISION);
}

function serial(value: number): Stamp {
  const seconds = Math.round((value - SERIAL_OF_1970) * SECONDS_A_DAY);
  const precision = Number.isInteger(value) ? DAY_PRECISION : seconds % 60 === 0 ? MINUTE_PRECISION : SECOND_PRECISION;
  return checked(seconds, precision);
}

function moved(stamp: Stamp, seconds: Seconds): Stamp {
  return checked(seconds, precisionOf(stamp));
}

function offsetSeconds(text: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (match === null) return 0;
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  if (hours > 14 || minutes > 59) return null;
  return (match[1] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}
