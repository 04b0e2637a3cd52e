import { type Day, dayOf } from './calendar.js';

/**
 * Chinese New Year (first day of the first month) 2010–2035 as month and day, Beijing time. Source: the calendar of the
 * Purple Mountain Observatory by GB/T 33661-2017; the test compares it with the tables of ICU.
 */
const NEW_YEARS =
  '2-14 2-3 1-23 2-10 1-31 2-19 2-8 1-28 2-16 2-5 1-25 2-12 2-1 1-22 2-10 1-29 2-17 2-6 1-26 2-13 2-3 1-23 2-11 1-31 2-19 2-8';

const FIRST_YEAR = 2010;

const days: readonly Day[] = NEW_YEARS.split(' ').map((text, index) => {
  const [month = 1, date = 1] = text.split('-').map(Number);
  return dayOf(FIRST_YEAR + index, month, date);
});

/** Chinese New Year of a civil year; null outside 2010–2035. */
export function chineseNewYear(year: number): Day | null {
  return days[year - FIRST_YEAR] ?? null;
}
