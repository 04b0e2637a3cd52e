import { describe, expect, test } from 'vitest';
import { uncountedReasons } from '../../src/model/orders.js';
import { imported } from './csv-import.js';

const header = '订单编号,买家会员名,买家实际支付金额,订单付款时间,商家备注,订单备注\n';
const row = (order: number, shop: string, note: string) =>
  `${order},ann${order},10,2026-03-0${order},${shop},${note}\n`;
const file = header + row(1, '包邮', '刷单') + row(2, '', '刷单') + row(3, '包邮', '') + row(4, '刷单', '刷单');

const memosOf = async (rules: Parameters<typeof imported>[2] = {}) => {
  const { table } = await imported({ 'orders.csv': file }, {}, rules);
  return Array.from(table.memo, (code, order) => [
    table.texts.memo.text(code),
    uncountedReasons[table.uncounted[order]!],
  ]);
};

describe('several columns of memos', () => {
  test('all count: one text below the other, equal ones once', async () => {
    expect((await memosOf()).map(([memo]) => memo)).toEqual(['包邮\n刷单', '刷单', '包邮', '刷单']);
  });

  test('a word in any of them takes the order out', async () => {
    const found = await memosOf({ exclusions: { list: null, memoWords: ['刷单'] } });
    expect(found.map(([, reason]) => reason)).toEqual(['excluded', 'excluded', 'valid', 'excluded']);
  });
});
