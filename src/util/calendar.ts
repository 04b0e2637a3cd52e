import { monthsInYear, secondsInDay } from 'date-fns/constants';

/** Days since 1970-01-01 on the shop's clock, an integer. */
export type Day = number;

/** Seconds since 1970-01-01 00:00:00 on the shop's clock (no zone: the wall clock as written). */
export type Seconds = number;

/** A calendar date; month 1–12. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** "No day", in Int32 columns. */
export const NO_DAY = -0x80000000;

export const SECONDS_A_DAY = secondsInDay;

const DAYS_IN_ERA = 146_097; // 400 Gregorian years
const EPOCH_SHIFT = 719_468; // 0000-03-01 to 1970-01-01

/** The day of a civil date (proleptic Gregorian); the date must exist, see `isCivil`. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The civil date of a day. */
export function civilOf(day: Day): Civil {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** Days in a month, 28–31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the date exists, years 1–9999. 2023-02-29 does not. */
export function isCivil(year: number, month: number, day: number): boolean {
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= monthsInYear && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** Months since 1970-01: the calendar month of a day as an integer. */
export function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return (year - 1970) * monthsInYear + month - 1;
}

/** The first day of a month counted from 1970-01. */
export function monthStart(month: number): Day {
  const year = 1970 + Math.floor(month / monthsInYear);
  return dayOf(year, month - (year - 1970) * monthsInYear + 1, 1);
}

/** The last day of a month counted from 1970-01. */
export function monthEnd(month: number): Day {
  return monthStart(month + 1) - 1;
}

/** The same day `months` later (or earlier), clamped to the month's length: 05-31 − 3 = 02-28 or 02-29. */
export function addMonths(day: Day, months: number): Day {
  const civil = civilOf(day);
  const start = monthStart(monthOf(day) + months);
  const target = civilOf(start);
  return start + Math.min(civil.day, daysInMonth(target.year, target.month)) - 1;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of a day's ISO week. */
export function weekStart(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** The day that holds a moment on the shop's clock. */
export function dayOfSeconds(seconds: Seconds): Day {
  return Math.floor(seconds / SECONDS_A_DAY);
}

/** `2020-03-01`. */
export function isoDay(day: Day): string {
  const { year, month, day: date } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
}

/** `2020-03-01 09:30:00`. */
export function isoTime(seconds: Seconds): string {
  const day = dayOfSeconds(seconds);
  const rest = seconds - day * SECONDS_A_DAY;
  return `${isoDay(day)} ${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
}

/** `2020-03`, of a month counted from 1970-01. */
export function isoMonth(month: number): string {
  return isoDay(monthStart(month)).slice(0, 7);
}

/** The day written `2020-03-01`, or null when it is not such a date or does not exist. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivil(year, month, day) ? dayOf(year, month, day) : null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

const QUARTER_HOUR = 900;
const zoneOffsets = new Map<string, ZoneOffsets>();

interface ZoneOffsets {
  readonly format: Intl.DateTimeFormat;
  /** Offset in seconds by quarter-hour since 1970: no zone of the tz database changes within one since then. */
  readonly byQuarter: Map<number, number>;
}

/**
 * What the wall clock of an IANA zone shows at a moment given in UTC seconds. Offsets come from the tz data of the
 * runtime, rounded to minutes; the machine's own zone is never asked. Throws RangeError for an unknown zone.
 */
export function wallClock(zone: string, utcSeconds: Seconds): Seconds {
  let offsets = zoneOffsets.get(zone);
  if (offsets === undefined) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    offsets = { format, byQuarter: new Map() };
    zoneOffsets.set(zone, offsets);
  }
  const quarter = Math.floor(utcSeconds / QUARTER_HOUR);
  let offset = offsets.byQuarter.get(quarter);
  if (offset === undefined) {
    offset = zoneOffset(offsets.format, quarter * QUARTER_HOUR);
    offsets.byQuarter.set(quarter, offset);
  }
  return utcSeconds + offset;
}

/** Whether the runtime knows an IANA zone of that name. */
export function isZone(name: string): boolean {
  try {
    return name !== '' && Number.isFinite(wallClock(name, 0));
  } catch {
    return false;
  }
}

function zoneOffset(format: Intl.DateTimeFormat, utcSeconds: Seconds): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utcSeconds * 1000)) part[type] = Number(value);
  const day = dayOf(part['year'] ?? 1970, part['month'] ?? 1, part['day'] ?? 1);
  return day * SECONDS_A_DAY + (part['hour'] ?? 0) * 3600 + (part['minute'] ?? 0) * 60 - utcSeconds;
}

/** The instant of midnight UTC of a day, for packages that want a Date. No zone of the machine is in it. */
export function midnightUtc(day: Day): Date {
  return new Date(day * SECONDS_A_DAY * 1000);
}
