import type { Window } from '../model/report.js';
import { monthEnd, monthOf, monthStart } from '../util/calendar.js';

/** Calendar months, counted from 1970-01, both ends included. */
export interface Months {
  readonly first: number;
  readonly last: number;
}

/** The calendar months that lie wholly within the days there is history of; null when none does. */
export function completeMonths(observed: Window | null): Months | null {
  if (observed === null) return null;
  const firstMonth = monthOf(observed.from);
  const lastMonth = monthOf(observed.to);
  const first = observed.from === monthStart(firstMonth) ? firstMonth : firstMonth + 1;
  const last = observed.to === monthEnd(lastMonth) ? lastMonth : lastMonth - 1;
  return first <= last ? { first, last } : null;
}

/** A calendar month as a window. */
export function monthWindow(month: number): Window {
  return { from: monthStart(month), to: monthEnd(month) };
}
