import type { Note, Window } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { knowsCustomers } from '../period.js';
import { isLeftTruncated } from '../returning-window.js';
import { note } from './note.js';

/** Said where "new" cannot be believed: the files begin too late before the days. */
export function newnessNotes({ scope, ...input }: AnalysisInput, window: Window | null): readonly Note[] {
  if (window === null || scope.observed === null || !knowsCustomers({ scope, ...input })) return [];
  if (!isLeftTruncated(scope, window)) return [];
  const first = isoDay(scope.historyStart ?? scope.observed.from);
  return [note('warning', 'left-truncated', { first, from: isoDay(window.from), to: isoDay(window.to) })];
}
