import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import * as xlsx from 'xlsx';
import type { Report } from '../../../src/model/report.js';
import { xlsxReporter } from '../../../src/reporters/xlsx/reporter.js';
import { columnName } from '../../../src/reporters/xlsx/workbook.js';
import { dayOf } from '../../../src/util/calendar.js';
import { hostile } from '../hostile.js';
import { recency, retention, retentionMean } from '../invented-cohorts.js';
import { inventedReport, plain, tableOf } from '../invented-report.js';

const base = inventedReport();
const report: Report = { ...base, tables: [...base.tables, retention(), retentionMean(), recency()] };

describe('the report as a workbook', () => {
  test('the main table comes first, then a sheet a table, cohorts turned and long, definitions last', async () => {
    const { SheetNames } = await bookOf(report);
    expect(SheetNames.slice(0, 2)).toEqual(['总览', '对账：从行到买家']);
    expect(SheetNames).toContain('留存');
    expect(SheetNames).toContain('留存 明细');
    expect(SheetNames.at(-1)).toBe('口径');
    expect((await bookOf(report, { lang: 'en' })).SheetNames.every((name) => name.length <= 31)).toBe(true);
  });

  test('numbers are numbers with formats, days are days, ids and formulas are text', async () => {
    const words = 'customer:name sales:money rate:ratio first:date n:count mean:number gap:days average:price';
    const rows = [
      ['6226000000000000123', 123456, 0.252, dayOf(2024, 2, 29), 1234, 1.5, 3, 333.3],
      ['=1+1', -520, null, null, 0, null, 2.5, null],
    ] as const;
    const one = inventedReport({ tables: [tableOf('customers', words, rows)], main: 'customers' });
    const sheet = (await bookOf(one)).Sheets['customers'] ?? firstSheet(await bookOf(one));
    expect(
      ['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2', 'H2'].map((at) => [sheet[at].t, sheet[at].v, sheet[at].z]),
    ).toEqual([
      ['s', '6226000000000000123', 'General'],
      ['n', 1234.56, '"¥"#,##0.00'],
      ['n', 0.252, '0.0%'],
      ['n', 45351, 'yyyy-mm-dd'],
      ['n', 1234, '#,##0'],
      ['n', 1.5, '#,##0.00'],
      ['n', 3, '#,##0.0'],
      ['n', 3.333, '"¥"#,##0.00'],
    ]);
    expect(sheet['A3']).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet['B3']).toMatchObject({ t: 'n', v: -5.2 });
    expect(sheet['C3']?.v).toBeUndefined();
  });

  test('no cell is a formula or a link, whatever the names', async () => {
    const tables = [
      tableOf(
        'names',
        'who:name n:count',
        hostile.map((text, at) => [text, at]),
      ),
    ];
    const book = await bookOf(inventedReport({ tables, main: 'names' }));
    for (const name of book.SheetNames) {
      for (const cell of Object.values(book.Sheets[name] ?? {})) {
        if (cell !== null && typeof cell === 'object')
          expect(cell).not.toSatisfy((one: object) => 'f' in one || 'l' in one);
      }
    }
    expect(firstSheet(book)['A1'].v).toBe('who');
  });

  test('header frozen and filtered, columns as wide as Chinese needs', async () => {
    const names = ['西湖龙井 明前特级 250g 礼盒装', '试饮'];
    const tables = [
      tableOf(
        'names',
        'who:name n:count',
        names.map((text, at) => [text, at]),
      ),
    ];
    const sheet = firstSheet(await bookOf(inventedReport({ tables, main: 'names' })));
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:B3' });
    expect(sheet['!cols']?.[0]?.width).toBeGreaterThanOrEqual(29);
  });

  test('a list longer than a sheet of people streams: same header, same values', async () => {
    const rows = {
      *[Symbol.iterator]() {
        for (let at = 0; at < 3_000; at++) yield [`00${at}`, at * 100 + 1, dayOf(2024, 1, 1) + at];
      },
    };
    const table = { ...tableOf('customers', 'customer:name sales:money lastDay:date', []), rows };
    const book = await bookOf(inventedReport({ tables: [table], main: 'customers' }));
    const sheet = firstSheet(book);
    const read: unknown[][] = xlsx.utils.sheet_to_json(sheet, { header: 1, raw: true });
    expect(read).toHaveLength(3_001);
    expect(read[3_000]?.slice(0, 2)).toEqual(['002999', 2999.01]);
    expect(sheet['C3001']).toMatchObject({ t: 'n', v: dayOf(2024, 1, 1) + 2_999 + 25_569 });
    expect([sheet['A2'].t, sheet['C2'].z]).toEqual(['s', 'yyyy-mm-dd']);
  });

  test('empty tables are sheets with a header, no report is too empty for a workbook', async () => {
    const book = await bookOf(
      inventedReport({ tables: [tableOf('gaps', 'stat:text days:any', [])], main: 'gaps', asOf: null }),
    );
    expect(xlsx.utils.sheet_to_json(firstSheet(book), { header: 1 })).toHaveLength(1);
    expect((await bookOf(inventedReport({ tables: [] }))).SheetNames).toEqual(['口径']);
  });

  test('other currencies have sheets of their own', async () => {
    const other = inventedReport({
      currency: { code: 'JPY', decimals: 0 },
      tables: [tableOf('sales', 'm:money', [[1500]])],
    });
    const book = await bookOf({ ...report, others: [other] });
    const sheet = book.Sheets[book.SheetNames.find((name) => name.startsWith('JPY ')) ?? ''];
    expect(sheet?.['A2']).toMatchObject({ v: 1500, z: '"JP¥"#,##0' });
  });

  test('the same report gives the same bytes', async () => {
    expect(await bytesOf(report)).toEqual(await bytesOf(report));
  });

  test('columns are named as in a workbook', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  test('the time of the file is that of the report, not of the machine', async () => {
    const listing = spawnSync('unzip', ['-p', '-', 'docProps/core.xml'], { input: await bytesOf(report) });
    if (listing.error === undefined && listing.status === 0)
      expect(String(listing.stdout)).toContain('2025-08-31T00:00:00Z');
    expect((await bookOf(report)).Props?.ModifiedDate?.toISOString()).toBe('2025-08-31T00:00:00.000Z');
  });
});

function firstSheet(book: xlsx.WorkBook): xlsx.WorkSheet {
  return book.Sheets[book.SheetNames[0] ?? ''] ?? {};
}

async function bytesOf(one: Report, style = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxReporter.write(one, { ...plain, ...style })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function bookOf(one: Report, style = {}): Promise<xlsx.WorkBook> {
  return xlsx.read(await bytesOf(one, style), { type: 'buffer', cellNF: true, cellStyles: true });
}
