import type { Note } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { knowsCustomers } from '../period.js';
import { customerNotes } from './customers.js';
import { note } from './note.js';
import { wholeHistoryNotes } from './window.js';

/** What numbers by days since the last purchase rest on. */
export function lapseNotes(input: AnalysisInput): readonly Note[] {
  return [...customerNotes(input, input.scope.observed), ...wholeHistoryNotes(input.scope)];
}

/** Said where nobody can have lapsed yet, and old customers look new: the first L days of the history. */
export function earlyDaysNotes(input: AnalysisInput): readonly Note[] {
  const { observed, lapsedAfter } = input.scope;
  if (observed === null || !knowsCustomers(input)) return [];
  return [note('info', 'early-days', { first: isoDay(observed.from), days: lapsedAfter })];
}
