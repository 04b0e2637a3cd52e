import { type Day, isoDay, isoMonth, monthEnd, monthOf, monthStart, weekStart } from '../util/calendar.js';

/** The calendar period whose new customers make one cohort. */
export type CohortPeriod = 'month' | 'week' | 'quarter';

/** A way to cut the days into consecutive periods, each with a number. */
export interface CohortCalendar {
  readonly indexOf: (day: Day) => number;
  readonly start: (index: number) => Day;
  readonly end: (index: number) => Day;
  /** As it is written: `2024-09`, `2024-W36`, `2024-Q3`. */
  readonly key: (index: number) => string;
}

const MONTHS_A_QUARTER = 3;
const DAYS_A_WEEK = 7;
/** Monday 1969-12-29, the start of the week that holds 1970-01-01. */
const FIRST_MONDAY = weekStart(0);

/** Months and quarters of the calendar; weeks of ISO 8601, which begin on Monday. */
export const cohortCalendars: Readonly<Record<CohortPeriod, CohortCalendar>> = {
  month: { indexOf: monthOf, start: monthStart, end: monthEnd, key: isoMonth },
  week: {
    indexOf: (day) => Math.floor((day - FIRST_MONDAY) / DAYS_A_WEEK),
    start: monday,
    end: (index) => monday(index + 1) - 1,
    key: weekKey,
  },
  quarter: {
    indexOf: (day) => Math.floor(monthOf(day) / MONTHS_A_QUARTER),
    start: (index) => monthStart(index * MONTHS_A_QUARTER),
    end: (index) => monthEnd(index * MONTHS_A_QUARTER + MONTHS_A_QUARTER - 1),
    key: quarterKey,
  },
};

function monday(index: number): Day {
  return FIRST_MONDAY + index * DAYS_A_WEEK;
}

/** A week belongs to the year of its Thursday; its number counts the Thursdays of that year. */
function weekKey(index: number): string {
  const thursday = monday(index) + 3;
  const year = isoDay(thursday).slice(0, 4);
  const newYear = monthStart((Number(year) - 1970) * 12);
  return `${year}-W${String(Math.floor((thursday - newYear) / DAYS_A_WEEK) + 1).padStart(2, '0')}`;
}

function quarterKey(index: number): string {
  const month = isoMonth(index * MONTHS_A_QUARTER);
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / MONTHS_A_QUARTER)}`;
}
