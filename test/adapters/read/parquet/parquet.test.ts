import { ByteWriter, type ColumnSource, parquetWrite } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../../src/adapters/read/open.js';
import type { CrmError } from '../../../../src/errors.js';
import { collect } from '../collect.js';
import { memorySource } from '../memory-source.js';
import { services } from '../run-child.js';
import { automatic } from '../write-files.js';
import { parquetServices } from './same-process.js';

type Options = Partial<Parameters<typeof parquetWrite>[0]>;

function written(columnData: ColumnSource[], options: Options = {}): Uint8Array {
  const writer = new ByteWriter();
  parquetWrite({ writer, columnData, ...options });
  return writer.getBytes().slice();
}

async function rowsOf(bytes: Uint8Array, child = parquetServices) {
  const [sheet] = (await openFile(memorySource(bytes, 'orders.parquet'), automatic, child)).sheets;
  const head = await sheet!.head(1);
  const names = head[0]!.cells.map((cell) => (cell.kind === 'text' ? cell.text : ''));
  const all = Array.from(names, (_, column) => column);
  const { rows, count } = await collect(sheet!, all);
  return {
    names,
    rows: rows.slice(1).map(({ line, cells }) => [line, ...all.map((column) => cells[column] ?? null)]),
    count,
  };
}

const refusal = async (bytes: Uint8Array, child = parquetServices) => {
  try {
    await rowsOf(bytes, child);
    return 'read';
  } catch (error) {
    return (error as CrmError).code;
  }
};

const shop: ColumnSource[] = [
  { name: 'Order ID', data: [3510000000000057912n, 2n, null], type: 'INT64' },
  { name: 'Buyer', data: ["'tis", '示例𠮷', null], type: 'STRING' },
  { name: 'Total', data: [12.5, Number.NaN, 1e18], type: 'DOUBLE' },
  { name: 'gift', data: [true, false, null], type: 'BOOLEAN' },
];

describe('a Parquet file', () => {
  test('is a table: every digit of whole numbers, exact texts, nothing where nothing is', async () => {
    const expected = {
      names: ['Order ID', 'Buyer', 'Total', 'gift'],
      rows: [
        [1, '3510000000000057912', "''tis", 12.5, 'true'],
        [2, '2', '示例𠮷', null, 'false'],
        [3, null, null, '1E+18', null],
      ],
      count: { rows: 4, bad: 0, blank: 0 },
    };
    expect(await rowsOf(written(shop))).toEqual(expected);
    expect(await rowsOf(written(shop, { rowGroupSize: 1 })), 'in several groups').toEqual(expected);
    expect(await rowsOf(written(shop, { codec: 'UNCOMPRESSED' })), 'not packed').toEqual(expected);
    expect(await rowsOf(written(shop), services), 'through the child itself').toEqual(expected);
  });

  test('has days as written and moments on the clock they were written by', async () => {
    const moment = (name: string, isAdjustedToUTC: boolean) =>
      ({ name, type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' } }) as const;
    const seconds = [BigInt(Date.UTC(2024, 1, 29, 23, 59, 59)) * 1000n];
    const bytes = written(
      [
        { name: 'day', data: [19782] },
        { name: 'shop', data: seconds },
        { name: 'utc', data: seconds },
      ],
      {
        schema: [
          { name: 'root', num_children: 3 },
          { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
          { ...moment('shop', false), repetition_type: 'OPTIONAL' },
          { ...moment('utc', true), repetition_type: 'OPTIONAL' },
        ],
      },
    );
    expect((await rowsOf(bytes)).rows).toEqual([[1, '2024-02-29', '2024-02-29 23:59:59', '2024-02-29 23:59:59Z']]);
  });

  test('that is cut off or packed in a way nobody unpacks is refused', async () => {
    const bytes = written(shop);
    for (const size of [4, 20, bytes.length - 9, bytes.length - 1]) {
      expect(await refusal(bytes.subarray(0, size)), `${size} bytes`).toBe('parquet-damaged');
    }
    const packed = written(shop, { codec: 'ZSTD', compressors: { ZSTD: (input) => input } });
    expect(await refusal(packed)).toBe('parquet-packing');
    expect(await refusal(Buffer.from(`PAR1${'x'.repeat(100)}PAR1`), services)).toBe('parquet-damaged');
  });
});
