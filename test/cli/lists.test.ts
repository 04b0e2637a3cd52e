import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const orders = folder.file('orders.csv', orderCsv(THREE));
const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/orders.csv', import.meta.url));
const BIN = fileURLToPath(new URL('../../bin/crm.js', import.meta.url));

describe('lists of customers', () => {
  test('nothing but the list is on stdout, the best customer first', () => {
    const { exit, stdout, stderr } = crm(['customers', orders, '--format', 'csv']);
    expect([exit, stderr]).toEqual([0, '']);
    const [header = '', first = '', second = '', ...rest] = stdout.split('\n');
    expect(header.split(',').slice(0, 9)).toEqual([
      'customer',
      'name',
      'firstDay',
      'lastDay',
      'purchases',
      'orders',
      'units',
      'sales',
      'perPurchase',
    ]);
    expect(first).toMatch(/^"示例甲","示例甲",2024-01-05,2024-02-05,2,2,,40\.50,20\.25,0,hot,/);
    expect(second).toMatch(/^"示例乙","示例乙",2024-01-09,2024-01-09,1,1,,20\.00,/);
    expect(rest).toEqual(['']);
  });

  test.skipIf(process.env['LONG'] === undefined)('the segments hold each customer once', () => {
    const names = ['hot', 'warm', 'sleeping', 'aboutToLeave', 'lost'];
    const lists = names.map((name) =>
      answer(['segment', name, EXAMPLE])
        .rows('segment')
        .map(({ customer }) => customer),
    );
    const all = answer(['customers', EXAMPLE])
      .rows('customers')
      .map(({ customer }) => customer);
    expect(lists.flat().sort()).toEqual([...all].sort());
    const classes = answer(['recency', EXAMPLE])
      .rows('recency')
      .map(({ customers }) => customers);
    expect(lists.map(({ length }) => length)).toEqual(classes);
    const active = answer(['segment', 'active', EXAMPLE])
      .rows('segment')
      .map(({ customer }) => customer);
    expect(active.sort()).toEqual([...(lists[0] ?? []), ...(lists[1] ?? [])].sort());
  });

  test('a list into head ends quietly', () => {
    const { stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-c', '"$NODE" "$BIN" segment lost "$FILE" --format csv | head -3; echo "${PIPESTATUS[0]}"'],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', NODE: process.execPath, BIN, FILE: EXAMPLE } },
    );
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0');
  });

  test('a segment nobody knows is refused with the nearest', () => {
    const { exit, stderr } = crm(['segment', 'sleping', orders]);
    expect(exit).toBe(2);
    expect(stderr).toContain('sleeping');
  });

  test('day classes are segments too', () => {
    expect(answer(['segment', 'd0-30', orders, '--edges', '30,60']).rows('segment')).toHaveLength(2);
    expect(crm(['segment', 'd0-30', orders]).exit).toBe(2);
  });

  test('without a usable buyer there is no list, and the exit code says so', () => {
    const file = folder.file('no-buyer.csv', orderCsv(THREE).replaceAll('买家会员名', '说明'));
    for (const command of [['customers'], ['segment', 'hot'], ['churn']]) {
      expect(crm([...command, file]).exit, command[0]).toBe(5);
    }
  });
});

describe('a list that is given away', () => {
  const key = join(folder.path, 'shop.key');

  test('has codes for customers and no names; the same key gives the same codes, another key others', () => {
    const shared = () => crm(['customers', orders, '--format', 'csv', '--pseudonymise', key]);
    const first = shared();
    expect(first.stderr).toContain('shop.key');
    const again = shared();
    expect(again.stderr).toBe('');
    expect(again.stdout).toBe(first.stdout);
    expect(first.stdout).not.toContain('示例');
    expect(first.stdout).toMatch(/\n"?c-[0-9a-f]{20}"?,,2024-01-05/);
    const other = crm(['customers', orders, '--format', 'csv', '--pseudonymise', join(folder.path, 'other.key')]);
    expect(other.stdout).not.toBe(first.stdout);
    expect(readFileSync(key, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  test('keeps one code per customer', () => {
    const codes = answer(['customers', EXAMPLE, '--pseudonymise', key])
      .rows('customers')
      .map(({ customer }) => customer);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('a key that can be guessed is refused', () => {
    const weak = folder.file('weak.key', 'secret');
    expect(crm(['customers', orders, '--pseudonymise', weak]).exit).toBe(3);
  });
});

describe('one customer', () => {
  test('is found by buyer id and by order number, with the whole history', () => {
    for (const who of ['示例甲', '3510000000000000003']) {
      const found = answer(['customer', who, orders]);
      expect(found.rows('customer-orders')).toHaveLength(2);
    }
  });

  test('nobody is invented', () => {
    const { exit, stderr } = crm(['customer', '示例丙', orders]);
    expect(exit).toBe(2);
    expect(stderr).toContain('示例丙');
  });
});
