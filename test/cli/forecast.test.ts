import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/orders.csv', import.meta.url));
const folder = tempFolder();

describe('forecasts', () => {
  test('a forecast stands beside its back-test, in sales unless a margin is given', () => {
    const sales = answer(['clv', EXAMPLE]);
    expect(sales.exit).toBe(0);
    expect(sales.row('clv-backtest', 'naive')['actual']).toBe(sales.row('clv-backtest', 'mbg-nbd')['actual']);
    const profit = answer(['clv', EXAMPLE, '--margin', '30%']);
    const perCustomer = (a: typeof sales) => Number(a.row('clv-summary', 'predictedPerCustomer')['value']);
    expect(perCustomer(profit)).toBeCloseTo(0.3 * perCustomer(sales), 8);
  });

  test('too little to fit says so and forecasts nothing', () => {
    const file = folder.file('three.csv', orderCsv(THREE.slice(0, 2)));
    const { exit, rows } = answer(['clv', file]);
    expect(exit).toBe(0);
    expect(rows('clv-summary').find(({ metric }) => metric === 'expectedPurchases')?.['value'] ?? null).toBeNull();
  });

  test('the due list holds overdue customers first, each due within the days asked for', () => {
    const rows = answer(['due', EXAMPLE, '--within', '60d']).rows('due');
    expect(rows.length).toBeGreaterThan(0);
    const overdue = rows.map((row) => row['overdue'] === 'yes');
    expect([...overdue].sort((one, other) => Number(other) - Number(one))).toEqual(overdue);
    for (const row of rows) expect(String(row['dueDay']) <= '2024-10-30').toBe(true);
  });

  test('a share that is none is refused', () => {
    expect(crm(['clv', EXAMPLE, '--margin', '130%']).exit).toBe(2);
  });
});
