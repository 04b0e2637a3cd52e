import type { Window } from '../model/report.js';
import { monthEnd, monthOf, monthStart } from '../util/calendar.js';

/**
 * The period before a window: the calendar month, quarter or year before if the window is exactly one, else as many
 * days directly before it.
 */
export function windowBefore(window: Window): Window {
  const months = calendarMonths(window);
  if (months !== null) return { from: monthStart(monthOf(window.from) - months), to: window.from - 1 };
  return { from: 2 * window.from - window.to - 1, to: window.from - 1 };
}

/** The period before a window; null when it starts before the first valid order. */
export function observedBefore(window: Window, observed: Window | null): Window | null {
  const before = windowBefore(window);
  return observed !== null && before.from >= observed.from ? before : null;
}

/** 1, 3 or 12 if the window is one calendar month, quarter or year; else null. */
function calendarMonths(window: Window): 1 | 3 | 12 | null {
  const first = monthOf(window.from);
  const last = monthOf(window.to);
  if (window.from !== monthStart(first) || window.to !== monthEnd(last)) return null;
  const months = last - first + 1;
  if (months !== 1 && months !== 3 && months !== 12) return null;
  return first % months === 0 ? months : null;
}
