import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '../../../src/adapters/merge/columns.js';
import { apart } from '../../../src/adapters/merge/groups.js';
import type { MergedOrders } from '../../../src/adapters/merge/merge.js';
import { closeReasons } from '../../../src/adapters/rows/rows.js';
import { orderFacts } from '../../../src/adapters/settle/order-facts.js';
import { believableDays } from '../../../src/adapters/settle/out-of-range.js';
import { type Settled, uncountedOf } from '../../../src/adapters/settle/settle.js';
import { worthOf } from '../../../src/adapters/settle/worth.js';
import { kernels, noKernels } from '../../../src/kernel/kernels.js';
import { stages } from '../../../src/model/orders.js';
import { NO_DAY } from '../../../src/util/calendar.js';
import { runs } from '../../runs.js';

const SHEETS = 3;
const amount = fc.oneof(
  { arbitrary: fc.constantFrom(Number.NaN, 0, -0, 1, 2, 100, 101, 140, 141, 60, 40, -5), weight: 8 },
  fc.integer({ min: -200, max: 20_000 }),
  fc.constantFrom(0.5, 2 ** 53),
);
const time = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: 1_582_992_000, max: 1_592_992_000 }),
  fc.constantFrom(631_152_000, 1_582_991_999, 1_583_020_800, 253_402_300_799),
);
const order = fc.record({
  ...{ createdAt: time, paidAt: time, total: amount, goods: amount, postage: amount, discount: amount },
  ...{ paid: amount, refund: amount, paidSheet: fc.nat({ max: SHEETS - 1 }), currency: fc.nat({ max: 1 }) },
  ...{ stage: fc.nat({ max: stages.length - 1 }), closeReason: fc.nat({ max: closeReasons.length - 1 }) },
  ...{ has: fc.nat({ max: 127 }), excluded: fc.nat({ max: 1 }) },
});
type Order = typeof order extends fc.Arbitrary<infer Own> ? Own : never;

/** Few orders, or more than are handed over together. */
const some = fc.oneof(
  { arbitrary: fc.array(order, { maxLength: 30 }), weight: 9 },
  fc
    .array(order, { minLength: 5, maxLength: 30 })
    .map((few) => Array.from({ length: 9000 }, (_, at) => few[(at * 7) % few.length]!)),
);

function mergedOf(orders: readonly Order[]): MergedOrders {
  const doubles = ['createdAt', 'paidAt', 'total', 'goods', 'postage', 'discount', 'paid', 'refund'] as const;
  const columns = {
    ...Object.fromEntries(doubles.map((name) => [name, Float64Array.from(orders, (one) => one[name])])),
    paidSheet: Int32Array.from(orders, (one) => one.paidSheet),
    currency: Int32Array.from(orders, (one) => one.currency),
    stage: Uint8Array.from(orders, (one) => one.stage),
    closeReason: Uint8Array.from(orders, (one) => one.closeReason),
    has: Uint8Array.from(orders, (one) => one.has),
  } as unknown as Columns;
  return { size: orders.length, columns } as unknown as MergedOrders;
}

const meaning = fc.constantFrom('paid-is-net' as const, 'paid-is-gross' as const, 'none' as const);
const meanings = fc.array(meaning, { minLength: SHEETS, maxLength: SHEETS });

describe('the kernel and the rules word for word', () => {
  test('find the same day and money in every order, and the same reason not to count it', () => {
    const asOf = fc.constantFrom(NO_DAY, 18_321, 18_400, 2 ** 31 - 1);
    fc.assert(
      fc.property(some, meanings, fc.boolean(), fc.boolean(), asOf, (orders, meant, excludePostage, keepZero, day) => {
        const merged = mergedOf(orders);
        const excluded = Uint8Array.from(orders, (one) => one.excluded);
        const [one, other] = [kernels, noKernels].map((lent) => {
          const worth = worthOf(merged, meant, { excludePostage }, lent);
          return { worth, uncounted: uncountedOf(merged, worth, excluded, day, keepZero, lent) };
        });
        expect(one).toEqual(other);
      }),
      runs(2000, 200),
    );
  });

  test('count the same of the amounts of all orders', () => {
    fc.assert(
      fc.property(some, meanings, fc.constantFrom(-1, 0, 1), (orders, meant, mainCurrency) => {
        const merged = mergedOf(orders);
        const worth = worthOf(merged, meant, { excludePostage: false });
        const none = new Uint8Array(orders.length);
        const settled = { ...worth, uncounted: uncountedOf(merged, worth, none, 20_000, false) } as unknown as Settled;
        const from = { merged, meanings: meant, settled, mainCurrency };
        expect(orderFacts(from, kernels)).toEqual(orderFacts(from, noKernels));
      }),
      runs(2000, 200),
    );
  });

  test('believe the same days', () => {
    const day = fc.oneof(
      time,
      fc.integer({ min: 0, max: 3000 }).map((days) => 1_400_000_000 + days * 86_400),
    );
    const rows = fc.array(fc.tuple(day, day), { maxLength: 400 });
    fc.assert(
      fc.property(rows, (times) => {
        const columns = {
          createdAt: Float64Array.from(times, ([created]) => created),
          paidAt: Float64Array.from(times, ([, paid]) => paid),
        } as unknown as Columns;
        const found = believableDays(columns, apart(times.length), kernels);
        expect(found).toEqual(believableDays(columns, apart(times.length), noKernels));
        const all = times.flat().filter((one) => !Number.isNaN(one));
        expect(found.lastTime).toBe(Math.max(...all));
      }),
      runs(1000, 100),
    );
  });
});
