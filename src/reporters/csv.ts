import type { Cell, Column, Currency, Report, Table } from '../model/report.js';
import { chosenTable } from './chosen-table.js';
import { machineCell } from './machine.js';
import { inPieces } from './pieces.js';
import type { Reporter, Style } from './reporter.js';

/**
 * One table as CSV: `style.table`, else the report's main one, of the report's first currency. RFC 4180 quoting, UTF-8,
 * with a byte order mark when asked. Lines end in LF, on the screen and in files alike: spreadsheets read both, and
 * `cut`, `sort` and `diff` want it. The header holds column keys. Money is in major units with all decimals of its
 * currency (`12.30`), dates ISO, empty = cannot be computed (an empty text is `""`).
 */
export const csvReporter: Reporter = {
  id: 'csv',
  title: { zh: 'CSV（一张表）', en: 'CSV (one table)' },
  extensions: ['csv'],
  write: (report, style) => inPieces(csvLines(report, style)),
};

function* csvLines(report: Report, style: Style): Generator<string> {
  const table: Table = chosenTable(report, style);
  if (style.bom) yield '\ufeff';
  yield line(table.columns.map(({ key }, index) => quoted(index === 0 ? key.replace(/^ID/, 'id') : key)));
  for (const row of table.rows) {
    yield line(table.columns.map((column, index) => field(row[index] ?? null, column, report.currency, style.raw)));
  }
}

function line(fields: readonly string[]): string {
  return `${fields.join(',')}\n`;
}

function field(cell: Cell, column: Column, currency: Currency, raw: boolean): string {
  const written = machineCell(cell, column.unit, currency);
  if (written === null) return '';
  if ('number' in written) return written.number;
  const isDate = typeof cell !== 'string';
  return quoted(raw || isDate ? written.text : guarded(written.text));
}

/** Blanks, quotes and invisible characters a spreadsheet may skip before it sees a formula. */
const FORMULA = /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff"'\u2018-\u201f]*[=+\-@＝＋－＠]|^['\t\r\n]/u;

/**
 * A text that a spreadsheet could take for a formula, or that begins with `'` itself, with `'` before it. Reading our
 * own CSV takes exactly one such `'` off again. Only texts come here: numbers and dates are never touched.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A text as a CSV cell: in quotes unless it is plain. */
export function quoted(text: string): string {
  return /^[A-Za-z0-9._-]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
