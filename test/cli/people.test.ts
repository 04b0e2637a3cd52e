import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { tempFolder } from './temp.js';

const folder = tempFolder();
const header = '订单编号,买家会员名,买家实际支付金额,订单状态,订单付款时间,联系手机,收货人姓名,收货地址,订单备注';
const row = (order: string, buyer: string, phone: string, memo = '') =>
  `${order},${buyer},10.00,交易成功,2024-01-0${order} 10:00:00,${phone},示例,示例省 示例市 某路 ${order} 号,${memo}`;
const orders = folder.file(
  'orders.csv',
  [
    header,
    row('1', '示例甲', '13800000001'),
    row('2', '示例乙', '13800000001'),
    row('3', '示例丙', '13800000003', '刷单'),
    row('4', '示例丁', '13800000004', '员工'),
    row('5', 't**1', '13800000004'),
  ].join('\n'),
);

const customers = (...more: string[]) => answer(['analyze', orders, ...more]).row('overview', 'customers')['value'];

describe('who is one customer', () => {
  test('strict keeps apart, linked joins by phone, an alias file joins by name', () => {
    expect(customers()).toBe(5);
    expect(customers('--identity', 'linked')).toBe(3);
    const aliases = folder.file('aliases.csv', '示例甲,示例丙\n');
    expect(customers('--aliases', aliases)).toBe(4);
    expect(customers('--aliases', aliases, '--identity', 'linked')).toBe(2);
  });
  test('loose says loudly that it guesses', () => {
    const { stdout } = crm(['analyze', orders, '--identity', 'loose']);
    expect(stdout).toMatch(/注意：当心：--identity loose/);
  });
  test('the next commands read the files the same way', () => {
    const { stdout } = crm(['analyze', orders, '--identity', 'linked', '--exclude-memo', '刷单,员工']);
    expect(stdout).toContain(`crm check ${orders} --identity linked --exclude-memo 刷单,员工`);
  });
});

describe('orders a user takes out', () => {
  const list = folder.file('brushing.txt', '# 刷单\n1\n买家：示例乙\n9999\n');
  const args = ['analyze', orders, '--exclude', list, '--exclude-memo', '刷单', '--exclude-memo', '没有的词'];

  test('are counted by rule, and the headline numbers stand with and without them', () => {
    const { rows, row: of } = answer(args);
    expect(of('reconciliation', 'orders.uncounted.excluded')['count']).toBe(3);
    expect(rows('exclusions')).toEqual([
      { rule: 'orders', name: 'brushing.txt', listed: 2, missing: 1, named: 1, taken: 1, amount: 10 },
      { rule: 'buyers', name: 'brushing.txt', listed: 1, missing: 0, named: 1, taken: 1, amount: 10 },
      { rule: 'memo', name: '刷单', listed: null, missing: null, named: 1, taken: 1, amount: 10 },
      { rule: 'memo', name: '没有的词', listed: null, missing: null, named: 0, taken: 0, amount: 0 },
    ]);
    expect(of('exclusion-effect', 'sales')).toEqual({ metric: 'sales', with: 20, without: 50 });
    expect(of('exclusion-effect', 'customers')).toEqual({ metric: 'customers', with: 2, without: 5 });
    expect(answer(['analyze', orders]).document['tables']).not.toContainEqual(
      expect.objectContaining({ id: 'exclusions' }),
    );
  });
  test('a rule that took nothing is said, in both languages', () => {
    expect(crm(args).stdout).toContain('没有一单的备注里有“没有的词”');
    expect(crm([...args, '--lang', 'en']).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'No order has 没有的词 in its memo',
    );
  });
  test.each([
    ['an alias alone', ['--aliases', folder.file('alone.csv', 'a,b\nc\n')], 3, '第 2 行'],
    ['two numbers on a line', ['--exclude', folder.file('two.txt', '1,2\n')], 3, '第 1 行'],
    ['a number without its digits', ['--exclude', folder.file('lost.txt', '3.51E+18\n')], 3, '科学计数法'],
    [
      'a list that is no text',
      ['--exclude', folder.file('list.zip', Uint8Array.of(80, 75, 3, 4, 1, 2))],
      3,
      '文本文件',
    ],
    ['a list that is missing', ['--exclude', 'nowhere.txt'], 3, 'nowhere.txt'],
    ['a folder for a list', ['--aliases', folder.path], 2, '文件'],
    ['an empty word', ['--exclude-memo', ''], 2, '词'],
    ['an unknown way of telling customers', ['--identity', 'guess'], 2, 'strict'],
  ])('%s', (_, more, exit, said) => {
    const run = crm(['analyze', orders, ...more]);
    expect([run.exit, run.stdout]).toEqual([exit, '']);
    expect(run.stderr).toContain(said);
  });
});
