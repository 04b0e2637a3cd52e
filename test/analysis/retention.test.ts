import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortCalendars } from '../../src/analysis/cohort-calendar.js';
import { cohortRepeatWithin } from '../../src/analysis/cohort-repeat-within.js';
import { retention } from '../../src/analysis/retention.js';
import { retentionMean } from '../../src/analysis/retention-mean.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { bought, day } from './bought.js';
import { cellsOf, inputOf, noteIds, orders, rowsOf, type Shop } from './drawn.js';
import { customersOf } from './slow-shop.js';

const periods = ['month', 'week', 'quarter'] as const;

const shop = bought('2024-04-15', {
  ann: '2024-01-05 2024-01-20 2024-03-01',
  bob: '2024-01-31 2024-02-01 2024-03-31',
  eve: '2024-02-29',
  kim: '2024-04-02',
});

describe('a shop of four customers, as of the middle of April', () => {
  test('each cohort in each month since, the unfinished month empty', () => {
    const keys = ['cohort', 'size', 'period', 'eligible', 'active', 'returned', 'sales'];
    expect(cellsOf(retention, inputOf(shop), ...keys)).toEqual([
      ['2024-01', 2, 0, 2, 2, 0, 30_000],
      ['2024-01', 2, 1, 2, 1, 1, 10_000],
      ['2024-01', 2, 2, 2, 2, 2, 20_000],
      ['2024-01', 2, 3, null, null, null, null],
      ['2024-02', 1, 0, 1, 1, 0, 10_000],
      ['2024-02', 1, 1, 1, 0, 0, 0],
      ['2024-02', 1, 2, null, null, null, null],
      ['2024-04', 1, 0, null, null, null, null],
    ]);
  });

  test('rates, their intervals, and sales per customer so far', () => {
    const keys = ['rate', 'cumulativeRate', 'cumulativeSalesPerCustomer', 'low'];
    const [first, second, third, fourth] = cellsOf(retention, inputOf(shop), ...keys);
    expect(first).toEqual([1, 0, 15_000, null]);
    expect(second?.slice(0, 3)).toEqual([0.5, 0.5, 20_000]);
    expect(third?.slice(0, 3)).toEqual([1, 1, 30_000]);
    expect(second?.[3]).toBeCloseTo(0.0945, 4);
    expect(fourth).toEqual([null, null, null, null]);
  });

  test('means are of all customers whose month is over, and value is chained', () => {
    const keys = ['period', 'eligible', 'active', 'rate', 'cumulativeRate', 'cumulativeSalesPerCustomer'];
    const rows = cellsOf(retentionMean, inputOf(shop), ...keys);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      [0, 3, 3],
      [1, 3, 1],
      [2, 2, 2],
    ]);
    expect(rows.map(([, , , ...rates]) => rates.map((rate) => Number(Number(rate).toFixed(4))))).toEqual([
      [1, 0, 13_333.3333],
      [0.3333, 0.3333, 16_666.6667],
      [1, 1, 26_666.6667],
    ]);
  });

  test('the last month counts once it is over', () => {
    const later = inputOf({ ...shop, asOf: day('2024-04-30') });
    expect(cellsOf(retention, later, 'active').flat()).toEqual([2, 1, 2, 0, 1, 0, 0, 1]);
  });

  test('N-day repurchase of a cohort counts the return inside its first month, once the last of it is seen N days', () => {
    const input = inputOf({ ...shop, asOf: day('2024-03-01') });
    const rows = cellsOf(cohortRepeatWithin, input, 'cohort', 'size', 'days', 'eligible', 'returned').slice(0, 2);
    expect(rows).toEqual([
      ['2024-01', 2, 30, 2, 2],
      ['2024-01', 2, 60, null, null],
    ]);
  });

  test('customers first seen before --history-start are in no cohort', () => {
    const input = inputOf(shop, { historyStart: day('2024-02-01') });
    expect([...new Set(cellsOf(retention, input, 'cohort').flat())]).toEqual(['2024-02', '2024-04']);
    expect(noteIds(retention.compute(input))).toContain('history-start');
  });

  test('by week and by quarter', () => {
    const first = (cohort: 'week' | 'quarter') => cellsOf(retention, inputOf(shop, { cohort }), 'cohort', 'size')[0];
    expect([first('week'), first('quarter')]).toEqual([
      ['2024-W01', 1],
      ['2024-Q1', 3],
    ]);
  });
});

test('unbounded: who comes in a period or later; its last three periods are not shown', () => {
  const year = bought('2024-06-30', { ann: '2024-01-01 2024-05-01', bob: '2024-01-02' });
  const cells = cellsOf(retention, inputOf(year, { unbounded: true }), 'period', 'unbounded', 'unboundedRate');
  expect(cells).toEqual([
    [0, 2, 1],
    [1, 1, 0.5],
    [2, 1, 0.5],
    [3, null, null],
    [4, null, null],
    [5, null, null],
  ]);
  expect(retention.compute(inputOf(year)).columns.map(({ key }) => key)).not.toContain('unbounded');
});

test('an empty shop, orders without customers, and one customer of today', () => {
  expect(rowsOf(retention.compute(inputOf(orders``)))).toEqual([]);
  expect(rowsOf(retentionMean.compute(inputOf(orders`- 1`)))).toEqual([]);
  expect(cellsOf(retention, inputOf(orders`ann 1`), 'size', 'active')).toEqual([[1, null]]);
});

