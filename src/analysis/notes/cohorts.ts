import type { Note } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { knowsCustomers } from '../period.js';
import { customerNotes } from './customers.js';
import { note } from './note.js';
import { historyStartNotes, wholeHistoryNotes } from './window.js';

/** What cohorts rest on: customers, the whole history, and that the oldest may hold customers who are older still. */
export function cohortNotes(input: AnalysisInput): readonly Note[] {
  const { scope } = input;
  if (scope.observed === null || !knowsCustomers(input)) return customerNotes(input, scope.observed);
  const oldest = { first: isoDay(scope.observed.from) };
  return [
    ...customerNotes(input, scope.observed),
    ...wholeHistoryNotes(scope),
    ...(scope.historyStart === null ? [note('info', 'oldest-cohorts', oldest)] : historyStartNotes(scope)),
  ];
}
