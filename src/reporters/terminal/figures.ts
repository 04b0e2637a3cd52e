import type { Cell, Quantity, Table } from '../../model/report.js';
import { briefly, roughly, type Writer } from '../format.js';
import { onPage, valueLabel } from '../labels.js';
import { type Canvas, shown } from './canvas.js';

/** One key figure in words and digits. */
export interface Figure {
  readonly metric: string;
  readonly label: string;
  /** Null when it cannot be computed. */
  readonly value: string | null;
  /** The same, large sums in 万 or k. */
  readonly brief: string;
  /** What it was made from: `1,139 / 2,357`; '' for plain sums. */
  readonly base: string;
  /** The same number of the period before, with the word; '' where there is none. */
  readonly previous: string;
}

/** The rows of a table of metrics (metric, value, numerator, denominator, previous) as figures. */
export function figuresOf(canvas: Canvas, table: Table): readonly Figure[] {
  const at = (row: readonly Cell[], key: string): Cell =>
    row[table.columns.findIndex((column) => column.key === key)] ?? null;
  const figures: Figure[] = [];
  for (const row of table.rows) {
    const metric = String(at(row, 'metric') ?? '');
    const value = at(row, 'value');
    const previous = at(row, 'previous');
    figures.push({
      metric,
      label: valueLabel(metric, canvas.lang, { table: table.id, column: 'metric' }),
      value: value === null ? null : shown(canvas, value, 'any'),
      brief: short(canvas, value, briefly),
      base: baseText(canvas, at(row, 'numerator'), at(row, 'denominator')),
      previous:
        previous === null ? '' : onPage('tile.previous', canvas.lang, { value: short(canvas, previous, briefly) }),
    });
  }
  return figures;
}

function baseText(canvas: Canvas, numerator: Cell, denominator: Cell): string {
  if (numerator === null && denominator === null) return '';
  const below = short(canvas, denominator, roughly);
  return numerator === null ? `n = ${below}` : `${short(canvas, numerator, roughly)} / ${below}`;
}

function short(canvas: Canvas, cell: Cell, writers: Readonly<Record<Quantity['unit'], Writer>>): string {
  if (cell === null || typeof cell !== 'object') return shown(canvas, cell, 'any');
  return writers[cell.unit](cell.value, canvas.lang, canvas.currency);
}
