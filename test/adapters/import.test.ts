import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueWords } from '../../src/i18n/issues.js';
import { notes as noteWords } from '../../src/i18n/notes.js';
import type { Counted, Imported } from '../../src/model/imported.js';
import { isoDay } from '../../src/util/calendar.js';
import { runs } from '../runs.js';
import { columns, imported, report, row } from './csv-import.js';
import { readable } from './row-store.js';

const paid = (order: number | string, buyer: string, amount: string, day: string, time = '10:00:00') =>
  row(order, buyer, amount, amount, '0.00', '交易成功', `${day} 09:00:00`, `${day} ${time}`);
const ids = ({ notes }: Imported) => notes.map(({ id }) => id);
const note = ({ notes }: Imported, id: string) => notes.find((one) => one.id === id)?.params;

describe('files to orders', () => {
  const feb = report(columns, paid(1, 'ann', '100.00', '2020-02-01'), paid(2, 'bob', '50.50', '2020-02-02'));
  test('says of each file and sheet how it was read and what became of it', async () => {
    const { files, rows, clock, asOf, asOfReason, has } = await imported({ 'feb.csv': feb });
    expect(files).toMatchObject([
      {
        name: 'feb.csv',
        kind: 'text',
        encoding: 'utf-8',
        delimiter: ',',
        sheets: [
          {
            platform: 'taobao-orders',
            skipped: null,
            headerLine: 1,
            rows: 2,
            used: 2,
            duplicate: 0,
            rejected: 0,
            amount: 15050,
            timeKinds: { text: 2 },
          },
        ],
      },
    ]);
    expect(files[0]!.sheets[0]!.columns).toContainEqual({ field: 'time', header: '订单付款时间 ', position: 8 });
    expect([files[0]!.sheets[0]!.firstDay, files[0]!.sheets[0]!.lastDay].map((day) => isoDay(day!))).toEqual([
      '2020-02-01',
      '2020-02-02',
    ]);
    expect(rows.read).toEqual({ count: 2, amount: 15050 });
    expect(clock).toEqual({ zone: 'Asia/Shanghai', source: 'platform' });
    expect([isoDay(asOf), asOfReason]).toEqual(['2020-02-02', 'latest-order']);
    expect(has).toEqual({
      order: true,
      buyer: true,
      paidAt: true,
      createdAt: true,
      status: true,
      refund: true,
      units: false,
      product: false,
      refundDays: false,
    });
  });
  test('the orders point at the file, sheet and line they were read from', async () => {
    const mar = report(columns, paid(3, 'ann', '1.00', '2020-03-01'));
    const { table } = await imported([
      ['mar.csv', mar],
      ['feb.csv', feb],
    ]);
    expect([...table.file]).toEqual([0, 0, 1]);
    expect([...table.line]).toEqual([2, 3, 2]);
    expect(Object.isFrozen(table)).toBe(true);
  });
  test('a header without rows is no order and no error', async () => {
    const result = await imported({ 'empty.csv': report(columns) });
    expect(result.table.size).toBe(0);
    expect(result).toMatchObject({ asOfReason: 'none', rows: { read: { count: 0, amount: 0 } } });
  });
  test('a file that is not an order table is refused with the reason', async () => {
    await expect(imported({ 'x.csv': '商品名称,浏览量,访客数\npan,1,2\n' })).rejects.toMatchObject({
      name: 'CrmError',
      exit: 3,
    });
  });
  test('--timezone names the clock', async () => {
    expect((await imported({ 'feb.csv': feb }, { timezone: 'Europe/Berlin' })).clock).toEqual({
      zone: 'Europe/Berlin',
      source: 'option',
    });
  });
  test('--order-ids none takes each row as an order', async () => {
    const twice = report(columns, paid(1, 'ann', '100.00', '2020-02-01'), paid(1, 'ann', '100.00', '2020-02-01'));
    const { table, notes } = await imported({ 'feb.csv': twice }, { orderIds: 'none' });
    expect([...table.order]).toEqual([-1, -1]);
    expect(notes.map(({ id }) => id)).toContain('equal-rows-without-order-number');
  });
});

