import type { Note } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput, Scope } from '../metric.js';
import { windowBefore } from '../previous-window.js';
import { note } from './note.js';

/** What the window and the period before it leave out. */
export function windowNotes({ scope }: AnalysisInput): readonly Note[] {
  const { window, previous, asOf, observed } = scope;
  if (window === null || observed === null) return [];
  const notes: Note[] = [];
  if (asOf < window.to) notes.push(note('info', 'window-not-over', { to: isoDay(window.to), asOf: isoDay(asOf) }));
  const days = previous ?? windowBefore(window);
  const params = { from: isoDay(days.from), to: isoDay(days.to), first: isoDay(observed.from) };
  notes.push(previous === null ? note('info', 'previous-missing', params) : note('info', 'previous-window', params));
  return notes;
}

/** Said below numbers that a window does not bound. */
export function wholeHistoryNotes({ window, observed }: Scope): readonly Note[] {
  if (window === null || observed === null) return [];
  return [note('info', 'whole-history', { from: isoDay(observed.from), to: isoDay(observed.to) })];
}

/** Said where customers first seen before `--history-start` are left out. */
export function historyStartNotes({ historyStart, observed }: Scope): readonly Note[] {
  if (historyStart === null || observed === null || historyStart <= observed.from) return [];
  return [note('info', 'history-start', { from: isoDay(historyStart) })];
}
