import { describe, expect, test } from 'vitest';
import { backTestOf, trialOf } from '../../../src/analysis/forecast/back-test.js';
import { customerSpend } from '../../../src/analysis/forecast/customer-spend.js';
import type { ModelFit } from '../../../src/analysis/forecast/forecast-models.js';
import { usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import { headlineOf } from '../../../src/analysis/forecast/headline.js';
import { holdOut } from '../../../src/analysis/forecast/hold-out.js';
import { mixtureRange } from '../../../src/analysis/forecast/mixture-range.js';
import { purchaseVariance } from '../../../src/analysis/forecast/second-moment.js';
import { totalsOf } from '../../../src/analysis/forecast/totals.js';
import type { CustomerModel } from '../../../src/analysis/models/customer-model.js';
import { customerModels } from '../../../src/analysis/models/model.js';
import { Random } from '../../../src/util/random.js';
import { inputOf } from '../drawn.js';
import { gamma } from '../models/simulated.js';
import { simulatedShop } from './simulated-shop.js';

const parameters = {
  'mbg-nbd': [0.6, 60, 0.9, 1.6],
  'bg-nbd': [0.5, 60, 0.8, 2.4],
  'pareto-nbd': [0.6, 70, 0.6, 80],
} as const;

/** A fit at given parameters, as far as the variance looks at it. */
function fittedAt(model: CustomerModel, values: readonly number[]): ModelFit {
  const unknown = {
    limits: [],
    parameters: [],
    logLikelihood: 0,
    customers: 0,
    repeaters: 0,
    rows: 0,
    daysInUnit: 1,
    covariance: null,
  };
  return {
    ...model.at(values),
    ...unknown,
    model: model.id,
    state: 'converged',
    values,
    draw: () => ({ at: model.at(values), logWeight: 0 }),
  };
}

/** Purchases in t of a customer alive at its start, drawn from the posterior laws. */
function drawn(
  model: CustomerModel['id'],
  [r, alpha, third, fourth]: readonly number[],
  x: number,
  T: number,
  t: number,
  random: Random,
): number {
  const rate = gamma(r! + x, random) / (alpha! + T);
  const isPareto = model === 'pareto-nbd';
  const one = gamma(third!, random);
  const stays = fourth! + x + (model === 'mbg-nbd' ? 1 : 0);
  const share = isPareto ? 0 : one / (one + gamma(stays, random));
  const end = isPareto ? random.exponential() / (one / (fourth! + T)) : Infinity;
  let bought = 0;
  for (let time = random.exponential() / rate; time < Math.min(t, end); time += random.exponential() / rate) {
    bought++;
    if (random.chance(share)) break;
  }
  return bought;
}

describe.each(customerModels)('$id', (model) => {
  test('the variance of a customer’s purchases is that of simulated ones', () => {
    const row = { x: 4, tx: 150, T: 200 };
    const fitted = fittedAt(model, parameters[model.id]);
    const random = new Random(17);
    const alive = fitted.pAlive(row);
    let [sum, squares] = [0, 0];
    const n = 60_000;
    for (let run = 0; run < n; run++) {
      const bought = random.chance(alive) ? drawn(model.id, parameters[model.id], row.x, row.T, 365, random) : 0;
      sum += bought;
      squares += bought * bought;
    }
    expect(sum / n / fitted.expected(365, row)).toBeCloseTo(1, 1);
    expect((squares / n - (sum / n) ** 2) / purchaseVariance(fitted, 365, row)).toBeCloseTo(1, 1);
  });

  test('the range covers what the simulated shop did', () => {
    const runs = process.env['LONG'] === undefined ? 4 : 200;
    let [purchases, sales] = [0, 0];
    for (let seed = 1; seed <= runs; seed++) {
      const shop = simulatedShop({
        ...{ process: model.id, parameters: parameters[model.id], spend: [6, 3.7, 15], seed },
        ...{ customers: 2000, days: 730, spread: 200 },
      });
      const { history } = inputOf(shop);
      const held = holdOut(history, shop.asOf - 365, shop.asOf, 'day');
      const fitted = model.fit(held.rows);
      if (fitted.state === 'not-fittable') throw new Error(fitted.reason);
      const totals = totalsOf(fitted, held.rows, customerSpend(history, held.cut, 2), held.t);
      const within = (truth: number, { low, high }: { low: number; high: number }) =>
        Number(truth >= low && truth <= high);
      purchases += within(held.purchases, totals.purchases.range);
      sales += within(held.sales, totals.sales!.range);
    }
    if (runs >= 100)
      console.info(`${model.id}: the range covers ${purchases} and ${sales} of ${runs} (purchases, sales)`);
    for (const share of [purchases / runs, sales / runs]) {
      expect(share).toBeGreaterThanOrEqual(runs < 100 ? 0.75 : 0.9);
      if (runs >= 100) expect(share).toBeLessThanOrEqual(0.99);
    }
  }, 600_000);
});

test('the middle 95 % of one normal law, and never below 0', () => {
  const { low, high } = mixtureRange([{ mean: 100, deviation: 10, weight: 1 }]);
  expect([low, high].map((end) => end.toFixed(1))).toEqual(['80.4', '119.6']);
  expect(mixtureRange([{ mean: 1, deviation: 10, weight: 1 }]).low).toBe(0);
  expect(mixtureRange([{ mean: 5, deviation: 0, weight: 2 }])).toEqual({ low: 5, high: 5 });
});

describe('a shop that changed', () => {
  const shop = simulatedShop({
    process: 'mbg-nbd',
    parameters: [0.6, 60, 0.9, 1.6],
    customers: 2000,
    days: 730,
    spread: 200,
    seed: 4,
  });
  /** After the cut every order is followed by another two days later. */
  const grown = {
    ...shop,
    orders: shop.orders.flatMap((order) =>
      order.day! > shop.asOf - 365 ? [order, { ...order, day: Math.min(shop.asOf, order.day! + 2) }] : [order],
    ),
  };

  test('has its range widened by the error of the back-test, on both sides, and the model’s own beside it', () => {
    const input = inputOf(grown);
    const test = backTestOf(input, trialOf(input, grown.asOf - 365, grown.asOf, 'day'), 'mbg-nbd');
    expect(test.outside.purchases).toBe(true);
    const fitted = test.fits[0]!;
    if (fitted.state === 'not-fittable') throw new Error(fitted.reason);
    const { purchases } = headlineOf(usualForecast, fitted, test.held.rows, test.spend, test);
    const error = test.held.purchases / test.totals!.purchases.value - 1;
    expect(purchases.widened).toBeCloseTo(error, 12);
    expect(purchases.range.high).toBeCloseTo(purchases.own.high + error * purchases.value, 6);
    expect(purchases.range.low).toBeCloseTo(Math.max(0, purchases.own.low - error * purchases.value), 6);
  });
});
