import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import { answer, crm } from '../crm.js';
import { orderCsv, THREE, tempFolder } from './temp.js';

const folder = tempFolder();
const at = (name: string) => join(folder.path, name);
const bad = ['3510000000000000004', '=HYPERLINK("x")', '5', '交易成功', 'soon'] as const;
const orders = folder.file('bad.csv', orderCsv([...THREE, bad]));
const clean = folder.file('clean.csv', orderCsv(THREE));
const about = 'crm.file crm.sheet crm.line crm.column crm.reason crm.problem crm.expected crm.advice'.split(' ');
const columns = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'];
const csvOf = (file: string) => parse(readFileSync(file), { bom: true }) as string[][];

describe('--rejects', () => {
  test('writes each rejected row with reason, advice and its own cells, readable by its owner alone', () => {
    const { exit, stderr } = crm(['analyze', orders, '--rejects', at('r.csv'), '-o', at('r.json')]);
    expect([exit, existsSync(at('r.json'))]).toEqual([0, true]);
    expect(stderr).toBe(`1 行读不懂，没有算进去；已连同原因写到 ${at('r.csv')}，改好后和原文件一起再读即可\n`);
    const [header, row, ...more] = csvOf(at('r.csv'));
    expect(header).toEqual([...about, ...columns]);
    expect(row!.slice(0, 5)).toEqual(['bad.csv', '', '5', '订单付款时间', 'time-unreadable']);
    expect(row!.slice(5, 8).every((words) => words !== '')).toBe(true);
    expect(row!.slice(8)).toEqual([bad[0], `'${bad[1]}`, '5', '交易成功', 'soon']);
    expect(more).toEqual([]);
    expect(statSync(at('r.csv')).mode & 0o777).toBe(0o600);
  });
  test('as a workbook holds ids as text and no formula', () => {
    expect(crm(['check', orders, '--rejects', at('r.xlsx'), '--quiet', '--lang', 'en']).stderr).toBe('');
    const sheet = read(readFileSync(at('r.xlsx'))).Sheets['rejects']!;
    expect(utils.sheet_to_json<string[]>(sheet, { header: 1 })[0]).toEqual([...about, ...columns]);
    expect(sheet['F2']).toMatchObject({ t: 's', v: 'the time cannot be read, or the day does not exist' });
    expect([sheet['I2'], sheet['J2'], sheet['J2'].f]).toMatchObject([
      { t: 's', v: bad[0] },
      { t: 's', v: bad[1] },
      undefined,
    ]);
  });
  test('is a header alone where nothing was rejected', () => {
    expect(crm(['analyze', clean, '--rejects', at('none.csv')]).stderr).toBe('');
    expect(csvOf(at('none.csv'))).toEqual([about]);
  });
  test('can be corrected and read together with the files', () => {
    const list = at('again.csv');
    crm(['analyze', orders, '--rejects', list, '--quiet']);
    writeFileSync(list, readFileSync(list, 'utf8').replace('soon', '2024-03-01 10:00:00'));
    const { row } = answer(['analyze', orders, list]);
    expect(row('reconciliation', 'orders.valid')['count']).toBe(4);
    expect(row('overview', 'sales')['value']).toBe(65.5);
  });
  test('is written under --strict, which writes nothing else', () => {
    const { exit, stdout, stderr } = crm(['analyze', orders, '--strict', '--rejects', at('s.csv'), '-o', at('s.json')]);
    expect([exit, stdout, existsSync(at('s.json')), existsSync(at('s.csv'))]).toEqual([4, '', false, true]);
    expect(stderr).toContain(at('s.csv'));
  });
  test('comes with the answer or not at all', () => {
    mkdirSync(at('both'));
    const list = at('both/r.csv');
    writeFileSync(list, 'old');
    const run = crm(['repeat', orders, '--rejects', list, '--currency', 'USD', '-o', at('both/a.json')]);
    expect(run.exit).toBe(2);
    expect(readFileSync(list, 'utf8')).toBe('old');
    expect(readdirSync(at('both'))).toEqual(['r.csv']);
  });
  test('keeps the mode of a file it replaces', () => {
    const list = folder.file('mode.csv', 'old');
    chmodSync(list, 0o640);
    crm(['analyze', orders, '--rejects', list, '--quiet']);
    expect(statSync(list).mode & 0o777).toBe(0o640);
  });
  test.each([
    ['another ending', ['--rejects', at('r.txt')], '.csv'],
    ['standard output', ['--rejects', '-'], '.csv'],
    ['the file of the answer', ['--rejects', at('x.csv'), '-o', at('./x.csv')], '-o'],
    ['one of the inputs', ['--rejects', orders], 'bad.csv'],
  ])('refuses %s before any work', (_, more, said) => {
    const { exit, stdout, stderr } = crm(['analyze', orders, ...more]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});
