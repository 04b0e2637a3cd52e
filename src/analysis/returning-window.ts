import type { Window } from '../model/report.js';
import { addMonths } from '../util/calendar.js';
import { completeMonths, monthWindow } from './complete-months.js';
import type { Scope } from './metric.js';

/** The days the returning share is about: the window, else the last complete calendar month; null without one. */
export function returningWindow(scope: Scope): Window | null {
  if (scope.window !== null) return scope.window;
  const months = completeMonths(scope.observed);
  return months === null ? null : monthWindow(months.last);
}

/**
 * Whether the files begin too late before a window to tell new customers from old ones: less than 12 months of
 * history before it, or than the days of `--old-window`. From `--history-start` on "new" is believed as it is.
 */
export function isLeftTruncated(scope: Scope, window: Window): boolean {
  if (scope.oldWindow !== null) return scope.observed === null || scope.observed.from > window.from - scope.oldWindow;
  if (scope.historyStart !== null) return window.from < scope.historyStart;
  return scope.observed === null || scope.observed.from > addMonths(window.from, -12);
}
