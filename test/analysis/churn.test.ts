import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churn } from '../../src/analysis/churn.js';
import { customerFlow } from '../../src/analysis/customer-flow.js';
import { periodChurn } from '../../src/analysis/period-churn.js';
import { isoMonth, monthEnd, monthOf, monthStart } from '../../src/util/calendar.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { bought, day } from './bought.js';
import { cellsOf, inputOf, noteIds, orders, rowsOf, type Shop } from './drawn.js';
import { customersOf, type Purchase } from './slow-shop.js';

describe('churn, lapsed after 3 days', () => {
  test.each([
    ['exactly 3 days ago is not lost', orders`ann 1...`, [0, 0, null, null]],
    ['4 days ago is lost', orders`ann 1....`, [1, 1, 1, 0]],
    ['came back and stayed', orders`ann 1...1`, [1, 0, 0, 1]],
    [
      'too young to judge, and not lost',
      orders`
      ann 1....
      bob ...1.`,
      [1, 1, 1, 0],
    ],
    ['nobody', orders``, [0, 0, null, null]],
  ])('%s', (_, shop, expected) => {
    const rows = cellsOf(churn, inputOf(shop, { lapsedAfter: 3 }), 'eligible', 'lost', 'churn', 'retention');
    expect(rows[0]).toEqual(expected);
  });

  test('the second row is of all, young ones included', () => {
    const shop = orders`
      ann 1....
      bob ...1.`;
    const rows = cellsOf(churn, inputOf(shop, { lapsedAfter: 3 }), 'base', 'eligible', 'lost', 'churn');
    expect(rows[1]).toEqual(['all', 2, 1, 0.5]);
  });

  test('orders without customers leave no rows and say why', () => {
    const table = churn.compute(inputOf(orders`- 1`));
    expect([rowsOf(table), noteIds(table)]).toEqual([[], ['no-customers']]);
  });

  test('any shop: lost and kept are all, and the lost get fewer as L grows', () => {
    fc.assert(
      fc.property(anyShop(), (shop) => {
        const lost = [10, 60, 200, 365].map((lapsedAfter) => {
          const all = [...customersOf(shop).values()];
          const old = all.filter((own) => shop.asOf - own[0]!.day > lapsedAfter);
          const gone = all.filter((own) => shop.asOf - own.at(-1)!.day > lapsedAfter);
          const rows = rowsOf(churn.compute(inputOf(shop, { lapsedAfter })));
          if (rows.length === 0) return 0;
          expect([rows[0]?.['eligible'], rows[0]?.['lost']]).toEqual([old.length, gone.length]);
          for (const row of rows) if (row['churn'] !== null) expect(row['retention']).toBe(1 - Number(row['churn']));
          return gone.length;
        });
        expect([...lost].sort((one, other) => other - one)).toEqual(lost);
      }),
      runs(),
    );
  });
});

describe('customer flow of a drawn shop, lapsed after 31 days', () => {
  const shop = bought('2024-04-30', {
    ann: '2024-01-10 2024-02-10 2024-03-10 2024-04-10',
    bob: '2024-01-31 2024-04-01',
    eve: '2024-03-01 2024-03-02',
    kim: '2024-03-30',
  });
  const flow = (options = {}) => rowsOf(customerFlow.compute(inputOf(shop, { lapsedAfter: 31, ...options })));

  test('new, won back, lapsed, and the balance', () => {
    expect(flow().map((row) => Object.values(row))).toEqual([
      ['2024-01', 0, 2, 0, 0, 2],
      ['2024-02', 2, 0, 0, 0, 2],
      ['2024-03', 2, 2, 0, 1, 3],
      ['2024-04', 3, 0, 1, 1, 3],
    ]);
  });

  test('a customer who is new and lapsed within the month is neither', () => {
    expect(flow({ lapsedAfter: 5 })[0]).toMatchObject({ start: 0, new: 1, lapsed: 0, end: 1 });
  });

  test('the unfinished month is not there', () => {
    const rows = rowsOf(customerFlow.compute(inputOf({ ...shop, asOf: day('2024-04-29') })));
    expect(rows.map(({ month }) => month)).toEqual(['2024-01', '2024-02', '2024-03']);
  });

  test('the lapsed of a month are its churn, once L days of history lie before it', () => {
    const rows = rowsOf(periodChurn.compute(inputOf(shop, { lapsedAfter: 31 })));
    expect(rows.map(({ active, lost, churn: rate }) => [active, lost, rate])).toEqual([
      [2, 0, null],
      [2, 1, 0.5],
      [3, 1, 1 / 3],
      [0, 0, null],
    ]);
    expect([rows.at(-1)?.['from'], rows.at(-1)?.['to']]).toEqual([day('2023-05-02'), day('2024-04-30')]);
  });

  test('a window that is not over has no end to be judged at', () => {
    const window = { from: day('2024-04-01'), to: day('2024-05-31') };
    const [first] = rowsOf(periodChurn.compute(inputOf(shop, { lapsedAfter: 31, window })));
    expect([first?.['active'], first?.['lost'], first?.['churn']]).toEqual([null, null, null]);
  });
});

describe('the last 365 days', () => {
  const rowOf = (first: string) => {
    const shop = bought('2024-12-31', { ann: `${first} 2023-12-01`, bob: '2023-06-01 2024-06-01' });
    return rowsOf(periodChurn.compute(inputOf(shop))).at(-1);
  };

  test.each([
    ['730 days of history', '2023-01-02', 0.5],
    ['729 days of history', '2023-01-03', null],
  ])('%s', (_, first, rate) => {
    expect(rowOf(first)).toMatchObject({ active: 2, lost: 1, churn: rate });
  });
});

test.each([20, 90, 365])('any shop, L = %i: the flow against statuses by filter, and it balances', (lapsedAfter) => {
  const lastBy = (own: readonly Purchase[], date: number) => own.filter((one) => one.day <= date).at(-1)?.day;
  const isActive = (own: readonly Purchase[], date: number) => {
    const last = lastBy(own, date);
    return last !== undefined && date - last <= lapsedAfter;
  };
  fc.assert(
    fc.property(anyShop({ customers: 12 }), (shop: Shop) => {
      const people = [...customersOf(shop).values()];
      let end = 0;
      for (const row of rowsOf(customerFlow.compute(inputOf(shop, { lapsedAfter })))) {
        const month = [...Array(24).keys()]
          .map((k) => monthOf(shop.asOf) - k)
          .find((m) => isoMonth(m) === row['month'])!;
        const [before, last] = [monthStart(month) - 1, monthEnd(month)];
        const count = (test: (own: readonly Purchase[]) => boolean) => people.filter(test).length;
        const isNew = (own: readonly Purchase[]) => own[0]!.day > before && own[0]!.day <= last;
        expect(row).toEqual({
          month: row['month'],
          start: count((own) => isActive(own, before)),
          new: count((own) => isNew(own) && isActive(own, last)),
          wonBack: count((own) => !isActive(own, before) && !isNew(own) && isActive(own, last)),
          lapsed: count((own) => isActive(own, before) && !isActive(own, last)),
          end: count((own) => isActive(own, last)),
        });
        expect(Number(row['start']) + Number(row['new']) + Number(row['wonBack']) - Number(row['lapsed'])).toBe(
          row['end'],
        );
        expect(row['start']).toBe(end);
        end = Number(row['end']);
      }
    }),
    runs(),
  );
});
