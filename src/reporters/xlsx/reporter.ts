import type { Cell, Report, Table } from '../../model/report.js';
import { chosenTable } from '../chosen-table.js';
import { onPage, tableTitle } from '../labels.js';
import { turnedTable } from '../matrix-table.js';
import type { Reporter, Style } from '../reporter.js';
import { withSubtotal } from '../subtotal.js';
import { columnsWithTenths } from '../table-texts.js';
import { numberFormat } from './formats.js';
import { machineSheet } from './machine-sheet.js';
import { notesSheet } from './notes-sheet.js';
import { cellWriter, headerOf, matrixSheet, type PlainSheet, tableSheet, widthsOf } from './sheet.js';
import { xlsxStream } from './stream.js';
import { workbook } from './workbook.js';

/** A list up to this many rows is a workbook with filters and notes; a longer one is streamed. */
const SHORT = 2_000;

/**
 * A workbook in the reader's language: real numbers with formats, days as date cells, everything out of files as text.
 * One sheet a table (the main one first, cohorts turned and long), then one with definitions and notes. A report of one
 * table, the list of customers, or `style.table`: that table alone; a long list is streamed and goes on in a further
 * sheet where Excel's rows end.
 */
export const xlsxReporter: Reporter = {
  id: 'xlsx',
  title: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  extensions: ['xlsx'],
  write: (report, style) => {
    const isList = style.table !== null || report.main === 'customers' || report.tables.length === 1;
    return isList ? list(report, style) : whole(report, style);
  },
};

async function* whole(report: Report, style: Style): AsyncGenerator<Uint8Array> {
  yield await workbook(
    [...sheetsOf(report, style, ''), ...others(report, style), notesSheet(report, style.lang, style.showValues)],
    report.asOf ?? 0,
  );
}

function others(report: Report, style: Style): readonly PlainSheet[] {
  return report.others.flatMap((other) => sheetsOf(other, style, `${other.currency.code} `));
}

function sheetsOf(report: Report, { lang }: Style, prefix: string): readonly PlainSheet[] {
  const main = report.tables.filter(({ id }) => id === report.main);
  const rest = report.tables.filter(({ id }) => id !== report.main);
  return [...main, ...rest].flatMap((table) => {
    const long = tableSheet(withSubtotal(table), report, lang);
    const turned = turnedTable(table, report.tables, lang);
    if (turned === null) return [{ ...long, name: prefix + long.name }];
    const name = prefix + onPage('long', lang, { table: tableTitle(table.id, lang) });
    return [matrixSheet(turned, report, lang, prefix + long.name), { ...long, name }];
  });
}

async function* list(report: Report, style: Style): AsyncGenerator<Uint8Array> {
  const table = chosenTable(report, style);
  if (table.machine === true) yield* machineSheet(table, report.currency);
  else if (isShort(table)) yield* whole({ ...report, tables: [table], main: table.id, others: [] }, style);
  else yield* streamed(table, report, style);
}

function isShort({ rows }: Table): boolean {
  let count = 0;
  for (const _ of rows) {
    count += 1;
    if (count > SHORT) return false;
  }
  return true;
}

/** Formats by column; widths by the first rows. */
async function* streamed(table: Table, report: Report, { lang }: Style): AsyncGenerator<Uint8Array> {
  const tenths = columnsWithTenths(table);
  const header = headerOf(table, lang);
  const write = cellWriter(table, report.currency, lang);
  const first = tableSheet({ ...table, rows: head(table.rows) }, report, lang);
  const formats = table.columns.map(({ unit }, at) => numberFormat(unit, report.currency, tenths.has(at)));
  const widths = widthsOf(
    header,
    table.columns.map((_, at) => ['0'.repeat(first.widths[at] ?? 0)]),
  );
  yield* xlsxStream({
    name: tableTitle(table.id, lang),
    header,
    columns: formats.map((format, at) => ({ format, width: widths[at] ?? 0 })),
    rows: values(table.rows, write),
  });
}

function* values(
  rows: Table['rows'],
  write: ReturnType<typeof cellWriter>,
): Generator<readonly (string | number | null)[]> {
  for (const row of rows) yield write(row).map(({ value }) => value);
}

function head(rows: Table['rows']): readonly (readonly Cell[])[] {
  const found: (readonly Cell[])[] = [];
  for (const row of rows) {
    if (found.length === SHORT) break;
    found.push(row);
  }
  return found;
}
