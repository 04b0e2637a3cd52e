import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Dialect, fieldNames, ownFieldNames } from '../../../src/adapters/dialect.js';
import { generic } from '../../../src/adapters/dialects/generic.js';
import { dialects } from '../../../src/adapters/dialects/index.generated.js';
import { taobaoItems } from '../../../src/adapters/dialects/taobao-items.js';
import { taobaoOrders } from '../../../src/adapters/dialects/taobao-orders.js';
import { normalHeader, normalText } from '../../../src/adapters/identify/header.js';
import { otherTables } from '../../../src/adapters/identify/other-tables.js';
import { closeReasons } from '../../../src/adapters/rows/rows.js';
import { errorKinds } from '../../../src/errors.js';
import { stages } from '../../../src/model/orders.js';

describe.each(dialects.map((dialect): [string, Dialect] => [dialect.id, dialect]))('the layout %s', (_id, dialect) => {
  test('names every header once', () => {
    const headers = Object.values(dialect.fields).flatMap((spec) => spec.headers.map(normalHeader));
    expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([]);
    expect(headers).not.toContain('');
  });

  test('knows only fields, stages and reasons that exist', () => {
    const known = dialect.normalised === true ? [...fieldNames, ...ownFieldNames] : fieldNames;
    for (const field of Object.keys(dialect.fields)) expect(known).toContain(field);
    for (const stage of Object.values(dialect.statuses)) expect(stages).toContain(stage);
    for (const field of ['closeReason', 'refundStatus'] as const) {
      for (const value of Object.values(dialect.fields[field]?.values ?? {})) expect(closeReasons).toContain(value);
    }
  });

  test('no two of its statuses are the same text', () => {
    const statuses = Object.keys(dialect.statuses).map(normalText);
    expect(new Set(statuses).size).toBe(statuses.length);
  });

  test('does not rule out what it claims by', () => {
    expect(dialect.marks.flat().filter((mark) => dialect.not.includes(mark) && dialect.marks.length === 1)).toEqual([]);
  });
});

test('every file of the folder is in the list, under its own name', () => {
  const folder = new URL('../../../src/adapters/dialects/', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => !name.startsWith('index.'))
    .sort();
  expect(files).toEqual(dialects.map(({ id }) => `${id}.ts`).sort());
});

test('the order report is net of refunds, the item report is not', () => {
  expect([taobaoOrders.refund, taobaoItems.refund, generic.refund]).toEqual([
    'paid-is-net',
    'paid-is-gross',
    'paid-is-gross',
  ]);
});

test.each([
  ['等待买家付款', 'unpaid'],
  ['买家已付款，等待卖家发货', 'paid'],
  ['卖家已发货，等待买家确认', 'shipped'],
  ['交易成功', 'completed'],
  ['交易关闭', 'closed'],
  ['付款以后用户退款成功，交易自动关闭', 'refunded'],
  ['定金已付', 'deposit'],
  ['卖家部分发货', 'shipped'],
  ['已签收', 'completed'],
])('the status %s is %s', (status, stage) => {
  const found = Object.entries(taobaoOrders.statuses).find(([text]) => normalText(text) === normalText(status));
  expect(found?.[1]).toBe(stage);
});

test('every other table has marks and an error that says what it is', () => {
  for (const { code, marks, platform } of otherTables) {
    expect(errorKinds[code]).toBeDefined();
    expect(marks.length).toBeGreaterThan(0);
    expect(code === 'unsupported-platform').toBe(platform !== '');
  }
});
