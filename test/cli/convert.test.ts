import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, crm } from '../crm.js';
import { inLongRun } from '../runs.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const orders = folder.file('orders.csv', orderCsv(THREE));
const EXAMPLE = fileURLToPath(new URL('../../fixtures/example/orders.csv', import.meta.url));
const formats = ['csv', 'ndjson', 'xlsx', 'parquet'];

const tables = (source: string) => answer(['analyze', source]).document['tables'];
const list = (source: string) => crm(['customers', source, '--format', 'csv']).stdout;

describe('every command reads the converted orders as it reads the export', () => {
  const before: { tables: unknown; list: string } = { tables: null, list: '' };
  beforeAll(() => {
    before.tables = tables(EXAMPLE);
    before.list = list(EXAMPLE);
  });

  test.each(formats)('%s', (format) => {
    const file = join(folder.path, `history.${format}`);
    expect(crm(['convert', EXAMPLE, '-o', file])).toEqual({ exit: 0, stdout: '', stderr: '' });
    expect(list(file)).toBe(before.list);
    // In one process all formats are analysed by the tests of the command.
    if (inLongRun(format === 'parquet', true)) expect(tables(file)).toEqual(before.tables);
  });
});

test('the same file is written again byte for byte, and from its own copy', () => {
  const [first, second] = [join(folder.path, 'first.csv'), join(folder.path, 'second.csv')];
  crm(['convert', orders, '-o', first]);
  crm(['convert', first, '-o', second]);
  expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
});

test('a table for people is not what is asked for', () => {
  for (const args of [[], ['-o', join(folder.path, 'x.md')], ['--format', 'table'], ['--format', 'json']]) {
    const { exit, stdout, stderr } = crm(['convert', orders, ...args]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('parquet csv xlsx ndjson');
  }
});

test('orders that are given away have codes for buyers and orders, and the same customers', () => {
  const file = join(folder.path, 'shared.csv');
  const key = join(folder.path, 'shop.key');
  crm(['convert', orders, '-o', file, '--pseudonymise', key]);
  expect(readFileSync(file, 'utf8')).not.toContain('示例');
  const codes = (source: string, ...more: string[]) =>
    answer(['customers', source, ...more])
      .rows('customers')
      .map(({ customer, sales }) => [customer, sales]);
  expect(codes(file)).toEqual(codes(orders, '--pseudonymise', key));
  expect(tables(file)).toEqual(tables(orders));
});
