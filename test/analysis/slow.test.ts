import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaps } from '../../src/analysis/gaps.js';
import { lapsePoint } from '../../src/analysis/lapse-point.js';
import { orderLadder } from '../../src/analysis/order-ladder.js';
import { overview } from '../../src/analysis/overview.js';
import { periodReturn } from '../../src/analysis/period-return.js';
import { repeatWithin } from '../../src/analysis/repeat-within.js';
import { secondPurchase } from '../../src/analysis/second-purchase.js';
import { isoDay } from '../../src/util/calendar.js';
import { runs } from '../runs.js';
import { anyShop } from './any-shop.js';
import { cellsOf, inputOf, measureOf, type Shop, START } from './drawn.js';
import { customersOf, durationsFrom, netOf, slowLapsePoint, slowQuantile, slowSurvival, validOf } from './slow-shop.js';

const rules = ['day', 'order'] as const;

describe.each(rules)('any shop, against the slow obvious version (--purchase %s)', (purchase) => {
  const check = (shop: fc.Arbitrary<Shop>, property: (shop: Shop) => void) =>
    fc.assert(fc.property(shop, property), runs());

  test('N-day repurchase', () => {
    check(anyShop(), (shop) => {
      const expected = [30, 60, 90, 180, 365].map((days) => {
        const eligible = [...customersOf(shop, purchase).values()].filter(([first]) => first!.day + days <= shop.asOf);
        const returned = eligible.filter(([first, second]) => second !== undefined && second.day - first!.day <= days);
        return [days, eligible.length, returned.length];
      });
      const rows = cellsOf(repeatWithin, inputOf(shop, { purchase }), 'days', 'eligible', 'returned');
      if (rows.length > 0) expect(rows).toEqual(expected);
    });
  });

  test('second-purchase curve', () => {
    check(anyShop({ customers: 30, days: 200 }), (shop) => {
      const durations = [...customersOf(shop, purchase).values()].flatMap((own) =>
        durationsFrom(own, 1, shop.asOf).slice(0, 1),
      );
      const last = Math.max(-1, ...durations.map(([days]) => days));
      for (const [day, survival] of cellsOf(secondPurchase, inputOf(shop, { purchase }), 'day', 'survival')) {
        if (Number(day) > last) expect(survival).toBeNull();
        else expect(survival).toBeCloseTo(slowSurvival(durations, Number(day)), 12);
      }
    });
  });

  test('lapse point', () => {
    check(anyShop({ customers: 4, fewest: 50, orders: 120, clean: true }), (shop) => {
      const expected = slowLapsePoint(shop, purchase);
      expect(cellsOf(lapsePoint, inputOf(shop, { purchase }), 'days')).toEqual([[expected]]);
    });
  });

  test('order ladder', () => {
    check(anyShop({ customers: 5, fewest: 20, orders: 110 }), (shop) => {
      const lapse = slowLapsePoint(shop, purchase);
      const customers = [...customersOf(shop, purchase).values()];
      const expected: unknown[] = [];
      for (let n = 1; n <= 20 && customers.some((own) => own.length >= n); n++) {
        const reached = customers.filter((own) => own.length >= n);
        const next = reached.filter((own) => own.length > n);
        const days = next.map((own) => own[n]!.day - own[n - 1]!.day);
        const matured = reached.filter((own) => own[n - 1]!.day + lapse <= shop.asOf);
        const maturedNext = matured.filter((own) => own.length > n && own[n]!.day - own[n - 1]!.day <= lapse);
        const nth = reached.map((own) => own[n - 1]!);
        const perOrder = sum(nth.map(({ net }) => net)) / sum(nth.map(({ orders }) => orders));
        const quantiles = [0.5, 0.25, 0.75, 0.8].map((p) => rounded(slowQuantile(days, p)));
        expected.push([
          n,
          reached.length,
          next.length,
          matured.length,
          maturedNext.length,
          rounded(perOrder),
          ...quantiles,
        ]);
      }
      const keys = [
        'nth',
        'customers',
        'next',
        'maturedCustomers',
        'maturedNext',
        'perOrder',
        'medianDays',
        'p25',
        'p75',
        'p80',
      ];
      const rows = cellsOf(orderLadder, inputOf(shop, { purchase }), ...keys);
      expect(rows.map((row) => row.map((cell) => rounded(cell as number | null)))).toEqual(expected);
    });
  });

  test('gaps', () => {
    check(anyShop(), (shop) => {
      const closed = [...customersOf(shop, purchase).values()].flatMap((own) =>
        durationsFrom(own, 1, shop.asOf).flatMap(([days, isClosed]) => (isClosed ? [days] : [])),
      );
      const quantiles = [0.25, 0.5, 0.75, 0.8].map((p) => rounded(slowQuantile(closed, p)));
      const mean = closed.length === 0 ? null : rounded(sum(closed) / closed.length);
      const rows = cellsOf(gaps, inputOf(shop, { purchase }), 'days').map(([days]) => rounded(days as number | null));
      if (rows.length > 0) expect(rows.slice(0, 6)).toEqual([closed.length, mean, ...quantiles]);
    });
  });
});

