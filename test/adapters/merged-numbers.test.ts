import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { utils } from 'xlsx';
import { fixtureBytes, importFixtures, importSources, ordersOf } from './dialects/platform-fixtures.js';
import { bookBytes } from './read/write-files.js';

/** Cells of a workbook, and ranges such as `A2:A3` that are merged. */
function book(rows: readonly (readonly string[])[], ...merges: readonly string[]): [string, Uint8Array] {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((text) => (text === '' ? null : text))));
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet, 'Sheet1');
  return ['orders.xlsx', bookBytes(made, 'xlsx')];
}

const problems = ({ issues }: Awaited<ReturnType<typeof importSources>>) => Object.fromEntries(issues.byProblem);

describe('an order whose number is a merged cell over its products', () => {
  const table = parse(new TextDecoder('gb18030').decode(fixtureBytes('1688/orders.csv')), {
    relax_column_count: true,
  }) as unknown as readonly (readonly string[])[];
  /** Line 3, 6 and 8 go on with the order above. */
  const merges = ['A2:A3', 'A5:A6', 'A7:A8', 'I2:I3', 'B2:B3'];

  test('is read as the platform wrote it', async () => {
    expect(table.map(([number], row) => (number === '' ? row + 1 : 0)).filter((line) => line > 0)).toEqual([3, 6, 8]);
    const merged = await importSources(book(table, ...merges));
    expect(ordersOf(merged)).toEqual(ordersOf(await importFixtures('1688/orders.csv')));
    expect(problems(merged)).toEqual({ 'amount-unreadable': 1, 'order-above-rejected': 1 });
  });

  test('a blank number that is not merged is missing: nothing is filled down by guess', async () => {
    const loose = await importSources(book(table, 'A5:A6', 'A7:A8'));
    expect(problems(loose)).toEqual({
      'amount-unreadable': 1,
      'order-above-rejected': 1,
      'order-number-missing': 1,
    });
    expect(ordersOf(loose)['2100000000000000011']).toMatchObject({ gross: 48000, units: 60 });
    expect(problems(await importSources(book(table)))).toMatchObject({ 'order-number-missing': 3 });
  });
});

describe('a table that somebody merged by hand', () => {
  const header = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间', '宝贝标题'];
  const rows = [
    header,
    ['3560000000000000011', 'tb_m_a', '100.00', '交易成功', '2026-05-01 10:00:00', '2026-05-01 10:00:09', '示例锅'],
    ['', '', '', '', '', '', '示例铲'],
    ['3560000000000000022', 'tb_m_b', '30.00', '交易成功', '2026-05-02 10:00:00', '2026-05-02 10:00:09', '示例勺'],
    ['', 'tb_m_c', '20.00', '交易成功', '2026-05-03 10:00:00', '2026-05-03 10:00:09', '示例盘'],
  ];

  test('products under a merged number belong to its order; a blank one beside is missing', async () => {
    const result = await importSources(book(rows, 'A2:A3', 'C2:C3'));
    const orders = ordersOf(result);
    expect(Object.keys(orders)).toEqual(['3560000000000000011', '3560000000000000022']);
    expect(orders['3560000000000000011']).toMatchObject({ gross: 10000, customer: 'tb_m_a' });
    expect(orders['3560000000000000011']?.['lines']).toHaveLength(2);
    expect(problems(result)).toEqual({ 'order-number-missing': 1 });
  });

  test('without merged cells a row without a number is an order by itself, as ever', async () => {
    const result = await importSources(book(rows.filter((_, row) => row !== 2)));
    expect(result.table.size).toBe(3);
    expect(result.notes.map(({ id }) => id)).toContain('blank-order-numbers');
  });
});
