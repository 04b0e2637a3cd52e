import { believesAll, believesFirst } from './believed.js';
import { type CohortCalendar, cohortCalendars } from './cohort-calendar.js';
import type { AnalysisInput } from './metric.js';
import { remembered } from './remembered.js';

/**
 * Customers by the period of their first purchase, and what each of these cohorts did in every period since. Cohort i
 * and period i + k are counted from the first period of the history; cell (i, k) stands at `cellOf`. Counts include the
 * period of the as-of day; whether a cell may be shown is said by `isObserved`.
 */
export interface Cohorts {
  readonly calendar: CohortCalendar;
  /** Number of the first period in the calendar. */
  readonly first: number;
  /** Periods from the first to that of the as-of day. */
  readonly periods: number;
  /** How many of them were over at the as-of day: all, or all but the last. */
  readonly complete: number;
  /** Per cohort: its customers. */
  readonly size: Int32Array;
  /** Per cell: customers with a purchase in the period. */
  readonly active: Int32Array;
  /** Per cell: customers whose first return (k ≥ 1) came in the period. */
  readonly firstReturn: Int32Array;
  /** Per cell: customers whose last purchase up to the as-of day was in the period. */
  readonly latest: Int32Array;
  /** Per cell: net of the cohort in the period, minor units. */
  readonly sales: Float64Array;
}

/**
 * The cohorts of all customers whose first purchase is believed. One walk over the purchases; the cells of all cohorts
 * are packed as a triangle, so memory is half the square of the number of periods.
 */
export const cohortsOf = remembered(counted);

function counted(input: AnalysisInput): Cohorts {
  const { history, scope } = input;
  const cohorts = emptyCohorts(input);
  if (scope.observed === null) return cohorts;
  const periods = periodsOfDays(cohorts, scope.observed.from, scope.asOf);
  const all = believesAll(input);
  for (let customer = 0; customer < history.customers; customer++) {
    if (!all && !believesFirst(input, customer)) continue;
    const first = history.offsets[customer]!;
    const cohort = periods[history.day[first]! - scope.observed.from]!;
    const cells = cellOf(cohorts, cohort, 0);
    let before = -1;
    let returned = false;
    for (let purchase = first; purchase < history.offsets[customer + 1]!; purchase++) {
      const k = periods[history.day[purchase]! - scope.observed.from]! - cohort;
      cohorts.sales[cells + k]! += history.net[purchase]!;
      if (k === before) continue;
      cohorts.active[cells + k]!++;
      if (k > 0 && !returned) cohorts.firstReturn[cells + k]!++;
      returned = k > 0;
      before = k;
    }
    cohorts.size[cohort]!++;
    cohorts.latest[cells + before]!++;
  }
  return cohorts;
}

/** Where cell (cohort, period) stands in the arrays of the cells. */
export function cellOf({ periods }: Pick<Cohorts, 'periods'>, cohort: number, period: number): number {
  return cohort * periods - (cohort * (cohort - 1)) / 2 + period;
}

/** Whether the whole period was over at the as-of day; a cell that lies even partly after it is empty. */
export function isObserved({ complete }: Cohorts, cohort: number, period: number): boolean {
  return cohort + period < complete;
}

function emptyCohorts({ scope }: AnalysisInput): Cohorts {
  const calendar = cohortCalendars[scope.cohort];
  const { observed, asOf } = scope;
  const first = observed === null ? 0 : calendar.indexOf(observed.from);
  const last = observed === null ? -1 : calendar.indexOf(asOf);
  const periods = last - first + 1;
  const cells = (periods * (periods + 1)) / 2;
  const counts = () => new Int32Array(cells);
  return {
    calendar,
    first,
    periods,
    complete: periods > 0 && calendar.end(last) > asOf ? periods - 1 : periods,
    size: new Int32Array(periods),
    active: counts(),
    firstReturn: counts(),
    latest: counts(),
    sales: new Float64Array(cells),
  };
}

/** Period of each day of the history, counted from the first. */
function periodsOfDays({ calendar, first, periods }: Cohorts, from: number, to: number): Int32Array {
  const ofDays = new Int32Array(to - from + 1);
  for (let period = 0; period < periods; period++) {
    const start = Math.max(0, calendar.start(first + period) - from);
    ofDays.fill(period, start, calendar.end(first + period) + 1 - from);
  }
  return ofDays;
}
