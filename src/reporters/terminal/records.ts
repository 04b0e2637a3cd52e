import type { Cell, Table } from '../../model/report.js';
import { columnLabel } from '../labels.js';
import { type Canvas, clipped, shown } from './canvas.js';
import { figureList } from './figure-list.js';
import type { Place } from './places.js';
import { shownRows } from './rows.js';
import { section, titleLines } from './section.js';
import { INDENT } from './table-lines.js';

/** More rows than this are a table again. */
const MOST = 4;

/** Wide rows, one block each: the names it begins with as a heading, the other cells as a list. Empty cells are left out. */
export function records(canvas: Canvas, table: Table, place: Place): readonly string[] {
  const { rows } = shownRows(table, place);
  if (rows.length > MOST) return section(canvas, table, { ...place, hideEmpty: true });
  return [...titleLines(canvas, table, place), ...rows.flatMap((row) => recordLines(canvas, table, row))];
}

function recordLines(canvas: Canvas, table: Table, row: readonly Cell[]): readonly string[] {
  const names: string[] = [];
  const leading = table.columns.findIndex(({ unit }) => unit !== 'name');
  const figures = table.columns.flatMap(({ key, unit }, index) => {
    const cell = row[index] ?? null;
    if (cell === null || cell === '') return [];
    const value = shown(canvas, cell, unit, { table: table.id, column: key });
    if (unit === 'name' && (index < leading || leading === -1)) {
      names.push(value);
      return [];
    }
    return [
      { metric: key, label: columnLabel(key, canvas.lang, table.id), value, brief: value, base: '', previous: '' },
    ];
  });
  const heading =
    names.length === 0 ? [] : [INDENT + clipped(canvas, names.join(INDENT), canvas.width - INDENT.length)];
  return [...heading, ...figureList(canvas, figures)];
}
