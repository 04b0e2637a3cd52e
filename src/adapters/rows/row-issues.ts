import type { ReadContext } from './read-context.js';
import { timeFields } from './ready-columns.js';
import {
  AMBIGUOUS_CELL,
  CELL,
  DAMAGED_CELL,
  ERROR_CELL,
  evidenceText,
  isBad,
  type StagedColumn,
  VALUE_CELL,
} from './staged-column.js';

/** What is wrong with a bad cell: a key of `i18n/issues`. */
export function cellProblem(column: StagedColumn, row: number): string {
  const state = column.states[row]! & CELL;
  const { field } = column.mapped;
  if (state === VALUE_CELL) return field === 'currency' ? 'currency-unknown' : 'status-unknown';
  if (state === ERROR_CELL) return 'cell-error';
  if (state === AMBIGUOUS_CELL) return 'time-ambiguous';
  if (state === DAMAGED_CELL) return field === 'order' ? 'order-id-damaged' : 'id-damaged';
  if (timeFields.some(([name]) => name === field)) return 'time-unreadable';
  return field === 'quantity' ? 'count-unreadable' : 'amount-unreadable';
}

/** Reports a bad cell, or a value nobody knows, whose text is then `text`. Returns the problem. */
export function reportCell(
  context: ReadContext,
  column: StagedColumn,
  row: number,
  line: number,
  done: 'rejected' | 'kept',
  text: string | null = null,
): string {
  const { file, sheet, options, issues } = context;
  const problem = cellProblem(column, row);
  issues.add(problem, () => ({
    file,
    sheet,
    line,
    column: column.mapped.header,
    got: isBad(column.states[row]!)
      ? evidenceText(column.values[row]!)
      : `text, ${[...(text ?? '')].length} characters`,
    value: options.showValues ? (column.shown?.get(row) ?? text) : null,
    done,
  }));
  return problem;
}

/** Reports a row that is wrong as a whole. */
export function reportRow(context: ReadContext, problem: string, line: number, got: string): void {
  const { file, sheet, issues } = context;
  issues.add(problem, () => ({ file, sheet, line, column: null, got, value: null, done: 'rejected' }));
}
