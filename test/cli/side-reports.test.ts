import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { tempFolder } from './temp.js';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const [refunds, orders] = [fixture('taobao-refunds/refunds.csv'), fixture('taobao-refunds/orders.csv')];

describe('a refund report', () => {
  test('alone is refused: the orders it tells of are missing', () => {
    const { exit, stdout, stderr } = crm(['analyze', refunds]);
    expect([exit, stdout]).toEqual([3, '']);
    expect(stderr.replace(/\s/g, '')).toContain('只有退款报表或发货报表，没有订单报表');
    expect(crm(['analyze', refunds, '--lang', 'en']).stderr).toContain('give the order report of the same days');
  });

  test('beside its orders says what it is, and rows add up', () => {
    const a = answer(['check', orders, refunds]);
    const platforms = a.rows('sheets').map(({ platform, rows, amount }) => [platform, rows, amount]);
    expect(platforms).toEqual([
      ['taobao-orders', 6, 290],
      ['taobao-refunds', 10, 0],
    ]);
    expect(a.row('reconciliation', 'orders')['count']).toBe(6);
    expect(a.row('reconciliation', 'orders.valid')).toMatchObject({ count: 5, amount: 290 });
  });

  // By the day of the order all 150.00 of refunds belong to these days; by their own day those of 5 and 6 March (50.00)
  // and the 25.00 that have no day.
  test('gives refunds their own day', () => {
    const window = ['analyze', orders, refunds, '--from', '2026-03-01', '--to', '2026-03-06'];
    const refunded = (...more: readonly string[]) => answer([...window, ...more]).row('overview', 'refunded')['value'];
    expect(refunded()).toBe(150);
    expect(refunded('--refunds', 'refund-day')).toBe(75);
    expect(crm(['analyze', orders, '--refunds', 'refund-day']).exit).toBe(2);
  });

  test('keeps them where its orders are converted, also where they come later', () => {
    const folder = tempFolder();
    const [both, alone] = [join(folder.path, 'both.parquet'), join(folder.path, 'alone.csv')];
    crm(['convert', orders, refunds, '-o', both]);
    crm(['convert', orders, '-o', alone]);
    const byDay = ['--refunds', 'refund-day', '--from', '2026-03-01', '--to', '2026-03-06'];
    const refunded = (...files: readonly string[]) =>
      answer(['analyze', ...files, ...byDay]).row('overview', 'refunded')['value'];
    expect([refunded(both), refunded(alone, refunds), refunded(both, refunds)]).toEqual([75, 75, 75]);
    expect(crm(['analyze', alone, ...byDay]).exit).toBe(2);
  });
});
