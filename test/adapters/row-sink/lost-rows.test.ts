import { expect, test } from 'vitest';
import type { CellSink, HeadRow, Sheet } from '../../../src/adapters/read/sheet.js';
import { readSheet } from '../reading.js';

const header = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'];
const order = ['1001', '示例甲', '12.00', '交易成功', '2024-03-01 10:00:00'];

/** A sheet that hands over a header and `given` orders, and says that it was `told` rows. */
function sheetOf(given: number, told: number): Sheet {
  const rows = [header, ...Array.from({ length: given }, (_, at) => [`${1001 + at}`, ...order.slice(1)])];
  const head: readonly HeadRow[] = rows.map((texts, at) => ({
    line: at + 1,
    cells: texts.map((text) => ({ kind: 'text', text })),
  }));
  const read = async (_columns: readonly number[], sink: CellSink) => {
    for (const [at, texts] of rows.entries()) {
      for (const [column, text] of texts.entries()) {
        const bytes = Buffer.from(text);
        sink.text(column, bytes, 0, bytes.length);
      }
      sink.endRow(at + 1, texts.length, texts.length);
    }
    return { rows: told, bad: 0, blank: 0 };
  };
  return { name: '', encoding: 'utf-8', shortRowsAreBlank: false, head: async () => head, read };
}

test('a sheet is only believed when every row that was handed over was counted', async () => {
  expect((await readSheet(sheetOf(3, 4))).reading).toMatchObject({ rows: 3, accepted: 3 });
  await expect(readSheet(sheetOf(3, 5))).rejects.toThrow('a sheet has 5 rows, of which 4 were counted');
});
