import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExclusionRules } from '../../src/adapters/exclusions/exclusion-rules.js';
import { runs } from '../runs.js';
import { orderRow, sheetsOf } from './drawn-orders.js';
import { type DrawnRow, ordersFrom } from './row-store.js';

const time = '2020-02-21';
const list = (orders: readonly string[], buyers: readonly string[] = []): ExclusionRules => ({
  list: { file: 'brushing.txt', orders, buyers },
  memoWords: [],
});

function reasons(rows: readonly DrawnRow[], exclusions: ExclusionRules) {
  const made = ordersFrom([{ rows: rows.map((row, at) => ({ order: String(at + 1), time, paid: 1, ...row })) }], {
    exclusions,
  });
  const known = new Map(made.orders.map(({ order, uncounted }) => [order, uncounted]));
  return { reasons: rows.map((_, at) => known.get(String(at + 1))), rules: made.exclusions?.rules, made };
}

describe('orders a user takes out', () => {
  test('by order number; numbers that are not there are counted', () => {
    const { reasons: found, rules } = reasons([{}, {}], list(['2', '2', '77']));
    expect(found).toEqual(['valid', 'excluded']);
    expect(rules).toEqual([{ kind: 'orders', name: 'brushing.txt', listed: 2, missing: 1 }]);
  });
  test('by buyer: any of buyer id, account and phone, in any spelling, masked ones never', () => {
    const rows = [{ buyer: 'ann' }, { phone: '13800000001' }, { account: 'staff@example.com' }, { buyer: 't**1' }, {}];
    const { reasons: found, rules } = reasons(
      rows,
      list([], ['ann', '+86 138-0000-0001', 'Staff@Example.com', 't**1']),
    );
    expect(found).toEqual(['excluded', 'excluded', 'excluded', 'valid', 'valid']);
    expect(rules).toEqual([{ kind: 'buyers', name: 'brushing.txt', listed: 4, missing: 1 }]);
  });
  test('by a word in the memo, in any letter case and width', () => {
    const rows = [{ memo: '刷单 3 号' }, { memo: 'ＴＥＳＴ order' }, { memo: '包邮' }, {}];
    const { reasons: found } = reasons(rows, { list: null, memoWords: ['刷单', 'test'] });
    expect(found).toEqual(['excluded', 'excluded', 'valid', 'valid']);
  });
  test('the first rule that names an order has it: numbers, buyers, words as given', () => {
    const rows = [{ memo: '刷单', buyer: 'ann' }, { memo: '刷单 员工', buyer: 'ann' }, { memo: '员工 刷单' }];
    const { made } = reasons(rows, { ...list(['1'], ['ann']), memoWords: ['员工', '刷单'] });
    expect([...made.exclusions!.ruleOf].sort()).toEqual([1, 2, 3]);
  });
  test('excluded comes after unpaid and before refunded', () => {
    const rows: DrawnRow[] = [
      { status: 'unpaid' },
      { status: 'deposit' },
      { status: 'refunded', paid: 0, refund: 5 },
      { status: 'closed' },
      { paid: 0 },
    ];
    const { reasons: found } = reasons(rows, list(['1', '2', '3', '4', '5']));
    expect(found).toEqual(['unpaid', 'deposit-only', 'excluded', 'excluded', 'excluded']);
  });
  test('without rules nothing is said of exclusions', () => {
    expect(reasons([{}], { list: null, memoWords: [] }).made.exclusions).toBeNull();
  });
  test('the table without them is that of a run without rules', () => {
    const rows = [
      { buyer: 'ann', phone: '13800000001' },
      { buyer: 'bob', phone: '13800000001' },
    ];
    const identity = { mode: 'linked' as const, aliases: null };
    const drawn = rows.map((row, at) => ({ order: String(at + 1), time, paid: 1, ...row }));
    const plain = ordersFrom([{ rows: drawn }], { identity });
    const { exclusions, table } = ordersFrom([{ rows: drawn }], { identity, exclusions: list(['2']) });
    expect([...exclusions!.without.uncounted]).toEqual([...plain.table.uncounted]);
    expect([...exclusions!.without.customer]).toEqual([0, 0]);
    expect([...table.customer]).toEqual([0, 1]);
  });
});

test('excluding orders is as removing their rows, but for the count of excluded', () => {
  fc.assert(
    fc.property(
      fc.array(orderRow, { maxLength: 14 }),
      fc.uniqueArray(fc.constantFrom<string>('1', '2', '3', '4', '5', '6'), { maxLength: 3 }),
      fc.constantFrom('strict' as const, 'linked' as const),
      (drawn, numbers, mode) => {
        const rules = { asOf: 18400, identity: { mode, aliases: null } };
        const all = ordersFrom(
          sheetsOf(drawn, [], () => 0),
          { ...rules, exclusions: list(numbers) },
        );
        const kept = drawn.filter(({ row }) => !numbers.includes(row.order!));
        const without = ordersFrom(
          sheetsOf(kept, [], () => 0),
          rules,
        );
        expect(all.orders.filter(({ order }) => !numbers.includes(order!))).toEqual(without.orders);
        for (const { order, uncounted } of all.orders) {
          if (numbers.includes(order!)) expect(uncounted).not.toBe('valid');
        }
      },
    ),
    runs(),
  );
});
