import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import type { Report } from '../../src/model/report.js';
import { csvReporter } from '../../src/reporters/csv.js';
import { jsonReporter } from '../../src/reporters/json.js';
import { markdownReporter } from '../../src/reporters/markdown.js';
import { ndjsonReporter } from '../../src/reporters/ndjson.js';
import { tableReporter } from '../../src/reporters/table.js';
import { placeOf } from '../../src/reporters/terminal/places.js';
import { xlsxReporter } from '../../src/reporters/xlsx/reporter.js';
import { churn, customerFlow, recency, retention, retentionMean } from './invented-cohorts.js';
import { inventedReport, plain, tableOf } from './invented-report.js';
import { isAmong, numbersIn } from './numbers-in.js';
import { written } from './written.js';

type Row = Readonly<Record<string, string | number | null>>;
interface JsonTable {
  readonly id: string;
  readonly columns: readonly { readonly key: string; readonly unit: string }[];
  readonly rows: readonly Row[];
}

const base = inventedReport();
const report: Report = {
  ...base,
  command: 'other',
  tables: [
    ...base.tables,
    retention(),
    retentionMean(),
    recency(),
    churn(),
    customerFlow(),
    tableOf('odd', 'who:name m:money p:price d:days n:number', [
      ['6226000000000000123', -5, -0.5, 1.25, 1 / 3],
      ['000', 0, 1e9 / 7, 3, -2.005],
    ]),
  ],
};
const tables: readonly JsonTable[] = JSON.parse(written(jsonReporter, report)).tables;
const numberKeys = ({ columns }: JsonTable) =>
  columns.filter(({ unit }) => !['text', 'name', 'date'].includes(unit)).map(({ key }) => key);

describe.each(tables.map((table) => [table.id, table] as const))('the numbers of %s', (id, table) => {
  test('in NDJSON are those of the JSON', () => {
    const lines = written(ndjsonReporter, report, { table: id }).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(table.rows);
    for (const line of lines) expect(Object.keys(JSON.parse(line))).toEqual(table.columns.map(({ key }) => key));
  });

  test('in CSV are those of the JSON', () => {
    const rows: Row[] = parse(written(csvReporter, report, { table: id, raw: true }), { columns: true });
    const read = rows.map((row) =>
      Object.fromEntries(table.columns.map(({ key, unit }) => [key, fromCsv(row[key], unit, table.rows, key)])),
    );
    expect(read).toEqual(table.rows);
  });

  test('in Markdown are those of the JSON after rounding', () => {
    const lines = written(markdownReporter, report, { table: id })
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2);
    if (id === 'retention')
      return expectMatrix(
        lines.map((line) => line.split(' | ')),
        table,
      );
    if (id === 'recency') lines.splice(2, 1);
    expect(lines).toHaveLength(table.rows.length);
    for (const [at, row] of table.rows.entries()) {
      const cells = (lines[at] ?? '').slice(2, -2).split(' | ');
      for (const [column, { key, unit }] of table.columns.entries()) {
        const exact = row[key] ?? null;
        if (exact === null) expect(cells[column]).toBe('–');
        else if (typeof exact === 'number' && !['text', 'name'].includes(unit))
          expect(isAmong(exact, numbersIn(cells[column] ?? '')), `${key}: ${cells[column]} is ${exact}`).toBe(true);
      }
    }
  });

  test('on the page are those of the JSON after rounding', () => {
    const place = placeOf('', id);
    const lines = written(tableReporter, report, { table: id, width: 500 }).split('\n');
    if (place.form === 'heat') {
      const rows = lines.filter((line) => /^ {2}20\d\d-\d\d /.test(line)).slice(0, 14);
      const shown = rows.map((line) => [line.slice(2, 9), '', ...line.slice(18).trim().split(/ +/)]);
      return expectMatrix(
        shown.map((cells) => cells.map((cell, at) => (at < 2 ? cell : `${cell}%`))),
        table,
        14,
      );
    }
    const left = [...(place.hide ?? []), ...(place.form === 'figures' ? ['low', 'high'] : [])];
    const keys = numberKeys(table).filter((key) => !left.includes(key));
    const only = place.only;
    const shown = table.rows.filter((row) => only === undefined || only.values.includes(Number(row[only.column])));
    const read = numbersIn(lines.join('\n'));
    for (const row of shown.slice(0, place.rows ?? 200)) {
      const line = lines.find((one) => numbersOf(row, keys).every((exact) => isAmong(exact, numbersIn(one))));
      const isSection = place.form === 'section' || place.form === 'coverage';
      if (isSection) expect(line, JSON.stringify(row)).toBeDefined();
      else for (const exact of numbersOf(row, keys)) expect(isAmong(exact, read), `${id} ${exact}`).toBe(true);
    }
  });

  test('in a workbook are those of the JSON, exactly', async () => {
    const book = await bookOf({ table: id });
    const sheet = book.Sheets[book.SheetNames[id === 'retention' ? 1 : 0] ?? ''];
    if (sheet === undefined) throw new Error(`no sheet of ${id}`);
    const rows: unknown[][] = xlsx.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null, blankrows: true });
    if (id === 'recency') rows.splice(3, 1);
    expect(rows).toHaveLength(table.rows.length + 1);
    for (const [at, row] of table.rows.entries()) {
      for (const [column, { key, unit }] of table.columns.entries()) {
        const [exact, cell] = [row[key] ?? null, rows[at + 1]?.[column] ?? null];
        if (exact === null || typeof exact === 'number') expect(cell, key).toBe(exact);
        else if (unit === 'date') expect(isoOf(cell)).toBe(exact);
        else if (unit === 'name') expect(cell).toBe(exact);
      }
    }
  });
});

