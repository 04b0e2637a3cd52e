import { NONE } from '../../model/orders.js';
import type { Note } from '../../model/report.js';
import type { AnalysisInput } from '../metric.js';
import { daysAsked, rowsIn } from '../period.js';
import { note } from './note.js';

/** How many orders of the window have unknown units, if some have and others have not. */
export function unitsNotes(input: AnalysisInput): readonly Note[] {
  const rows = rowsIn(input, daysAsked(input.scope));
  let unknown = 0;
  const { units } = input.orders;
  for (let at = 0; at < rows.length; at++) if (units[rows[at]!] === NONE) unknown++;
  if (unknown === 0) return [];
  if (unknown === rows.length) return [note('info', 'units-unknown')];
  return [note('warning', 'units-partly-known', { unknown, orders: rows.length })];
}
