import { describe, expect, test } from 'vitest';
import { doubtfulSheets } from '../../src/adapters/settle/refund-meaning.js';
import { ordersFrom } from './row-store.js';

const time = '2020-02-21';

describe('the check total = paid + refund', () => {
  const check = (
    rows: Parameters<typeof ordersFrom>[0][number]['rows'],
    refund: 'paid-is-net' | 'paid-is-gross' = 'paid-is-net',
  ) => {
    const { facts, meanings } = ordersFrom([
      { dialect: { refund }, fields: ['order', 'time', 'total', 'paid', 'refund', 'status'], rows },
    ]);
    return { ...facts.check, doubtful: doubtfulSheets(facts.evidence, meanings).length };
  };
  test('counts the paid orders it holds for, to one minor unit', () => {
    const rows = [
      { order: '1', time, total: 100, paid: 60, refund: 40 },
      { order: '2', time, total: 100, paid: 60, refund: 41 },
      { order: '3', time, total: 100, paid: 60, refund: 42 },
      { order: '4', time, total: 100, paid: 100 },
      { order: '5', total: 100, paid: 0, refund: 0 },
    ];
    expect(check(rows)).toEqual({ orders: 4, holds: 3, doubtful: 0 });
  });
  test('says when the amounts contradict what the report is known for', () => {
    expect(check([{ order: '1', time, total: 100, paid: 100, refund: 40 }]).doubtful).toBe(1);
    expect(check([{ order: '1', time, total: 100, paid: 60, refund: 40 }], 'paid-is-gross').doubtful).toBe(1);
    expect(check([{ order: '1', time, total: 100, paid: 100, refund: 40 }], 'paid-is-gross')).toEqual({
      orders: 0,
      holds: 0,
      doubtful: 0,
    });
  });
});

describe('currencies', () => {
  test('the one with most orders leads, of equal ones the first by its code', () => {
    const rows = [
      { order: '1', time, paid: 1, currency: 'USD' },
      { order: '2', time, paid: 1 },
      { order: '3', time, paid: 1, currency: 'USD' },
    ];
    const main = ({ table, mainCurrency }: ReturnType<typeof ordersFrom>) => table.texts.currency.text(mainCurrency);
    expect(main(ordersFrom([{ rows }]))).toBe('USD');
    expect(main(ordersFrom([{ rows: rows.slice(0, 2) }]))).toBe('CNY');
  });
  test('a currency in the row and the same one said by the dialect are one', () => {
    const { table } = ordersFrom([
      {
        rows: [
          { order: '1', time, paid: 1, currency: 'CNY' },
          { order: '2', time, paid: 1 },
        ],
      },
    ]);
    expect(table.currency[0]).toBe(table.currency[1]);
  });
});