test('the turned sheet of a workbook has the rates of the JSON and blanks where a period is not over', async () => {
  const book = await bookOf({});
  const rows: unknown[][] = xlsx.utils.sheet_to_json(book.Sheets['留存']!, { header: 1, raw: true, defval: null });
  const table = tables.find(({ id }) => id === 'retention')!;
  const rates = new Map(table.rows.map((row) => [`${row['cohort']} ${row['period']}`, row['rate'] ?? null]));
  for (const row of rows.slice(1, -1)) {
    for (const [at, cell] of row.entries()) if (at > 1) expect(cell).toBe(rates.get(`${row[0]} ${at - 1}`));
  }
  expect(rows.at(-1)?.slice(2)).toEqual(
    tables
      .find(({ id }) => id === 'retention-mean')!
      .rows.slice(1)
      .map((row) => row['rate']),
  );
});

function numbersOf(row: Row, keys: readonly string[]): readonly number[] {
  return keys.map((key) => row[key]).filter((cell): cell is number => typeof cell === 'number');
}

/** Cohorts down, periods across: cohort, size, +1, +2 … */
function expectMatrix(lines: readonly (readonly string[])[], table: JsonTable, last?: number): void {
  const names = [...new Set(table.rows.map((row) => row['cohort']))].slice(-(last ?? Number.POSITIVE_INFINITY));
  for (const [at, name] of names.entries()) {
    const cells = lines[at] ?? [];
    expect(cells[0]).toContain(String(name));
    for (const row of table.rows.filter(({ cohort }) => cohort === name)) {
      const [period, rate] = [Number(row['period']), row['rate']];
      if (period === 0) continue;
      const read = numbersIn(cells[period + 1] ?? '');
      if (typeof rate === 'number') expect(isAmong(rate, read), `${name} +${period} is ${rate}`).toBe(true);
      else expect(read).toEqual([]);
    }
  }
}

function fromCsv(cell: unknown, unit: string, rows: readonly Row[], key: string): string | number | null {
  if (cell === '') return null;
  const isNumber = !['text', 'name', 'date'].includes(unit) || rows.some((row) => typeof row[key] === 'number');
  return isNumber ? Number(cell) : String(cell);
}

function isoOf(serial: unknown): string {
  const { y, m, d } = xlsx.SSF.parse_date_code(Number(serial));
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

async function bookOf(style: Partial<typeof plain>): Promise<xlsx.WorkBook> {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxReporter.write(report, { ...plain, ...style })) pieces.push(Buffer.from(piece));
  return xlsx.read(Buffer.concat(pieces), { type: 'buffer' });
}
