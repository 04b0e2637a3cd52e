import type { Cell, Table } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import { widthOf } from '../../util/width.js';
import { wrap } from '../../util/wrap.js';
import { columnLabel, onPage, tableSubtitle, tableTitle } from '../labels.js';
import { SUBTOTAL } from '../subtotal.js';
import { type Canvas, clipped, shown } from './canvas.js';
import { fitted, type Lane } from './fitted.js';
import { GAP } from './grid.js';
import { lanesOf } from './lanes.js';
import type { Place } from './places.js';
import { rowPainters } from './row-paint.js';
import { type ShownRows, shownRows } from './rows.js';
import { INDENT, NARROWEST_BAR, tableLines } from './table-lines.js';

/** A table under its title: header, rows, bars in the last column, and what is not shown of it. */
export function section(canvas: Canvas, table: Table, place: Place): readonly string[] {
  const found = shownRows(table, place);
  if (found.rows.length === 0)
    return [...titleLines(canvas, table, place), ...quietLines(canvas, [onPage('noRows', canvas.lang)])];
  const bars = barsOf(table, found.rows, place);
  const room = canvas.width - INDENT.length;
  const all = lanesOf(canvas, table, found.rows, place);
  const { lanes, hidden } = fitted(all, room - (bars === null || place.barFirst !== true ? 0 : barLeast(room)));
  return [
    ...titleLines(canvas, table, place),
    ...tableLines(canvas, lanes, bars, rowPainters(canvas, table, found.rows)),
    ...quietLines(canvas, [...moreText(canvas, found), ...hiddenText(canvas, hidden)]),
  ];
}

/** What the bars stand for, row by row; a subtotal has none. Null where the table has no bars. */
function barsOf(table: Table, rows: ShownRows['rows'], place: Place): readonly Cell[] | null {
  const bar = table.columns.findIndex(({ key }) => key === place.bar);
  if (bar === -1) return null;
  const name = table.columns.findIndex(({ key }) => key === 'class');
  return rows.map((row) => (row[name] === SUBTOTAL ? null : (row[bar] ?? null)));
}

/** What columns leave for bars that matter more than they do; nothing on a very narrow screen. */
function barLeast(room: number): number {
  return room >= 4 * NARROWEST_BAR ? NARROWEST_BAR + GAP.length : 0;
}

/** A few rows side by side: the first column is the header, each other column a line. A section where they do not fit. */
export function across(canvas: Canvas, table: Table, place: Place): readonly string[] {
  const found = shownRows(table, place);
  const first = table.columns[0];
  if (first === undefined || found.rows.length === 0) return section(canvas, table, place);
  const lines = lanesOf(canvas, table, found.rows, place).slice(1);
  const labels: Lane = lane(
    '',
    columnLabel(first.key, canvas.lang, table.id),
    lines.map(({ label }) => label),
    0,
  );
  const columns = found.rows.map((row, index) =>
    lane(
      String(index),
      shown(canvas, row[0] ?? null, first.unit, { table: table.id, column: first.key }),
      lines.map(({ cells }) => cells[index] ?? ''),
      index + 1,
    ),
  );
  const { lanes, hidden } = fitted(
    [{ ...labels, align: 'left', flexible: true }, ...columns],
    canvas.width - INDENT.length,
  );
  if (hidden.length > 0) return section(canvas, table, place);
  return [...titleLines(canvas, table, place), ...tableLines(canvas, lanes, null)];
}

function lane(key: string, label: string, cells: readonly string[], rank: number): Lane {
  return { key, label, cells, align: 'right', flexible: false, rank };
}

/** The title, bold, and beside it in grey what the numbers say and which days they are about. */
export function titleLines(canvas: Canvas, table: Table, place: Place): readonly string[] {
  const title = clipped(canvas, tableTitle(table.id, canvas.lang), canvas.width);
  const caption = [(place.caption ?? tableSubtitle(table.id))?.[canvas.lang] ?? '', windowText(canvas, table)]
    .filter((text) => text !== '')
    .join(INDENT);
  if (caption === '') return [canvas.paint.strong(title)];
  const beside = `${title}${INDENT}${caption}`;
  if (widthOf(beside) <= canvas.width) return [`${canvas.paint.strong(title)}${INDENT}${canvas.paint.quiet(caption)}`];
  return [canvas.paint.strong(title), ...quietLines(canvas, [caption])];
}

/** Explaining lines, wrapped and indented. */
export function quietLines(canvas: Canvas, texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    wrap(text, canvas.width - INDENT.length).map((line) => INDENT + canvas.paint.quiet(line)),
  );
}

function windowText({ lang, period }: Canvas, { window }: Table): string {
  if (window === null || (window.from === period?.from && window.to === period.to)) return '';
  return onPage('window', lang, { from: isoDay(window.from), to: isoDay(window.to) });
}

function moreText(canvas: Canvas, { rows, count, chosen }: ShownRows): readonly string[] {
  if (rows.length === count || chosen) return [];
  return [onPage('moreRows', canvas.lang, { rows: count, shown: rows.length })];
}

function hiddenText(canvas: Canvas, hidden: readonly Lane[]): readonly string[] {
  if (hidden.length === 0) return [];
  const columns = hidden.map(({ label }) => label).join(onPage('list.comma', canvas.lang));
  return [onPage('hidden', canvas.lang, { columns })];
}
