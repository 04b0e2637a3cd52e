import type { Cell, Table } from '../../model/report.js';
import { sanitise } from '../../util/sanitise.js';
import { wrap } from '../../util/wrap.js';
import { onPage, valueLabel } from '../labels.js';
import { type Canvas, clipped } from './canvas.js';
import type { Place } from './places.js';
import { titleLines } from './section.js';
import { INDENT } from './table-lines.js';

/** Which column was taken for what, in sentences: sheets with the same columns once, the unused ones run together. */
export function columnRoles(canvas: Canvas, table: Table, place: Place): readonly string[] {
  const sheets = new Map<string, { used: string[]; unused: string[] }>();
  const comma = onPage('list.comma', canvas.lang);
  for (const row of table.rows) {
    const [file, sheet, , header, field] = row.map((cell: Cell) => String(cell ?? ''));
    const name = [file, sheet].filter((part) => part !== '').join(' ');
    const roles = sheets.get(name) ?? { used: [], unused: [] };
    sheets.set(name, roles);
    const shown = sanitise(header!.trim() === '' ? `#${String(row[2] ?? '')}` : header!.trim());
    if (field === '') roles.unused.push(shown);
    else roles.used.push(`${valueLabel(field!, canvas.lang, { table: table.id, column: 'field' })} ← ${shown}`);
  }
  const groups = new Map<string, string[]>();
  for (const [name, { used, unused }] of sheets) {
    const texts = [
      onPage('roles.used', canvas.lang, { columns: used.join(comma) }),
      ...(unused.length === 0 ? [] : [onPage('roles.unused', canvas.lang, { columns: unused.join(comma) })]),
    ];
    const key = JSON.stringify(texts);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const lines = [...groups].flatMap(([key, names]) => [
    INDENT + clipped(canvas, sanitise(names.join(comma)), canvas.width - INDENT.length),
    ...(JSON.parse(key) as string[]).flatMap((text) =>
      wrap(text, canvas.width - 2 * INDENT.length).map((line) => INDENT + INDENT + canvas.paint.quiet(line)),
    ),
  ]);
  return [...titleLines(canvas, table, place), ...lines];
}