describe('the same data twice', () => {
  const feb = report(
    columns,
    paid(1, 'ann', '100.00', '2020-02-01'),
    row(2, 'bob', '50.00', 'x', '0', '交易成功', '2020-02-01', '2020-02-01'),
  );
  test('a byte-identical file is read once and its rows are duplicates', async () => {
    const result = await imported([
      ['b.csv', feb],
      ['a.csv', feb],
    ]);
    expect(
      result.files.map(({ name, sheets }) => [name, sheets[0]!.used, sheets[0]!.duplicate, sheets[0]!.rejected]),
    ).toEqual([
      ['a.csv', 1, 0, 1],
      ['b.csv', 0, 2, 0],
    ]);
    expect(note(result, 'same-file-twice')).toEqual({ file: 'b.csv', first: 'a.csv' });
    expect(result.issues.count).toBe(1);
    expect(result.rows).toMatchObject({
      read: { count: 4 },
      used: { count: 1, amount: 10000 },
      duplicate: { count: 2, amount: 10000 },
    });
  });
  test('files without order numbers that hold the same rows are counted and said, with rows and amount', async () => {
    const bare = (separator: string) =>
      ['买家会员名', '买家实际支付金额', '订单付款时间'].join(separator) +
      `\nann${separator}41.86${separator}2018/5/16 9:41\n`;
    const result = await imported({ 'a.csv': bare(','), 'b.txt': bare('\t') });
    expect(result.table.size).toBe(2);
    expect(note(result, 'same-rows-without-order-number')).toEqual({
      sheets: 'a.csv、b.txt',
      rows: 1,
      amount: 'CNY 41.86',
    });
    expect(ids(await imported({ 'a.csv': bare(',') }))).not.toContain('same-rows-without-order-number');
  });
});

describe('issues of orders', () => {
  test('a contradiction is listed where the losing row stands, its value only when asked for', async () => {
    const files = {
      'a.csv': report(
        columns,
        paid(1, 'ann', '100.00', '2020-02-01'),
        row(1, 'bob', '100.00', '80.00', '20.00', '交易成功', '2020-02-01 09:00:00', '2020-02-01 10:00:00'),
      ),
    };
    const { issues } = await imported(files);
    expect(issues.first).toEqual([
      {
        file: 'a.csv',
        sheet: '',
        line: 2,
        column: '买家会员名',
        problem: 'conflicting-states',
        got: 'text, 3 characters',
        value: null,
        done: 'merged',
      },
    ]);
    expect((await imported(files, { showValues: true })).issues.first[0]!.value).toBe('ann');
  });
  test('reading and order problems stand together in the order of the files', async () => {
    const rows = [
      paid(1, 'ann', '', '2020-02-01'),
      paid(2, 'bob', 'abc', '2020-02-01'),
      row(3, 'cat', '10.00', '-5.00', '15.00', '交易成功', '2020-02-01', '2020-02-01'),
    ];
    const { issues, rows: counts, table } = await imported({ 'a.csv': report(columns, ...rows) });
    expect(issues.first.map(({ line, problem, done }) => [line, problem, done])).toEqual([
      [2, 'no-amount', 'rejected'],
      [3, 'amount-unreadable', 'rejected'],
      [4, 'refund-exceeds-paid', 'kept'],
    ]);
    expect([...counts.rejected.keys()]).toEqual(['amount-unreadable', 'no-amount']);
    expect([...table.net]).toEqual([-500]);
  });
  test('a date that is far beyond the others is rejected with its place', async () => {
    const rows = Array.from({ length: 150 }, (_, at) => paid(at, 'ann', '1.00', '2020-02-01'));
    const { issues, asOf } = await imported({
      'a.csv': report(columns, ...rows, paid(999, 'ann', '1.00', '2052-02-01')),
    });
    expect(issues.first).toMatchObject([
      { line: 152, problem: 'time-out-of-range', column: '订单付款时间 ', got: 'time', done: 'rejected' },
    ]);
    expect(isoDay(asOf)).toBe('2020-02-01');
  });
});

