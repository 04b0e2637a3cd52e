import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { openFile } from '../../src/adapters/read/open.js';
import { rejectedRows } from '../../src/adapters/rejects/rejected-rows.js';
import { wantedRows } from '../../src/adapters/rejects/sheet-rows.js';
import { memorySource } from '../../src/commands/memory-source.js';
import type { Imported } from '../../src/model/imported.js';
import type { RejectedRow } from '../../src/model/rejected.js';
import { runs } from '../runs.js';
import { imported, plainOptions } from './csv-import.js';
import { readable } from './row-store.js';

const services = { runChild: () => Promise.reject(new Error('no child')), onBytes: () => undefined };
const header = '订单编号,买家会员名,买家实际支付金额,订单状态,订单付款时间';
const good = (order: number | string, buyer = '示例甲') => `${order},${buyer},10.00,交易成功,2024-01-05 10:00:00`;

/** The rejected rows of texts given as files. */
async function rejectsOf(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([name, text]) => memorySource(name, [new TextEncoder().encode(text)]));
  const whole = await imported(files);
  const { headers, rows } = await rejectedRows(sources, whole, plainOptions, services);
  const all: RejectedRow[] = [];
  for await (const row of rows) all.push(row);
  return { whole, headers, rows: all };
}

describe('rejected rows', () => {
  test('come with their place, reason and own cells, in the order of the file', async () => {
    const text = [
      header,
      good(1),
      '"2",示例乙,12块,交易成功,2024-01-05 10:00:00',
      good(3),
      '4,示例丁,,交易成功,2024-01-05 10:00:00',
      '5,示例戊,"1,200.00",交易成功,昨天',
    ].join('\n');
    const { headers, rows } = await rejectsOf({ 'orders.csv': `${text}\n` });
    expect(headers).toEqual(header.split(','));
    expect(rows).toEqual([
      {
        ...{ file: 'orders.csv', sheet: '', line: 3, column: '买家实际支付金额', problem: 'amount-unreadable' },
        cells: ['2', '示例乙', '12块', '交易成功', '2024-01-05 10:00:00'],
      },
      {
        ...{ file: 'orders.csv', sheet: '', line: 5, column: '买家实际支付金额', problem: 'no-amount' },
        cells: ['4', '示例丁', null, '交易成功', '2024-01-05 10:00:00'],
      },
      {
        ...{ file: 'orders.csv', sheet: '', line: 6, column: '订单付款时间', problem: 'time-unreadable' },
        cells: ['5', '示例戊', '1,200.00', '交易成功', '昨天'],
      },
    ]);
  });
  test('of two layouts share the columns of one name; a name that comes twice stays two', async () => {
    const one = [header, good(1), '2,示例乙,x,交易成功,2024-01-05 10:00:00'].join('\n');
    const other = [
      '订单编号,备注,备注,总金额,买家实际支付金额,订单付款时间,订单状态',
      '7,a,b,1,x,2024-01-05,交易成功',
    ].join('\n');
    const { headers, rows } = await rejectsOf({ 'a.csv': `${one}\n`, 'b.csv': `${other}\n` });
    expect(headers).toEqual([...header.split(','), '备注', '备注', '总金额']);
    expect(rows.map(({ file, cells }) => [file, ...cells])).toEqual([
      ['a.csv', '2', '示例乙', 'x', '交易成功', '2024-01-05 10:00:00', null, null, null],
      ['b.csv', '7', null, 'x', '交易成功', '2024-01-05', 'a', 'b', '1'],
    ]);
  });
  test('that are too long show what is beyond the header, those that are too short what they have', async () => {
    const text = [header, good(1), `${good(2)},多,出`, '3,示例丙,5'].join('\n');
    const { headers, rows } = await rejectsOf({ 'orders.csv': `${text}\n` });
    expect(headers).toEqual([...header.split(','), '#6', '#7']);
    expect(rows.map(({ problem, column, cells }) => [problem, column, ...cells.slice(-3)])).toEqual([
      ['row-too-long', null, '2024-01-05 10:00:00', '多', '出'],
      ['row-too-short', null, null, null, null],
    ]);
  });
  test('that cannot be taken apart have a place and no cells', async () => {
    const text = [header, good(1), good('2\u0000'), good(3)].join('\n');
    const { rows } = await rejectsOf({ 'orders.csv': `${text}\n` });
    expect(rows).toMatchObject([{ line: 3, problem: 'nul-bytes', cells: [null, null, null, null, null] }]);
  });
  test('of a file that is given twice are listed once', async () => {
    const text = `${[header, good(1), '2,示例乙,x,交易成功,2024-01-05'].join('\n')}\n`;
    const { rows } = await rejectsOf({ 'a.csv': text, 'b.csv': text });
    expect(rows.map(({ file }) => file)).toEqual(['a.csv']);
  });
  test('are none in a clean file', async () => {
    expect(await rejectsOf({ 'a.csv': `${header}\n${good(1)}\n` })).toMatchObject({ headers: [], rows: [] });
  });
});

