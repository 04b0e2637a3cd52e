import type { Cell, Table } from '../../model/report.js';
import type { Place } from './places.js';

/** The rows of a table that the page shows, and how many there are. */
export interface ShownRows {
  readonly rows: readonly (readonly Cell[])[];
  readonly count: number;
  /** Whether the shown ones are a choice, not the first. */
  readonly chosen: boolean;
}

/** No table on a screen has more rows: laying out more would take long, and nobody reads them there. */
const MOST = 200;

/** Walks the table once and keeps only what is shown. */
export function shownRows(table: Table, place: Place): ShownRows {
  const most = Math.min(place.rows ?? MOST, MOST);
  const column = table.columns.findIndex(({ key }) => key === place.only?.column);
  const rows: (readonly Cell[])[] = [];
  let count = 0;
  for (const row of table.rows) {
    count += 1;
    if (rows.length < most && isWanted(row[column] ?? null, column, place)) rows.push(row);
  }
  return { rows, count, chosen: column !== -1 };
}

function isWanted(cell: Cell, column: number, place: Place): boolean {
  if (column === -1 || place.only === undefined) return true;
  const value = typeof cell === 'object' ? cell?.value : cell;
  return typeof value === 'number' && place.only.values.includes(value);
}
