import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyModelId, Fitted, Predictions } from '../../../src/analysis/models/customer-model.js';
import { daysToDue, daysToLikely } from '../../../src/analysis/models/days-until.js';
import { modelOf } from '../../../src/analysis/models/mbg-cnbd.js';
import { customerModels } from '../../../src/analysis/models/model.js';
import { type CustomerRows, customerRows, type Row, rowAt } from '../../../src/analysis/models/rows.js';
import { Random } from '../../../src/util/random.js';
import { runs } from '../../runs.js';
import { simulated } from './simulated.js';

/** Calendar days as they are. */
const inDays = (days: number) => days;

type Shop = readonly Row[];

const many = (count: number, customer: (i: number) => readonly [x: number, tx: number, T: number]): Shop =>
  Array.from({ length: count }, (_, i) => {
    const [x, tx, T] = customer(i);
    return { x, tx, T };
  });

const reasons: readonly (readonly [string, Shop, string])[] = [
  ['no customer', [], 'no-customers'],
  ['one customer', [{ x: 3, tx: 20, T: 40 }], 'too-few-customers'],
  ['everybody bought once', many(300, (i) => [0, 0, i % 200]), 'no-repeaters'],
  ['everything happened on the last day', many(50, () => [0, 0, 0]), 'no-repeaters'],
  ['every repeat purchase was on the first day', many(50, (i) => [i % 3, 0, 50]), 'no-time-observed'],
];

const odd: readonly (readonly [string, Shop])[] = [
  ['nobody dropped out', many(300, (i) => [10 + (i % 20), 100 + (i % 20) * 10, 100 + (i % 20) * 10])],
  [
    'one customer with 3,000 orders',
    [{ x: 3000, tx: 719, T: 720 }, ...many(200, (i) => [i % 3, i % 3 === 0 ? 0 : ((i * 3) % 200) + 1, 300 + i])],
  ],
  ['all customers equal', many(500, () => [2, 50, 100])],
  ['all came back once, at once', many(500, () => [1, 1, 300])],
  ['two customers', many(2, (i) => [i, i * 5, 10 + i * 20])],
  ['half came back the next day and never again', many(400, (i) => [i % 2, i % 2, 300])],
  ['fifty-five years of history', many(100, (i) => [i % 4, i % 4 === 0 ? 0 : i * 30 + 1, 20_000])],
  ['a single day of history', [...many(5, () => [1, 1, 1]), ...many(5, () => [0, 0, 1])]],
  ['everybody came about five times', many(400, (i) => [4 + (i % 3), 380 - ((i * 31) % 150), 400])],
];

describe.each([...customerModels.map((model) => [model.id, model] as const), ['mbg-cnbd-3', modelOf(3)] as const])(
  '%s',
  (id, model) => {
    test.each(reasons)('nothing to fit: %s', (_, shop, reason) => {
      expect(model.fit(rowsOf(shop))).toMatchObject({ state: 'not-fittable', reason, customers: shop.length });
    });

    test.each(odd)('an odd shop: %s', (_, shop) => {
      const rows = rowsOf(shop);
      const found = model.fit(rows);
      expect(found.state).not.toBe('not-fittable');
      if (found.state !== 'not-fittable') expectSense(found, rows);
    });

    test('where nobody dropped out, this is said, and nobody is expected to', () => {
      const rows = rowsOf(many(300, (i) => [9 + (i % 3), 396 - (i % 7), 400]));
      const found = model.fit(rows);
      if (found.state === 'not-fittable') throw new Error(found.reason);
      expect(found.state).toBe('at-infinity');
      expect(found.limits).toContain('no-dropout');
      expect(found.parameters[2]).toMatchObject({ estimate: null, se: null });
      expect(found.pAlive({ x: 10, tx: 300, T: 400 })).toBeGreaterThan(0.99);
      const soon = found.expected(40, { x: 10, tx: 396, T: 400 });
      expect(soon).toBeGreaterThan(id === 'mbg-cnbd-3' ? 0.7 : 0.95);
      expect(soon).toBeLessThan(1.05);
    });

    test('any shop: no NaN, nothing negative, no probability above one', () => {
      fc.assert(
        fc.property(anyShop, (shop) => {
          const rows = rowsOf(shop);
          const found = model.fit(rows);
          if (found.state === 'not-fittable') {
            const silent = shop.length < 2 || shop.every(({ tx }) => tx === 0);
            expect(silent, found.reason).toBe(true);
          } else expectSense(found, rows);
        }),
        runs(2000),
      );
    }, 3_600_000);

    test('the longer ago a one-time buyer came, the less likely he is alive, where dropout is visible', () => {
      const found = model.fit(
        customerRows(
          simulated('mbg-nbd', [0.6, 43, 0.9, 2.2], { customers: 2000, days: 500, spread: 250, seed: 3 }, true),
        ),
      );
      if (found.state === 'not-fittable') throw new Error(found.reason);
      const ages = [0, 30, 90, 180, 365, 1000].map((T) => found.pAlive({ x: 0, tx: 0, T }));
      if (id === 'bg-nbd') expect(ages).toEqual([1, 1, 1, 1, 1, 1]);
      else for (const [i, p] of ages.slice(1).entries()) expect(p).toBeLessThan(ages[i]!);
    });
  },
);

