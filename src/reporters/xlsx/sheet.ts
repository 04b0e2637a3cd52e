import type { Lang } from '../../i18n/words.js';
import type { Cell, Column, Currency, Report, Table } from '../../model/report.js';
import { widthOf } from '../../util/width.js';
import { cellText as peopleText } from '../format.js';
import { columnLabel, tableTitle, valueLabel } from '../labels.js';
import type { MatrixTable } from '../matrix-table.js';
import { columnsWithTenths } from '../table-texts.js';
import { cellNumber, numberFormat } from './formats.js';
import { cellText } from './text.js';

/** A cell of a sheet: a text, a number with its format, nothing. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly format: string | null;
}

/** A sheet with a header in its first row. */
export interface PlainSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** In characters; Chinese ones count two. */
  readonly widths: readonly number[];
  /** Columns (from, to) and number of rows that are shaded from few to many; null without. */
  readonly shaded: readonly [from: number, to: number, rows: number] | null;
}

const NARROWEST = 8;
const WIDEST = 60;
/** Room for the button of the filter. */
const BUTTON = 3;

/** A table as a sheet: labels of the reader's language, real numbers, texts of files as they are. */
export function tableSheet(table: Table, report: Report, lang: Lang): PlainSheet {
  const header = headerOf(table, lang);
  const write = cellWriter(table, report.currency, lang);
  const rows = [...table.rows].map(write);
  const texts = table.columns.map(({ unit }, at) => rows.map((row) => shownText(row[at], unit, lang, report.currency)));
  return { name: tableTitle(table.id, lang), header, rows, widths: widthsOf(header, texts), shaded: null };
}

/** A turned table as a sheet: a row a cohort, a column a period, shaded; what is not over is blank. */
export function matrixSheet(matrix: MatrixTable, { currency }: Report, lang: Lang, name: string): PlainSheet {
  const header = [
    ...matrix.starts.map((key) => columnLabel(key, lang, matrix.id)),
    ...matrix.periods.map((period) => `+${period}`),
  ];
  const format = numberFormat(matrix.unit, currency);
  const rows = matrix.rows.map(({ starts, cells }) => [
    ...starts.map((cell) => start(cell, lang)),
    ...cells.map((cell) => ({
      value: typeof cell === 'number' ? cellNumber(cell, matrix.unit, currency) : null,
      format,
    })),
  ]);
  const texts = header.map((_, at) => rows.map((row) => (typeof row[at]?.value === 'string' ? row[at].value : '')));
  const first = matrix.starts.length;
  return { name, header, rows, widths: widthsOf(header, texts), shaded: [first, header.length - 1, matrix.cohorts] };
}

function start(cell: Cell, lang: Lang): SheetCell {
  if (typeof cell === 'number') return { value: cell, format: '#,##0' };
  return { value: typeof cell === 'string' ? cellText(valueLabel(cell, lang)) : null, format: null };
}

/** The labels of a table's columns. */
export function headerOf(table: Table, lang: Lang): readonly string[] {
  return table.columns.map(({ key }) => cellText(columnLabel(key, lang, table.id)));
}

/** Turns rows of a table into cells, one by one. */
export function cellWriter(
  table: Table,
  currency: Currency,
  lang: Lang,
): (row: readonly Cell[]) => readonly SheetCell[] {
  const tenths = columnsWithTenths(table);
  const columns = table.columns.map((column, at) => ({
    column,
    format: numberFormat(column.unit, currency, tenths.has(at)),
  }));
  return (row) => columns.map(({ column, format }, at) => sheetCell(row[at] ?? null, column, format));

  function sheetCell(cell: Cell, column: Column, format: string | null): SheetCell {
    if (cell === null) return { value: null, format };
    if (typeof cell === 'string') return { value: cellText(textOf(cell, column)), format: null };
    if (typeof cell === 'number') return { value: cellNumber(cell, column.unit, currency), format };
    return {
      value: cellNumber(cell.value, cell.unit, currency),
      format: numberFormat(cell.unit, currency, !Number.isInteger(cell.value)),
    };
  }

  function textOf(cell: string, { key, unit }: Column): string {
    return unit === 'text' ? valueLabel(cell, lang, { table: table.id, column: key }) : cell;
  }
}

/** About what a cell looks like, for measuring. */
function shownText(cell: SheetCell | undefined, unit: Column['unit'], lang: Lang, currency: Currency): string {
  if (cell === undefined || cell.value === null) return '';
  if (typeof cell.value === 'string') return cell.value;
  if (cell.format === 'yyyy-mm-dd') return '0000-00-00';
  const isMoney = cell.format?.startsWith('"') === true;
  const minor = cell.value * 10 ** currency.decimals;
  return peopleText(isMoney ? Math.round(minor) : cell.value, isMoney ? 'money' : unit, lang, currency);
}

/** Columns as wide as what stands in them, the header with its filter button included. */
export function widthsOf(header: readonly string[], texts: readonly (readonly string[])[]): readonly number[] {
  return header.map((label, at) => {
    let widest = widthOf(label) + BUTTON;
    for (const text of texts[at] ?? []) widest = Math.max(widest, widthOf(text.slice(0, WIDEST)) + 1);
    return Math.min(WIDEST, Math.max(NARROWEST, widest));
  });
}
