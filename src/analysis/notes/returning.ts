import type { Note } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { knowsCustomers } from '../period.js';
import { isLeftTruncated, returningWindow } from '../returning-window.js';
import { newnessNotes } from './newness.js';
import { note } from './note.js';

/** Which days the returning share is about, whether "new" can be believed in them, and the benchmark if it can. */
export function returningNotes(input: AnalysisInput): readonly Note[] {
  const { scope } = input;
  if (scope.observed === null || !knowsCustomers(input)) return [];
  const window = returningWindow(scope);
  if (window === null) return [note('info', 'no-complete-month')];
  const days = { from: isoDay(window.from), to: isoDay(window.to) };
  const month = scope.window === null ? [note('info', 'returning-month', days)] : [];
  if (isLeftTruncated(scope, window)) return [...month, ...newnessNotes(input, window)];
  return [...month, note('info', 'returning-benchmark')];
}
