import type { Note } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { daysAsked } from '../period.js';
import { refundsByDay } from '../refund-day.js';
import { note } from './note.js';

/** Days after which most refunds of an order have come. */
const REFUND_DAYS = 15;

/** What refunds do to the numbers: unknown, still coming, counted by their own day. */
export function refundNotes(input: AnalysisInput): readonly Note[] {
  const { scope } = input;
  if (scope.observed === null) return [];
  if (!scope.refundsKnown) return [note('info', 'refunds-unknown')];
  const notes: Note[] = [];
  if (scope.refunds === 'refund-day') {
    const { unplaced } = refundsByDay(input, daysAsked(scope));
    notes.push(note('info', 'refund-day'));
    if (unplaced !== 0) notes.push(note('warning', 'refund-day-partly'));
  }
  const from = Math.max(scope.asOf - REFUND_DAYS + 1, scope.window?.from ?? scope.observed.from);
  const to = Math.min(scope.asOf, scope.window?.to ?? scope.asOf);
  if (from <= to) notes.push(note('info', 'refunds-still-coming', { from: isoDay(from), to: isoDay(to) }));
  return notes;
}
