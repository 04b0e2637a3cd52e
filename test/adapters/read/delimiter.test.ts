import { describe, expect, test } from 'vitest';
import { findDelimiter } from '../../../src/adapters/read/delimiter.js';
import { openFile } from '../../../src/adapters/read/open.js';
import { collect, table } from './collect.js';
import { memorySource } from './memory-source.js';
import { sameProcess } from './same-process.js';
import { automatic } from './write-files.js';

const found = (text: string) => findDelimiter(Buffer.from(text), 'auto').delimiter;

describe('the delimiter is found from the content', () => {
  test.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['tab', 'a\tb\n1\t2\n', '\t'],
    ['semicolon with decimal commas', 'a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n', ';'],
    ['bar', 'a|b\n1|2\n', '|'],
    ['tab although every address has commas', 'a\tb\n1\tx, y\n2\tz, w\n', '\t'],
    ['comma although quoted messages have semicolons', 'a,b\n1,"x;y;z"\n2,"u;v;w"\n', ','],
    ['comma although quoted messages have line ends', 'a,b\n1,"x\ny\nz"\n2,"u\nv"\n', ','],
    ['comma although the rows are ragged', 'a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3\n', ','],
    ['comma behind title rows', '推广报表\n导出\na,b,c\n1,2,3\n4,5,6\n7,8,9\n', ','],
    ['a header alone', '订单编号,买家会员名\n', ','],
    ['one column', '订单编号\n1001\n1002\n', ','],
    ['one column of times', '订单付款时间\n2024-01-02 10:00:00\n2024-01-03 11:00:00\n', ','],
    ['blanks of a fixed-width log', ' 00004    1 19970101  2   29.33\n 00004    1 19970118  2   29.73\n', 'blank'],
  ])('%s', (_, text, delimiter) => {
    expect(found(text)).toBe(delimiter);
  });

  test('the line sep=; decides and is no row', async () => {
    const { sheets, delimiter } = await openFile(memorySource('sep=;\r\na;b\r\n1,5;2\r\n'), automatic, sameProcess);
    const { rows } = await collect(sheets[0]!, [0, 1]);
    expect(delimiter).toBe(';');
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    expect(table(rows, 2)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });

  test('a delimiter named by the user is used', async () => {
    const options = { ...automatic, delimiter: ';' } as const;
    const { sheets } = await openFile(memorySource('a,b;c\n1,2;3\n'), options, sameProcess);
    expect(table((await collect(sheets[0]!, [0, 1])).rows, 2)[1]).toEqual(['1,2', '3']);
  });
});

test('runs of blanks set cells apart, blanks at the ends mean nothing', async () => {
  const text = '  00004    1 19970101  2   29.33\n\n 00021   2 19970113\t1  12.00  \r\n';
  const { sheets } = await openFile(memorySource(text), { ...automatic, delimiter: 'blank' }, sameProcess);
  const { rows, count } = await collect(sheets[0]!, [0, 1, 2, 3, 4]);
  expect(table(rows, 5)).toEqual([
    ['00004', '1', '19970101', '2', '29.33'],
    ['00021', '2', '19970113', '1', '12.00'],
  ]);
  expect(rows.map(({ line, width }) => [line, width])).toEqual([
    [1, 5],
    [3, 5],
  ]);
  expect(count).toEqual({ rows: 2, bad: 0, blank: 1 });
});
