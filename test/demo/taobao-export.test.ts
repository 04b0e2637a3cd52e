import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { DemoOrder } from '../../src/demo/order.js';
import { demoOrders } from '../../src/demo/shop.js';
import { taobaoCsv, taobaoHeader, taobaoRows } from '../../src/demo/taobao-export.js';

const orders = [...demoOrders({ orders: 3000, seed: 11 })];
const csv = (encoding: 'utf-8' | 'gb18030', list: readonly DemoOrder[] = orders) =>
  new TextDecoder(encoding, { fatal: true }).decode(Buffer.concat([...taobaoCsv(list, encoding)]));
const column = (header: string) => taobaoHeader.indexOf(header);

describe('the demo shop as an export', () => {
  test('has the 71 columns of the order report, blanks at the ends of their names included', () => {
    expect(taobaoHeader).toHaveLength(71);
    expect(new Set(taobaoHeader).size).toBe(71);
    expect(taobaoHeader.filter((header) => header.endsWith(' '))).toHaveLength(6);
  });

  test('says the same in both encodings, and ends its lines in CR LF', () => {
    const text = csv('gb18030');
    expect(text === csv('utf-8')).toBe(true);
    expect(text.endsWith('"\r\n')).toBe(true);
    expect(text).toMatch(/[\u{20000}-\u{2ffff}]/u);
    expect(text).toMatch(/\p{Emoji_Presentation}/u);
  });

  test('no orders are a header alone', () => {
    expect(csv('gb18030', []).split('\r\n')).toHaveLength(2);
  });

  test('every cell can be read back, whatever is in it', () => {
    const rows = parse(csv('utf-8'), { relax_quotes: true, record_delimiter: '\r\n' }) as string[][];
    expect(rows).toHaveLength(orders.length + 1);
    expect(rows[0]).toEqual(taobaoHeader);
    for (const [index, row] of rows.slice(1).entries()) {
      const order = orders[index]!;
      expect(row).toHaveLength(71);
      expect(row[column('订单编号')]).toBe(`="${order.number}"`);
      expect(row[column('买家会员名')]).toBe(order.buyer);
      expect(row[column('买家留言')]).toBe(order.message);
    }
  });

  test('a line as the platform writes it', () => {
    const order = orders.find(({ outcome, lines, memo }) => outcome === 'paid' && lines.length === 2 && memo === '')!;
    const [, line = ''] = csv('utf-8', [order]).split('\r\n');
    expect(line).toMatch(/^="\d{19}","[^"]+","[^"]+",="\d{28}","支付方式：/);
    expect(line).toContain('"\'1390000');
    for (const quirk of ['"0元"', '"null"', '"\'null"', ',="",', '"0.00元"', '，']) expect(line).toContain(quirk);
  });

  test('in the workbook ids and times are text, amounts numbers in yuan, and what is empty is blank', () => {
    for (const [index, row] of [...taobaoRows(orders)].entries()) {
      const { number, total, refund, paidAt, buyer } = orders[index]!;
      const paid = paidAt === null ? 0 : total - refund;
      expect([row[column('订单编号')], row[column('买家会员名')]]).toEqual([number, buyer || null]);
      expect(Math.round(Number(row[column('买家实际支付金额')]) * 100)).toBe(paid);
      expect(typeof row[column('总金额')]).toBe('number');
      expect(row.includes('')).toBe(false);
    }
  });

  test('an order that was paid is worth what was paid and what was given back', () => {
    const cells = [...taobaoRows(orders)].filter((row) => row[column('订单付款时间 ')] !== null);
    const fen = (row: readonly (string | number | null)[], header: string) =>
      Math.round(Number(row[column(header)]) * 100);
    expect(cells.length).toBeGreaterThan(2500);
    const off = cells.filter((row) => fen(row, '总金额') !== fen(row, '买家实际支付金额') + fen(row, '退款金额'));
    expect(off).toEqual([]);
  });
});
