import type { Cell, Column, Currency, Table } from '../../model/report.js';
import { cellNumber, numberFormat } from './formats.js';
import { xlsxStream } from './stream.js';
import { exactCellText } from './text.js';

/**
 * A table for programs as a workbook: keys in the first row, words as keys, amounts without a currency sign, days and
 * times as date cells. A text that begins with `'` or `=` gets a `'` before it, which reading takes off again. Streams.
 */
export function machineSheet({ id, columns, rows }: Table, currency: Currency): AsyncGenerator<Uint8Array> {
  return xlsxStream({
    name: id,
    header: columns.map(({ key }) => key),
    columns: columns.map(({ unit }) => ({ format: formatOf(unit, currency), width: unit === 'time' ? 19 : 12 })),
    text: exactCellText,
    rows: cells(rows, columns, currency),
  });
}

function formatOf(unit: Column['unit'], currency: Currency): string | null {
  if (unit === 'count' || unit === 'number') return null;
  if (unit !== 'money') return numberFormat(unit, currency);
  return currency.decimals === 0 ? '0' : `0.${'0'.repeat(currency.decimals)}`;
}

function* cells(
  rows: Table['rows'],
  columns: readonly Column[],
  currency: Currency,
): Generator<readonly (string | number | null)[]> {
  for (const row of rows) yield columns.map(({ unit }, at) => value(row[at] ?? null, unit, currency));
}

function value(cell: Cell, unit: Column['unit'], currency: Currency): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return /^['=]/.test(cell) ? `'${cell}` : cell;
  if (typeof cell === 'number') return cellNumber(cell, unit, currency);
  return cellNumber(cell.value, cell.unit, currency);
}
