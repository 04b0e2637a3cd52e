import type { Lang } from '../i18n/words.js';
import type { Cell, Column, Table } from '../model/report.js';
import { cohortTexts } from './cohort-name.js';
import { onPage } from './labels.js';
import { type Matrix, type MatrixRow, matricesOf, sameGroup } from './matrix.js';

/** A table turned for people: cohorts down, periods across, the weighted mean last. */
export interface MatrixTable {
  /** Id of the table it was made from. */
  readonly id: string;
  /** The column whose cells stand in it. */
  readonly value: string;
  /** Keys of the columns before the periods. */
  readonly starts: readonly string[];
  readonly periods: readonly number[];
  readonly unit: Column['unit'];
  /** Rows that are cohorts, from the first; below them stands their mean. With groups all rows. */
  readonly cohorts: number;
  readonly rows: readonly { readonly starts: readonly Cell[]; readonly cells: readonly Cell[] }[];
}

/** The column of each turned table that people look at. */
const turned: Readonly<Record<string, string>> = { retention: 'rate' };

/** The table turned, null where it stays long. Groups, if any, come first in each row. */
export function turnedTable(table: Table, tables: readonly Table[], lang: Lang): MatrixTable | null {
  const value = Object.hasOwn(turned, table.id) ? turned[table.id] : undefined;
  const matrices = value === undefined ? null : matricesOf(table, value);
  if (value === undefined || matrices === null || matrices.length === 0) return null;
  const mean = tables.find(({ id }) => id === `${table.id}-mean`);
  const means = mean === undefined ? null : matricesOf(mean, value);
  const periods = [...new Set(matrices.flatMap((matrix) => matrix.periods))].sort((one, other) => one - other);
  const groups = table.columns.filter(({ key }) => key === 'by' || key === 'group').map(({ key }) => key);
  const rows = matrices.flatMap((matrix) => rowsOf(matrix, sameGroup(means, matrix)?.rows[0], periods, lang));
  return {
    id: table.id,
    value,
    starts: [...groups, 'cohort', 'size'],
    periods,
    unit: matrices[0]?.unit ?? 'number',
    cohorts: matrices.length === 1 ? (matrices[0]?.rows.length ?? 0) : rows.length,
    rows,
  };
}

function rowsOf(matrix: Matrix, mean: MatrixRow | undefined, periods: readonly number[], lang: Lang) {
  const names = cohortTexts(matrix.rows.map(({ cohort }) => cohort));
  const cellsOf = ({ cells }: MatrixRow) => periods.map((period) => cells.get(period) ?? null);
  const last = { starts: [...matrix.group, onPage('mean', lang), null] };
  return [
    ...matrix.rows.map((row, at) => ({ starts: [...matrix.group, names[at] ?? '', row.size], cells: cellsOf(row) })),
    ...(mean === undefined ? [] : [{ ...last, cells: cellsOf(mean) }]),
  ];
}
