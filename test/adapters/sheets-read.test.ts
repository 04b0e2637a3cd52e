import { expect, test } from 'vitest';
import { utils } from 'xlsx';
import { importSources } from './dialects/platform-fixtures.js';
import { bookBytes } from './read/write-files.js';

const rows = (number: string) => [
  ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'],
  [number, 'tb_h_a', '10.00', '交易成功', '2026-05-01 10:00:09'],
];

/** A book of sheets by name; 0 shows a sheet, 1 hides it, 2 hides it from the menus too. */
function book(...sheets: readonly (readonly [name: string, number: string | null, hidden: 0 | 1 | 2])[]) {
  const made = utils.book_new();
  for (const [name, number] of sheets) {
    utils.book_append_sheet(made, utils.aoa_to_sheet(number === null ? [['说明']] : rows(number)), name);
  }
  made.Workbook = { Sheets: sheets.map(([, , Hidden]) => ({ Hidden })) };
  return importSources(['orders.xlsx', bookBytes(made, 'xlsx')]);
}

const said = ({ notes }: Awaited<ReturnType<typeof book>>) =>
  notes.filter(({ id }) => id.endsWith('sheets-read')).map(({ id, params }) => `${id} ${params['sheets']}`);

test('a book of several sheets says which were read', async () => {
  expect(
    said(await book(['五月', '3570000000000000011', 0], ['六月', '3570000000000000022', 0], ['说明', null, 0])),
  ).toEqual(['sheets-read 五月、六月']);
  expect(said(await book(['五月', '3570000000000000011', 0]))).toEqual([]);
});

test('orders of hidden sheets count, and it is said that they are hidden', async () => {
  const result = await book(
    ['五月', '3570000000000000011', 0],
    ['四月', '3570000000000000022', 1],
    ['三月', '3570000000000000033', 2],
  );
  expect(result.table.size).toBe(3);
  expect(said(result)).toEqual(['sheets-read 五月、四月、三月', 'hidden-sheets-read 四月、三月']);
});
