import type { Cell, Column, Table } from '../model/report.js';

/** The class of the subtotal row, in formats for people only. */
export const SUBTOTAL = 'active';

/**
 * The recency table as people read it: below `hot` and `warm` a row `active`, the two together. Counts, sums and shares
 * are added; means and rates are weighted by what they were made of (number of purchases and customers are whole);
 * intervals are left empty.
 * Other tables, and classes made of days (`--edges`), stay as they are.
 */
export function withSubtotal(table: Table): Table {
  const at = table.columns.findIndex(({ key }) => key === 'class');
  if (table.id !== 'recency' || at === -1) return table;
  return { ...table, rows: { [Symbol.iterator]: () => rowsWithSubtotal(table, at) } };
}

function* rowsWithSubtotal({ columns, rows }: Table, at: number): Generator<readonly Cell[]> {
  let before: readonly Cell[] | null = null;
  for (const row of rows) {
    yield row;
    if (row[at] === 'warm' && before?.[at] === 'hot') yield together(columns, at, before, row);
    before = row;
  }
}

function together(
  columns: readonly Column[],
  at: number,
  hot: readonly Cell[],
  warm: readonly Cell[],
): readonly Cell[] {
  const index = (key: string) => columns.findIndex((column) => column.key === key);
  const [customers, sales] = [index('customers'), index('sales')];
  const both = sum(hot[customers], warm[customers]);
  return columns.map(({ key, unit }, column): Cell => {
    const [one, other] = [hot[column] ?? null, warm[column] ?? null];
    if (column === at) return SUBTOTAL;
    if (key === 'from') return other;
    if (key === 'to' || unit === 'text' || unit === 'name') return one;
    if (key === 'low' || key === 'high') return null;
    if (key === 'perCustomer') return quotient(sum(hot[sales], warm[sales]), both);
    if (unit === 'number' || key === 'oneTimeShare') {
      return quotient(sum(whole(one, hot[customers]), whole(other, warm[customers])), both);
    }
    return sum(one, other);
  });
}

/** A mean or share times its number of customers: a whole number of purchases or people. */
function whole(mean: Cell, customers: Cell | undefined): Cell {
  if (customers === 0) return 0;
  return typeof mean === 'number' && typeof customers === 'number' ? Math.round(mean * customers) : null;
}

function sum(one: Cell | undefined, other: Cell | undefined): number | null {
  return typeof one === 'number' && typeof other === 'number' ? one + other : null;
}

function quotient(value: number | null, by: number | null): number | null {
  return value === null || by === null || by === 0 ? null : value / by;
}
