import { describe, expect, test } from 'vitest';
import { columns, imported, report, row } from './csv-import.js';

const withMain = [...columns, '宝贝标题', '主订单编号'];
const part = (own: number, paid: string, main: string, title = '示例茶 100g') =>
  `${row(own, 'ann', paid, paid, '0.00', '交易成功', '2024-01-05 09:00:00', '2024-01-05 10:00:00')},${title},${main}`;

describe('an order that the platform split into parts', () => {
  test('counts once, with the sum of its parts, though they sold the same product', async () => {
    const { table, rows } = await imported({ 'a.csv': report(withMain, part(1, '30.00', '9'), part(2, '12.50', '9')) });
    expect(table.size).toBe(1);
    expect([...table.net]).toEqual([4250]);
    expect(rows.used).toEqual({ count: 2, amount: 4250 });
  });

  test('read twice is read once', async () => {
    const text = report(withMain, part(1, '30.00', '9'), part(2, '12.50', '9'), part(3, '8.00', '3'));
    const again = report(withMain, part(2, '12.50', '9'), part(3, '8.00', '3'), part(1, '30.00', '9'));
    const { table, rows } = await imported({ 'a.csv': text, 'b.csv': again });
    expect([...table.net].sort()).toEqual([4250, 800].sort());
    expect(rows.duplicate.count).toBe(3);
  });

  test('a main number that is blank or the own number changes nothing', async () => {
    const { table } = await imported({ 'a.csv': report(withMain, part(1, '30.00', ''), part(2, '12.50', '2')) });
    expect([...table.net].sort()).toEqual([1250, 3000].sort());
  });
});