describe('the rows of a workbook', () => {
  const rows = [
    ['a', 'b'],
    ['x1', 1],
    ['y', 'same'],
    ['x2', 'same'],
    ['z', null],
    ['x3', 45000.5],
  ];
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows);
  sheet['B6'] = { t: 'n', v: 45000.5, z: 'yyyy-mm-dd hh:mm:ss' };
  utils.book_append_sheet(book, sheet, 'S');
  const source = (bookSST: boolean) =>
    memorySource('book.xlsx', [write(book, { type: 'buffer', bookType: 'xlsx', bookSST }) as Uint8Array]);

  test.each([
    ['one string table, in one pass', true, 100],
    ['one string table, two rows a pass', true, 2],
    ['no string table', false, 2],
  ])('are those that were wanted: %s', async (_, shared, waiting) => {
    let passes = 0;
    const open = async () => {
      passes++;
      return (await openFile(source(shared), plainOptions, services)).sheets[0]!;
    };
    const found: unknown[] = [];
    const lines = Int32Array.of(2, 4, 5, 6, 9);
    for await (const { at, cells } of wantedRows(open, 2, lines, waiting)) found.push([lines[at], ...cells]);
    expect(found).toEqual([
      [2, 'x1', 1],
      [4, 'x2', 'same'],
      [5, 'z', null],
      [6, 'x3', '2023-03-15 12:00:00'],
      [9, null, null],
    ]);
    expect(passes).toBe(shared && waiting === 2 ? 3 : 2);
  });
});

test('rejected rows change no number: a file without them gives the same orders', async () => {
  const cell = fc.constantFrom('10.00', '0', '', 'x', '12块', '-5');
  const time = fc.constantFrom('2024-01-05 10:00:00', '2024-02-05', '', 'soon', '2024-02-30');
  const row = fc
    .tuple(
      fc.constantFrom('1', '2', '3', '4', '5', '6'),
      fc.constantFrom('ann', 'bob'),
      cell,
      time,
      fc.constantFrom('', ',x', ',x,y'),
    )
    .map(([order, buyer, paid, paidAt, more]) => `${order},${buyer},${paid},交易成功,${paidAt}${more}`);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const lines = [header, ...rows];
      const { whole, rows: rejected } = await rejectsOf({ 'orders.csv': `${lines.join('\n')}\n` });
      const out = new Set(rejected.map(({ line }) => line));
      expect(rejected.length).toBe([...whole.rows.rejected.values()].reduce((sum, { count }) => sum + count, 0));
      for (const { line, cells } of rejected) {
        expect(cells.map((one) => one ?? '').join(',')).toBe(
          `${lines[line - 1]}${','.repeat(cells.length)}`.split(',').slice(0, cells.length).join(','),
        );
      }
      const kept = lines.filter((_, at) => !out.has(at + 1));
      const without = await imported({ 'orders.csv': `${kept.join('\n')}\n` });
      const content = ({ table }: Imported) => readable(table);
      expect(content(without)).toEqual(content(whole));
      expect(without.asOf).toBe(whole.asOf);
      expect(without.rows.rejected.size).toBe(0);
    }),
    runs(300),
  );
});
