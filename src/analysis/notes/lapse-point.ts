import type { Note } from '../../model/report.js';
import { lapsePointOf } from '../lapse-day.js';
import type { AnalysisInput } from '../metric.js';
import { knowsCustomers } from '../period.js';
import { note } from './note.js';

/** Where the lapse point comes from, and the rule of thumb beside it. */
export function lapsePointNotes(input: AnalysisInput): readonly Note[] {
  if (input.scope.observed === null || !knowsCustomers(input)) return [];
  const { days, closed, open, estimated } = lapsePointOf(input);
  return [note('info', estimated ? 'lapse-point-estimated' : 'lapse-point-default', { days, closed, open })];
}