describe('what is said', () => {
  test('whether total = paid + refund holds, with both numbers', async () => {
    const rows = [
      paid(1, 'ann', '100.00', '2020-02-01'),
      row(2, 'ann', '100.00', '60.00', '20.00', '交易成功', '2020-02-01', '2020-02-01'),
      row(3, 'ann', '100.00', '0.00', '0.00', '等待买家付款', '2020-02-01', ''),
    ];
    const result = await imported({ 'a.csv': report(columns, ...rows) });
    expect(note(result, 'total-check')).toEqual({ orders: 2, holds: 1 });
    expect(result.notes.find(({ id }) => id === 'total-check')!.level).toBe('warning');
  });
  test('no buyer column, and one that looks like it', async () => {
    const bare = '订单编号,买家实际支付金额,订单付款时间';
    expect(ids(await imported({ 'a.csv': `${bare}\n1,1.00,2020-02-01\n` }))).toContain('no-buyer');
    const result = await imported({ 'a.csv': `${bare},会员号\n1,1.00,2020-02-01,ann\n` });
    expect(note(result, 'no-buyer-suggest')).toEqual({ file: 'a.csv', header: '会员号' });
  });
  test('buyers that are all masked', async () => {
    const result = await imported({
      'a.csv': report(columns, paid(1, 't**1', '1.00', '2020-02-01'), paid(2, 't**1', '1.00', '2020-02-01')),
    });
    expect(note(result, 'no-usable-buyer')).toEqual({ orders: 2, masked: 2 });
    expect(note(result, 'masked-names-collide')).toEqual({ names: 1 });
  });
  test('orders whose status says paid without a payment time', async () => {
    const result = await imported({
      'a.csv': report(columns, row(1, 'ann', '9.00', '9.00', '0', '交易成功', '2020-02-01', '')),
    });
    expect(note(result, 'paid-without-payment-time')).toEqual({ orders: 1, amount: 'CNY 9.00' });
  });
  test('every note and issue has its words', async () => {
    const result = await imported({
      'a.csv': report(
        columns,
        paid(1, 't**1', '', '2020-02-01'),
        paid('', 'bob', '2.00', '2020-02-01'),
        paid(2, 'bob', '2.00', '2024-02-01'),
      ),
    });
    for (const { id } of result.notes) expect(Object.hasOwn(noteWords, id), id).toBe(true);
    for (const problem of result.issues.byProblem.keys())
      expect(Object.hasOwn(issueWords, problem), problem).toBe(true);
  });
});

describe('any rows in any files', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2020-02-${String(date).padStart(2, '0')}`);
  const money = fc.constantFrom('0.00', '1.00', '99.90', '12.345', 'abc', '', '-3.00', '1,200.00');
  const drawn = fc
    .tuple(
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom('ann', 'bob', 't**1', '__proto__', ''),
      money,
      money,
      fc.constantFrom('0.00', '5.00', ''),
      fc.constantFrom('交易成功', '交易关闭', '等待买家付款', '?', ''),
      day,
      fc.constantFrom('x', '', 'same'),
    )
    .map(([order, buyer, total, amount, refund, status, created, time]) =>
      row(
        order,
        buyer,
        quoted(total),
        quoted(amount),
        refund,
        status,
        created,
        time === 'same' ? created : time === 'x' ? '2020-02-30' : '',
      ),
    );
  const files = fc.array(fc.array(drawn, { maxLength: 8 }), { minLength: 1, maxLength: 3 });

  test('rows read = used + duplicate + rejected, in number and money; every rejected row has its place', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (parts) => {
        const result = await imported(named(parts));
        const { read, used, duplicate, rejected } = result.rows;
        const sum = (of: (one: Counted) => number) =>
          [used, duplicate, ...rejected.values()].map(of).reduce((total, one) => total + one, 0);
        expect(read.count).toBe(parts.flat().length);
        expect(sum(({ count }) => count)).toBe(read.count);
        expect(sum(({ amount }) => amount)).toBe(read.amount);
        expect(result.issues.first.filter(({ done, line }) => done === 'rejected' && line !== null)).toHaveLength(
          [...rejected.values()].reduce((total, { count }) => total + count, 0),
        );
        expect(used.amount).toBe(result.table.net.reduce((total, net) => total + net, 0));
        const sheets = result.files.flatMap((file) => file.sheets);
        expect(sheets.reduce((total, sheet) => total + sheet.used, 0)).toBe(used.count);
        expect(sheets.every((sheet) => sheet.rows === sheet.used + sheet.duplicate + sheet.rejected)).toBe(true);
      }),
      runs(300),
    );
  });

  test('the sequence of files and of rows changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (parts) => {
        const result = await imported(named(parts));
        const turned = await imported(named(parts).reverse());
        const told = ({ table, ...rest }: Imported) => ({
          ...rest,
          orders: readable(table),
          lines: [...table.line],
          files: [...table.file],
        });
        expect(told(turned)).toEqual(told(result));
        const joined = await imported([['all.csv', report(columns, ...parts.flat().reverse())]]);
        expect(readable(joined.table)).toEqual(readable(result.table));
      }),
      runs(300),
    );
  });
});

function named(parts: readonly (readonly string[])[]): (readonly [string, string])[] {
  return parts.map((rows, at) => [`${at}.csv`, report(columns, ...rows)] as const);
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}
