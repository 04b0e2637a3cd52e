import { expect, test } from 'vitest';
import { isBetweenDigits, isTotalsLabel } from '../../../src/adapters/rows/passed-over.js';

const labels = [
  ...[
    '总计',
    '合 计',
    '合计：',
    'Grand Total',
    'SUM',
    '本页合计',
    '12 record(s) downloaded',
    '共3条',
    '共 3 条，第 1 页 1',
  ],
  ...['导出时间 2024-01-01 10:00:00', '导出时间2024', '#-----', '# 合计 5', '#1 合计 12', 'Seller ID: 44'],
];
const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each(labels)('%s is a label, and does not stand between digits', (label) => {
  expect([isTotalsLabel(label), isBetweenDigits(bytesOf(label))]).toEqual([true, false]);
});

test.each(['1610000001242100003', '7', '1610-1', '10001-001', '2024/01/01'])(
  '%s stands between digits, and is no label',
  (number) => {
    expect([isTotalsLabel(number), isBetweenDigits(bytesOf(number))]).toEqual([false, true]);
  },
);

test.each(['', 'A1', '1A', '一', '１２'])('%s is no label either', (text) => {
  expect([isTotalsLabel(text), isBetweenDigits(bytesOf(text))]).toEqual([false, false]);
});
