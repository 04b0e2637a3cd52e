import type { Cell, Table, Unit } from '../model/report.js';

/** A cohort as people read it: a row of cells, one a period after the first. */
export interface MatrixRow {
  readonly cohort: Cell;
  readonly size: Cell;
  /** By period. What is not in it, or null in it, has not been observed in full. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A long table of cohort and period, turned: one for each group (`--by`), or one alone. */
export interface Matrix {
  /** Cells of the columns `by` and `group`; empty without groups. */
  readonly group: readonly Cell[];
  readonly rows: readonly MatrixRow[];
  /** Periods of the cells, ascending, from the first one shown. */
  readonly periods: readonly number[];
  readonly unit: Unit;
}

const GROUPS = ['by', 'group'];

/**
 * Turns rows of (cohort, size, period, value) into one row a cohort, one matrix a group, all in the order of the rows.
 * Rates start at period 1: in period 0 everybody bought. Null when the table has no such columns.
 */
export function matricesOf(table: Table, value: string): readonly Matrix[] | null {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const [cohort, size, period, cell] = [at('cohort'), at('size'), at('period'), at(value)];
  if (period === -1 || cell === -1) return null;
  const unit = table.columns[cell]?.unit ?? 'number';
  const groups = new Map<string, Growing>();
  for (const row of table.rows) {
    const group = GROUPS.flatMap((key) => (at(key) === -1 ? [] : [row[at(key)] ?? null]));
    const growing = entry(groups, JSON.stringify(group), () => ({ group, rows: new Map() }));
    const name = row[cohort] ?? null;
    const cells = entry(growing.rows, String(name), () => ({
      cohort: name,
      size: row[size] ?? null,
      cells: new Map(),
    }));
    const after = row[period];
    if (typeof after === 'number' && (unit !== 'ratio' || after > 0)) cells.cells.set(after, row[cell] ?? null);
  }
  return [...groups.values()].map(({ group, rows }) => ({
    group,
    rows: [...rows.values()],
    periods: periodsOf([...rows.values()]),
    unit,
  }));
}

interface Growing {
  readonly group: readonly Cell[];
  readonly rows: Map<string, MatrixRow & { readonly cells: Map<number, Cell> }>;
}

/** Every period in which some cohort has a number. */
function periodsOf(rows: readonly MatrixRow[]): readonly number[] {
  const periods = new Set<number>();
  for (const { cells } of rows) for (const [period, cell] of cells) if (cell !== null) periods.add(period);
  return [...periods].sort((one, other) => one - other);
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** The matrix with the same group among others; a table without groups has one with none. */
export function sameGroup(matrices: readonly Matrix[] | null, { group }: Matrix): Matrix | undefined {
  const key = JSON.stringify(group);
  return matrices?.find((other) => JSON.stringify(other.group) === key);
}
