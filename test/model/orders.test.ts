import { describe, expect, test } from 'vitest';
import { noRefunds } from '../../src/model/order-builder.js';
import { ordersFrom } from '../adapters/row-store.js';

describe('the order table', () => {
  const { table } = ordersFrom([
    {
      rows: [
        { order: '1', time: '2020-02-01', paid: 5, product: 'pan' },
        { order: '2', paid: 7 },
      ],
    },
  ]);
  test('is frozen, its lines, refunds and texts too', () => {
    for (const part of [table, table.lines, table.refunds, table.texts]) expect(Object.isFrozen(part)).toBe(true);
  });
  test('has columns of one length', () => {
    const columns = Object.values(table).filter((column) =>
      ArrayBuffer.isView(column),
    ) as unknown as ArrayLike<number>[];
    expect(columns.map(({ length }) => length)).toEqual(columns.map(() => table.size));
    const lines = Object.values(table.lines).filter((column) =>
      ArrayBuffer.isView(column),
    ) as unknown as ArrayLike<number>[];
    expect(lines.map(({ length }) => length)).toEqual(lines.map(() => table.lines.size));
  });
  test('has no refunds where the files tell no refund days', () => {
    expect(noRefunds().size).toBe(0);
  });
  test('of no rows is empty', () => {
    expect(ordersFrom([]).table).toMatchObject({ size: 0, lines: { size: 0 }, refunds: { size: 0 } });
  });
});

describe('the sequence of the table', () => {
  const sequence = (...rows: Parameters<typeof ordersFrom>[0][number]['rows']) =>
    ordersFrom([{ rows }]).orders.map(({ order }) => order);
  test('goes by payment time, creation time where there is none, orders without a time last', () => {
    expect(
      sequence(
        { order: 'c', paid: 1 },
        { order: 'b', time: '2020-02-02 10:00:00', created: '2020-01-01', paid: 1 },
        { order: 'a', time: '2020-02-02 10:00:01', paid: 1 },
        { order: 'd', created: '2020-02-01', paid: 1 },
      ),
    ).toEqual(['d', 'b', 'a', 'c']);
  });
  test('goes by order number where times are equal', () => {
    expect(sequence({ order: '2', time: '2020-02-02', paid: 1 }, { order: '1', time: '2020-02-02', paid: 2 })).toEqual([
      '1',
      '2',
    ]);
  });
  test('reaches over a century', () => {
    expect(sequence({ order: '1', time: '2095-01-01', paid: 1 }, { order: '2', time: '1990-01-01', paid: 1 })).toEqual([
      '2',
      '1',
    ]);
  });
});
