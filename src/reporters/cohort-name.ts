import type { Cell } from '../model/report.js';
import { civilOf, isoDay, isoMonth, monthOf } from '../util/calendar.js';
import { sanitise } from '../util/sanitise.js';

/**
 * Names of cohorts for people: first days of months by their month, other days as they are, names (`2024-Q3`) as they
 * are written.
 */
export function cohortTexts(cohorts: readonly Cell[]): readonly string[] {
  const days = cohorts.filter((cohort): cohort is number => typeof cohort === 'number');
  const areMonths = days.every((day) => civilOf(day).day === 1);
  return cohorts.map((cohort) => {
    if (typeof cohort === 'number') return areMonths ? isoMonth(monthOf(cohort)) : isoDay(cohort);
    return typeof cohort === 'string' ? sanitise(cohort) : '';
  });
}
