import { beforeAll, describe, expect, test } from 'vitest';
import { openFile } from '../../../src/adapters/read/open.js';
import type { Cell, Sheet } from '../../../src/adapters/read/sheet.js';
import { collect, table } from './collect.js';
import { type ContractCase, contractCases } from './contract.js';
import { memorySource } from './memory-source.js';
import { services } from './run-child.js';
import { automatic, csv, gb18030Bytes, htmlPage, utf16, workbookBytes } from './write-files.js';

type Rows = ContractCase['rows'];

/** A text reader: one file a table. */
const texts = (write: (rows: Rows) => Uint8Array) => (tables: readonly Rows[]) => tables.map(write);

/** A workbook reader: one file for all tables, a sheet each. */
const book = (write: (sheets: Record<string, Rows>) => Uint8Array) => (tables: readonly Rows[]) => [
  write(Object.fromEntries(tables.map((rows, at) => [`表${at}`, rows]))),
];

/** Each reader a line: how tables are written for it. */
const readers: readonly (readonly [name: string, write: (tables: readonly Rows[]) => readonly Uint8Array[]])[] = [
  ['comma text in UTF-8', texts((rows) => Buffer.from(csv(rows, ',')))],
  ['comma text with byte order mark', texts((rows) => Buffer.from(`\ufeff${csv(rows, ',')}`))],
  ['tab text in GB18030', texts((rows) => gb18030Bytes(csv(rows, '\t')))],
  ['semicolon text in UTF-16, little end first', texts((rows) => utf16(csv(rows, ';'), 'le', true))],
  ['bar text in UTF-16, big end first', texts((rows) => utf16(csv(rows, '|'), 'be', true))],
  ['bar text in GB18030', texts((rows) => gb18030Bytes(csv(rows, '|')))],
  ['xlsx', book((sheets) => workbookBytes(sheets, 'xlsx'))],
  ['xlsx with every text in its cell', book((sheets) => workbookBytes(sheets, 'xlsx', false))],
  ['xls', book((sheets) => workbookBytes(sheets, 'biff8'))],
  ['xlsb', book((sheets) => workbookBytes(sheets, 'xlsb'))],
  ['ods', book((sheets) => workbookBytes(sheets, 'ods'))],
  ['a web page', book((sheets) => Buffer.from(htmlPage(Object.values(sheets))))],
];

const withBlankRows: Rows = [
  ['订单编号', '金额'],
  [null, null],
  ['1', '2'],
  [' ', '\u3000'],
  ['3', '4'],
];

describe.each(readers)('%s', (_, write) => {
  const sheets: Sheet[] = [];

  beforeAll(async () => {
    for (const bytes of write([...contractCases.map(({ rows }) => rows), withBlankRows])) {
      sheets.push(...(await openFile(memorySource(bytes), automatic, services)).sheets);
    }
    expect(sheets).toHaveLength(contractCases.length + 1);
  });

  test.each(contractCases.map(({ title, rows }, at) => ({ title, rows, at })))('$title', async ({ rows, at }) => {
    const sheet = sheets[at]!;
    const width = rows[0]?.length ?? 0;
    const all = Array.from({ length: width }, (_unused, column) => column);
    const first = await collect(sheet, all);
    expect(table(first.rows, width)).toEqual(rows);
    expect(first.count).toEqual({ rows: rows.length, bad: 0, blank: 0 });
    expect(first.rows.map(({ filled }) => filled)).toEqual(rows.map(filledOf));
    expect(await collect(sheet, all), 'a second reading').toEqual(first);

    const last = await collect(sheet, [width - 1]);
    expect(last.rows.map(({ cells }) => cells[width - 1] ?? null)).toEqual(rows.map((row) => row[width - 1]));

    const head = await sheet.head(2);
    expect(head.map(({ line }) => line)).toEqual(first.rows.slice(0, 2).map(({ line }) => line));
    expect(head.map(({ cells }) => all.map((column) => shown(cells[column])))).toEqual(rows.slice(0, 2));
  });

  test('rows without content are passed over by head and read alike, and lines stay right', async () => {
    const sheet = sheets.at(-1)!;
    const { rows } = await collect(sheet, [0, 1]);
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(table(rows, 2)).toEqual([withBlankRows[0], withBlankRows[2], withBlankRows[4]]);
    expect((await sheet.head(9)).map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  test('no rows wanted, no rows given', async () => {
    expect(await sheets[0]!.head(0)).toEqual([]);
    expect((await collect(sheets[0]!, [])).rows).toHaveLength(2);
  });
});

function filledOf(row: readonly (string | null)[]): number {
  return row.reduce((end, cell, at) => (cell === null ? end : at + 1), 0);
}

function shown(cell: Cell | undefined): unknown {
  if (cell === undefined || cell.kind === 'blank') return null;
  return cell.kind === 'text' ? cell.text : cell;
}
