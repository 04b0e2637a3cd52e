import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { parquetReporter } from '../../src/reporters/parquet.js';
import { inventedReport, plain, tableOf } from './invented-report.js';

async function written(columns: string, rows: Parameters<typeof tableOf>[2]): Promise<ArrayBuffer> {
  const report = inventedReport({ tables: [tableOf('customers', columns, rows)], main: 'customers' });
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetReporter.write(report, plain)) pieces.push(piece as Uint8Array);
  const bytes = Buffer.concat(pieces);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

describe('a table as Parquet', () => {
  const columns = 'customer:name sales:money orders:count lastDay:date at:time rate:ratio value:any';

  test('has types that programs know what to do with', async () => {
    const { schema } = parquetMetadata(await written(columns, []));
    expect(schema.slice(1).map(({ name, type, logical_type }) => [name, type, logical_type?.type ?? null])).toEqual([
      ['customer', 'BYTE_ARRAY', 'STRING'],
      ['sales', 'INT64', 'DECIMAL'],
      ['orders', 'INT64', null],
      ['lastDay', 'INT32', 'DATE'],
      ['at', 'INT64', 'TIMESTAMP'],
      ['rate', 'DOUBLE', null],
      ['value', 'BYTE_ARRAY', 'STRING'],
    ]);
    expect(schema[5]?.logical_type).toMatchObject({ isAdjustedToUTC: false });
  });

  test('keeps amounts to the fen, days, moments and texts, and null for what cannot be computed', async () => {
    const file = await written(columns, [
      ['=示例', -1230, 3, 19782, 19782 * 86_400 + 59, 0.25, { value: 1999, unit: 'money' }],
      [null, null, null, null, null, null, null],
    ]);
    const [first, second] = await parquetReadObjects({ file });
    expect(first).toEqual({
      customer: '=示例',
      sales: -12.3,
      orders: 3n,
      lastDay: new Date('2024-02-29T00:00:00Z'),
      at: new Date('2024-02-29T00:00:59Z'),
      rate: 0.25,
      value: '19.99',
    });
    expect(new Set(Object.values(second!))).toEqual(new Set([null]));
  });

  test('is written in groups of rows, the same bytes each time', async () => {
    const rows = Array.from({ length: 70_000 }, (_, at) => [`c${at % 7}`, at]);
    const file = await written('customer:name sales:money', rows);
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([32_768, 32_768, 4464]);
    expect(Buffer.from(await written('customer:name sales:money', rows)).equals(Buffer.from(file))).toBe(true);
  });
});