/** Shops of every kind: bought once or often, over short or long times, many customers equal; some from a model. */
const anyShop: fc.Arbitrary<Shop> = fc
  .record({
    days: fc.constantFrom(1, 10, 60, 365, 4000),
    most: fc.constantFrom(1, 2, 6, 60, 3000),
    kinds: fc.integer({ min: 1, max: 60 }),
    copies: fc.constantFrom(1, 5, 50),
    last: fc.constantFrom('anywhere', 'early', 'late', 'model'),
    seed: fc.nat(),
  })
  .map(({ days, most, kinds, copies, last, seed }) => {
    const random = new Random(seed);
    const shop: Row[] = [];
    for (let kind = 0; kind < kinds; kind++) {
      const T = random.below(days + 1);
      const x = Math.min(T, Math.floor(random.unit() ** 3 * (most + 1)));
      const free = last === 'early' ? 0 : last === 'late' ? T - x : random.below(T - x + 1);
      const tx = x === 0 ? 0 : x + free;
      for (let copy = random.below(copies); copy >= 0; copy--) shop.push({ x, tx, T });
    }
    return last === 'model' ? fromModel(random, kinds * copies, days) : shop;
  });

/** Customers of a model with parameters drawn from far apart. */
function fromModel(random: Random, customers: number, days: number): Shop {
  const drawn = () => Math.exp(6 * random.unit() - 3);
  const process = random.pick(['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const);
  const parameters = [drawn(), days * drawn(), drawn(), drawn()] as const;
  const times = simulated(process, parameters, { customers, days, spread: days, seed: random.bits() }, true);
  return Array.from(times.x, (x, i) => ({ x, tx: times.tx[i]!, T: Math.max(times.T[i]!, times.tx[i]!) }));
}

function rowsOf(shop: Shop): CustomerRows {
  return customerRows({ x: shop.map(({ x }) => x), tx: shop.map(({ tx }) => tx), T: shop.map(({ T }) => T) });
}

function expectSense(found: Fitted<AnyModelId>, rows: CustomerRows): void {
  expect(Number.isFinite(found.logLikelihood)).toBe(true);
  for (const { estimate, se } of found.parameters) {
    if (estimate !== null) expect(estimate > 0 && Number.isFinite(estimate)).toBe(true);
    if (se !== null) expect(se > 0 && Number.isFinite(se)).toBe(true);
  }
  expectSensible(found, rows);
  expectSensible(found.draw([1.5, -2, 1, 2]).at, rows);
}

function expectSensible(model: Predictions, rows: CustomerRows): void {
  const wrong: unknown[] = [];
  const step = Math.max(1, Math.floor(rows.x.length / 20));
  for (let index = 0; index < rows.x.length; index += step) {
    const row = rowAt(rows, index);
    const shares = [model.pAlive(row), model.pNone(0, row), model.pNone(30, row), model.pNone(90, row)];
    const counts = [0, 1, 365].flatMap((t) => [model.expected(t, row), model.unconditional(t)]);
    const days = [daysToDue(model, row, inDays), daysToLikely(model, row, inDays, 365)];
    if (shares.some((p) => !(p >= 0 && p <= 1))) wrong.push([row, 'shares', shares]);
    if (shares[2]! < shares[3]! - 1e-12 || shares[1] !== 1) wrong.push([row, 'no purchase, the longer the likelier']);
    if (counts.some((n) => !(n >= 0 && Number.isFinite(n)))) wrong.push([row, 'counts', counts]);
    if (days.some((day) => day !== null && !(day >= 1 && Number.isInteger(day)))) wrong.push([row, 'days', days]);
    const older = model.pAlive({ x: 0, tx: 0, T: row.T + 30 });
    if (older > model.pAlive({ x: 0, tx: 0, T: row.T }) + 1e-12) wrong.push([row, 'one-time buyer rises']);
  }
  expect(wrong).toEqual([]);
}
