import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MergedOrders } from '../../src/adapters/merge/merge.js';
import { tableSequence } from '../../src/adapters/settle/table-sequence.js';
import { runs } from '../runs.js';

interface Timed {
  readonly paid: number;
  readonly created: number;
  readonly shop: number;
  readonly number: number;
}

const shops = ['Teehaus', '茶铺', 'b'];
const dictionary = (texts: readonly string[]) => ({ size: texts.length, text: (code: number) => texts[code] ?? '' });

function sequenceOf(orders: readonly Timed[]): number[] {
  const columns = {
    paidAt: Float64Array.from(orders, ({ paid }) => paid),
    createdAt: Float64Array.from(orders, ({ created }) => created),
    platform: new Int32Array(orders.length),
    shop: Int32Array.from(orders, ({ shop }) => shop),
    order: Int32Array.from(orders, (_, at) => at),
    hash: new Float64Array(0),
  };
  const merged = { size: orders.length, columns, row: Int32Array.from(orders, (_, at) => at) };
  const texts = {
    ...{ platform: dictionary(['mall']), shop: dictionary(shops) },
    order: dictionary(orders.map(({ number }) => String(number))),
  };
  return [...tableSequence(merged as unknown as MergedOrders, texts)];
}

/** The rule word for word: by time (none last), shop, number, place. */
function slowSequence(orders: readonly Timed[]): number[] {
  const time = ({ paid, created }: Timed) =>
    Number.isNaN(paid) ? (Number.isNaN(created) ? Number.POSITIVE_INFINITY : created) : paid;
  const text = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
  const compare = (one: Timed, other: Timed) =>
    (time(one) === time(other) ? 0 : time(one) - time(other)) ||
    text(shops[one.shop]!, shops[other.shop]!) ||
    text(String(one.number), String(other.number));
  return orders.map((_, at) => at).sort((one, other) => compare(orders[one]!, orders[other]!) || one - other);
}

/** Seconds close together, days apart, and centuries apart. */
const seconds = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: 1_582_992_000, max: 1_582_992_005 }),
  fc.integer({ min: 1_582_992_000, max: 1_882_992_000 }),
  fc.integer({ min: 631_152_000, max: 253_402_300_799 }),
  fc.integer({ min: 0, max: 9 }).map((tenths) => 1_582_992_000 + tenths / 10),
);
const timed = fc.record({
  ...{ paid: seconds, created: seconds },
  ...{ shop: fc.integer({ min: 0, max: 2 }), number: fc.integer({ min: 0, max: 30 }) },
});

test('orders stand by their time, those of one time by shop and number, however far apart the times are', () => {
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 60 }), (orders) => {
      expect(sequenceOf(orders)).toEqual(slowSequence(orders));
    }),
    runs(2000, 200),
  );
});

test('orders that stand in their sequence already stay there', () => {
  const orders = [3, 3, 5, 9].map((paid, number) => ({ paid, created: Number.NaN, shop: 0, number }));
  expect(sequenceOf(orders)).toEqual([0, 1, 2, 3]);
  expect(sequenceOf([])).toEqual([]);
});
