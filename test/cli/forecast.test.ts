import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/orders.csv', import.meta.url));
const folder = tempFolder();

/** The forecast without a word of margin or costs, and that of a shop whose click costs 1.00. */
const plain = answer(['clv', EXAMPLE]);
const clicks = answer(['clv', EXAMPLE, '--cpc', '1', '--cvr', '2%', '--margin', '30%']);

describe('forecasts', () => {
  test('a forecast stands beside its back-test, in sales unless a margin is given', () => {
    expect(plain.exit).toBe(0);
    expect(plain.row('clv-backtest', 'naive')['actual']).toBe(plain.row('clv-backtest', 'mbg-nbd')['actual']);
    const perCustomer = (a: typeof plain) => Number(a.row('clv-summary', 'predictedPerCustomer')['value']);
    expect(perCustomer(clicks)).toBeCloseTo(0.3 * perCustomer(plain), 8);
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

  test('a click of 1.00 of which 2 % buy makes a customer cost 50.00, and each cohort has its payback month', () => {
    for (const row of clicks.rows('payback')) expect(row['cac']).toBe(50);
    const [first] = clicks.rows('payback');
    expect(first).toMatchObject({ cohort: '2022-07', paidBack: 'yes' });
    expect(clicks.row('simple-value', 'acquisitionCost')['value']).toBe(50);
    const spend = answer(['clv', EXAMPLE, '--ad-spend', '36,200']);
    expect(spend.rows('payback')[0]!['cac']).toBe(100);
    expect(() => plain.rows('payback')).toThrow('payback');
  });

  test('the simple value is years × profit − costs, all of them as typed', () => {
    const costs = ['--margin', '30%', '--years', '2', '--upkeep', '5', '--service', '2.5', '--cpc', '1', '--cvr', '2%'];
    const a = answer(['clv', EXAMPLE, ...costs]);
    const value = (metric: string) => Number(a.row('simple-value', metric)['value']);
    expect([value('yearsOfUse'), value('upkeepCost'), value('serviceCost')]).toEqual([2, 5, 2.5]);
    expect(value('profitPerYear')).toBeCloseTo(0.3 * value('salesPerYear'), 9);
    expect(value('simpleValue')).toBeCloseTo(2 * value('profitPerYear') - 57.5, 9);
  });

  test('margin and costs may stand in the config', () => {
    const file = folder.file('crm.toml', 'margin = "30%"\ncpc = 1\ncvr = 0.02\nhorizon = "90d"\n');
    const a = answer(['clv', EXAMPLE, '--config', file]);
    expect(a.row('simple-value', 'margin')['value']).toBe(0.3);
    expect(a.rows('payback')[0]!['cac']).toBe(50);
    expect(a.row('clv-summary', 'predictedProfit')['value']).not.toBeNull();
    expect(crm(['analyze', EXAMPLE, '--config', file]).exit).toBe(0);
  });

  test('a share that is none, an amount that is none and half of a pair are refused', () => {
    expect(crm(['clv', EXAMPLE, '--margin', '130%']).exit).toBe(2);
    expect(crm(['clv', EXAMPLE, '--ad-spend', '-5']).exit).toBe(2);
    expect(crm(['clv', EXAMPLE, '--years', '0']).exit).toBe(2);
    const half = crm(['clv', EXAMPLE, '--cpc', '1']);
    expect([half.exit, half.stderr.includes('--cvr')]).toEqual([2, true]);
  });
});
