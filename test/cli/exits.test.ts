import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const orders = folder.file('orders.csv', orderCsv(THREE));
const withBadRow = folder.file(
  'bad.csv',
  orderCsv([...THREE, ['3510000000000000004', '示例丙', '5', '交易成功', 'soon']]),
);

describe('what a run ends with', () => {
  test('stdout carries only the answer; rejected rows are counted on stderr', () => {
    const { exit, stdout, stderr } = crm(['analyze', withBadRow, '--format', 'json']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'crm.report/1', issues: { count: 1 } });
    expect(stderr).toMatch(/^1 行读不懂/);
    expect(crm(['analyze', withBadRow, '--format', 'json', '--quiet']).stderr).toBe('');
  });

  test('--strict writes nothing where a row was rejected', () => {
    const target = join(folder.path, 'strict.json');
    const { exit, stdout, stderr } = crm(['analyze', withBadRow, '--strict', '-o', target]);
    expect([exit, stdout]).toEqual([4, '']);
    expect(stderr).toContain('1 行');
    expect(existsSync(target)).toBe(false);
    expect(crm(['analyze', orders, '--strict']).exit).toBe(0);
  });

  test.each([
    ['an unknown command', ['analyse', 'x.csv'], 2, 'crm analyze'],
    ['a file in place of a command', ['orders.xlsx'], 2, 'crm analyze orders.xlsx'],
    ['a flag before the command', ['--month', '2024-01', 'analyze'], 2, 'crm analyze orders.xlsx'],
    ['a month that does not exist', ['analyze', 'x.csv', '--month', '2024-13'], 2, '2024-13'],
    ['an unknown format', ['analyze', 'x.csv', '--format', 'jsn'], 2, 'json'],
    ['an output of unknown kind', ['analyze', 'x.csv', '-o', 'x.docx'], 2, 'table'],
    ['a window and a month', ['analyze', 'x.csv', '--month', '2024-01', '--from', '2024-01-01'], 2, '--from'],
    [
      'a window that ends before it begins',
      ['analyze', 'x.csv', '--from', '2024-02-01', '--to', '2024-01-01'],
      2,
      '2024-02-01',
    ],
    ['a missing file', ['analyze', 'nowhere.csv'], 3, 'nowhere.csv'],
    ['a flag behind --', ['analyze', '--', '--quiet'], 2, '--quiet'],
    ['a number nobody knows', ['explain', 'happiness'], 2, 'crm explain'],
  ])('%s', (_, args, exit, said) => {
    const run = crm(args, { cwd: folder.path });
    expect([run.exit, run.stdout]).toEqual([exit, '']);
    expect(run.stderr).toContain(said);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    if (process.env['LONG'] === undefined) return;
    expect(crm([...args, '--lang', 'en'], { cwd: folder.path }).exit).toBe(exit);
  });

  test('a window after the last order is refused with the days', () => {
    const { exit, stderr } = crm(['analyze', orders, '--from', '2025-01-01']);
    expect(exit).toBe(2);
    expect(stderr).toContain('2024-02-05');
  });

  test('repeat purchase without buyers ends with 5, the whole picture with 0', () => {
    const file = folder.file('no-buyer.csv', orderCsv(THREE).replaceAll('买家会员名', '说明'));
    expect(crm(['repeat', file]).exit).toBe(5);
    expect(crm(['analyze', file]).exit).toBe(0);
  });
});