describe.each(periods)('any shop, cohorts by %s', (cohort) => {
  const calendar = cohortCalendars[cohort];
  const check = (property: (shop: Shop) => void) =>
    fc.assert(fc.property(anyShop({ customers: 15 }), property), runs());
  const periodOf = (date: number) => calendar.indexOf(date);

  test('every cell against filters over the purchases', () => {
    check((any) => {
      const people = [...customersOf(any).values()];
      const expected: unknown[] = [];
      for (const born of [...new Set(people.map((own) => periodOf(own[0]!.day)))].sort((one, other) => one - other)) {
        const members = people.filter((own) => periodOf(own[0]!.day) === born);
        for (let period = born; period <= periodOf(any.asOf); period++) {
          const start = [calendar.key(born), members.length, period - born];
          const inside = (own: (typeof people)[number]) => own.filter(({ day: date }) => periodOf(date) === period);
          const back = members.filter((own) =>
            own.some(({ day: date }) => periodOf(date) > born && periodOf(date) <= period),
          );
          const net = members.flatMap(inside).reduce((sum, one) => sum + one.net, 0);
          const active = members.filter((own) => inside(own).length > 0).length;
          const isOver = calendar.end(period) <= any.asOf;
          expected.push(isOver ? [...start, active, back.length, net] : [...start, null, null, null]);
        }
      }
      const keys = ['cohort', 'size', 'period', 'active', 'returned', 'sales'];
      expect(cellsOf(retention, inputOf(any, { cohort }), ...keys)).toEqual(expected);
    });
  });

  test('sizes add up to all customers, column 0 is the size, active never more, cumulative never falls', () => {
    check((any) => {
      const input = inputOf(any, { cohort, unbounded: true });
      const rows = rowsOf(retention.compute(input));
      const firsts = rows.filter((row) => row['period'] === 0);
      expect(firsts.reduce((sum, row) => sum + Number(row['size']), 0)).toBe(input.history.customers);
      for (const [index, row] of rows.entries()) {
        if (row['active'] === null) continue;
        if (row['period'] === 0) expect(row['active']).toBe(row['size']);
        expect(Number(row['active']) <= Number(row['size'])).toBe(true);
        if (row['unbounded'] !== null) expect(Number(row['unbounded']) >= Number(row['active'])).toBe(true);
        const before = rows[index - 1];
        if (Number(row['period']) === 0 || before === undefined) continue;
        for (const key of ['cumulativeRate', 'cumulativeSalesPerCustomer']) {
          expect(Number(row[key]) >= Number(before[key])).toBe(true);
        }
      }
    });
  });

  test('a calendar diagonal is the customers and sales of that period', () => {
    check((any) => {
      const people = [...customersOf(any).values()];
      const diagonals = new Map<number, { active: number; sales: number }>();
      for (const row of rowsOf(retention.compute(inputOf(any, { cohort })))) {
        if (row['active'] === null) continue;
        const born = people.map((own) => periodOf(own[0]!.day)).find((index) => calendar.key(index) === row['cohort'])!;
        const sum = diagonals.get(born + Number(row['period'])) ?? { active: 0, sales: 0 };
        diagonals.set(born + Number(row['period']), sum);
        sum.active += Number(row['active']);
        sum.sales += Number(row['sales']);
      }
      for (const [period, sum] of diagonals) {
        const own = people.map((one) => one.filter(({ day: date }) => periodOf(date) === period));
        expect(sum.active).toBe(own.filter((one) => one.length > 0).length);
        expect(sum.sales).toBe(own.flat().reduce((all, { net }) => all + net, 0));
      }
    });
  });

  test('means are the weighted sums of the observed cells, and value per customer never falls', () => {
    check((any) => {
      const input = inputOf(any, { cohort });
      const cells = rowsOf(retention.compute(input)).filter(({ eligible }) => eligible !== null);
      let value = 0;
      for (const mean of rowsOf(retentionMean.compute(input))) {
        const column = cells.filter(({ period }) => period === mean['period']);
        const sum = (key: string) => column.reduce((all, cell) => all + Number(cell[key]), 0);
        expect([mean['eligible'], mean['active'], mean['returned']]).toEqual([
          sum('size'),
          sum('active'),
          sum('returned'),
        ]);
        expect(mean['rate']).toBeCloseTo(sum('active') / sum('size'), 12);
        expect(mean['cumulativeRate']).toBeCloseTo(sum('returned') / sum('size'), 12);
        expect(Number(mean['cumulativeSalesPerCustomer']) >= value).toBe(true);
        expect(mean['cumulativeSalesPerCustomer']).toBeCloseTo(value + sum('sales') / sum('size'), 6);
        value = Number(mean['cumulativeSalesPerCustomer']);
      }
    });
  });

  test('N-day repurchase of the cohorts against filters', () => {
    check((any) => {
      const people = [...customersOf(any).values()];
      const input = inputOf(any, { cohort });
      for (const row of rowsOf(cohortRepeatWithin.compute(input))) {
        const members = people.filter((own) => calendar.key(periodOf(own[0]!.day)) === row['cohort']);
        const days = Number(row['days']);
        const isOver = calendar.end(periodOf(members[0]![0]!.day)) + days <= any.asOf;
        const back = members.filter(([first, second]) => second !== undefined && second.day - first!.day <= days);
        expect([row['size'], row['returned']]).toEqual([members.length, isOver ? back.length : null]);
      }
    });
  });
});
