import type { Lang } from '../i18n/words.js';
import type { Cell, Column, Currency, Table } from '../model/report.js';
import { fixed } from '../util/decimal.js';
import { cellText, hasTenths } from './format.js';

/** Units whose cells are texts: they stand left, everything else right. */
export function isText({ unit }: Column): boolean {
  return unit === 'text' || unit === 'name';
}

/**
 * The rows of a table as people read them, cell by cell as on the terminal, however long the table: it is walked twice,
 * first for durations with a part of a day, which give their column a decimal.
 */
export function* rowsAsTexts(table: Table, lang: Lang, currency: Currency): Generator<readonly string[]> {
  const tenths = columnsWithTenths(table);
  for (const row of table.rows) {
    yield table.columns.map(({ key, unit }, at) => {
      const cell: Cell = row[at] ?? null;
      if (tenths.has(at) && typeof cell === 'number') return fixed(cell, 1);
      return cellText(cell, unit, lang, currency, { table: table.id, column: key });
    });
  }
}

/** Positions of the columns of durations that are not all whole days. */
export function columnsWithTenths({ columns, rows }: Table): ReadonlySet<number> {
  const days = columns.flatMap(({ unit }, at) => (unit === 'days' ? [at] : []));
  const found = new Set<number>();
  if (days.length === 0) return found;
  for (const row of rows) {
    for (const at of days) if (hasTenths(row[at] ?? null)) found.add(at);
    if (found.size === days.length) break;
  }
  return found;
}