test('any shop and window: the overview against filters over its orders', () => {
  fc.assert(
    fc.property(anyShop(), fc.nat(400), fc.nat(120), (shop, from, length) => {
      const window = { from: START + from, to: START + from + length };
      const input = inputOf(shop, { window });
      const inside = ({ day }: { readonly day: number }) => day >= window.from && day <= window.to;
      const valid = validOf(shop).filter((order) => inside({ day: order.day! }));
      const histories = [...customersOf(shop).values()];
      const buyers = histories.filter((own) => own.some(inside));
      const bought = buyers.flatMap((own) => own.filter(inside));
      const again = buyers.flatMap((own) => own.slice(1).filter(inside));
      const best = buyers.map((own) => sum(own.filter(inside).map(({ net }) => net))).sort((one, other) => other - one);
      const is = (name: string, numerator: number | null, denominator: number | null) =>
        histories.length > 0 && expect(measureOf(overview, input, name)).toMatchObject({ numerator, denominator });
      expect(measureOf(overview, input, 'sales')['value']).toBe(netOf(valid));
      is('perOrder', netOf(valid), valid.length);
      is('perCustomer', sum(best), buyers.length);
      is('purchasesPerCustomer', bought.length, buyers.length);
      is('repeatRate', buyers.filter((own) => own.filter(inside).length > 1).length, buyers.length);
      is('returningCustomers', buyers.filter((own) => own[0]!.day < window.from).length, buyers.length);
      is('returningPurchases', again.length, bought.length);
      is('returningSales', sum(again.map(({ net }) => net)), sum(best));
      is('oneTimeCustomers', buyers.filter((own) => own.length === 1).length, buyers.length);
      is('top20Share', sum(best.slice(0, Math.ceil(best.length / 5))), sum(best));
    }),
    runs(),
  );
});

test('any shop: return from month to month against the months as texts', () => {
  fc.assert(
    fc.property(anyShop({ days: 250 }), (shop) => {
      const months = [...customersOf(shop).values()].map(
        (own) => new Set(own.map(({ day }) => isoDay(day).slice(0, 7))),
      );
      const rows = cellsOf(periodReturn, inputOf(shop), 'from1', 'from2', 'buyers', 'returned');
      for (const [from1, from2, buyers, returned] of rows) {
        const [first, second] = [from1, from2].map((day) => isoDay(Number(day)).slice(0, 7));
        const inFirst = months.filter((own) => own.has(first!));
        expect([buyers, returned]).toEqual([inFirst.length, inFirst.filter((own) => own.has(second!)).length]);
      }
    }),
    runs(),
  );
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(9));
}
