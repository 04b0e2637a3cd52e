import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { best, choiceOf } from '../../../src/analysis/forecast/choice.js';
import { clvBacktestTable } from '../../../src/analysis/forecast/clv-backtest.js';
import { clvBacktestByRepeatsTable } from '../../../src/analysis/forecast/clv-backtest-by-repeats.js';
import { calibration } from '../../../src/analysis/forecast/clv-calibration.js';
import { clvModelTable } from '../../../src/analysis/forecast/clv-model.js';
import { forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { fitOf } from '../../../src/analysis/forecast/forecast-models.js';
import { type ForecastOptions, usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import { holdOut } from '../../../src/analysis/forecast/hold-out.js';
import { naiveScore, type Score, scoreOf } from '../../../src/analysis/forecast/score.js';
import { mbgNbd } from '../../../src/analysis/models/mbg-nbd.js';
import { runs } from '../../runs.js';
import { anyShop } from '../any-shop.js';
import { inputOf, noteIds, orders, rowsOf, type Shop, START } from '../drawn.js';
import { simulatedShop } from './simulated-shop.js';

const shop = simulatedShop({
  ...{ process: 'mbg-nbd', parameters: [0.6, 60, 0.9, 1.6], spend: [6, 3.7, 15] },
  ...{ customers: 700, days: 500, spread: 450, seed: 11 },
});

function forecast(options: Partial<ForecastOptions> = {}, of: Shop = shop) {
  return forecastOf(inputOf(of), { ...usualForecast, ...options });
}

describe('what is held out', () => {
  test('is what came after the cut, customers first seen later apart', () => {
    const { history } = inputOf(orders`
      ann 1..1.2..1.
      bob ...1......
      cat 1........1
      dan ......1..1`);
    const held = holdOut(history, START + 4, START + 9, 'day');
    expect([held.days, held.customers.length, held.purchases, held.sales]).toEqual([5, 3, 3, 40_000]);
    expect([...held.bought]).toEqual([2, 0, 1]);
    expect(held.later).toEqual({ customers: 1, purchases: 2, sales: 20_000 });
  });

  test('naive: x ÷ T × the days held out, 0 for a customer of the day of the cut', () => {
    const { history } = inputOf(orders`
      ann 1..11....
      bob ....1...1`);
    const held = holdOut(history, START + 4, START + 8, 'day');
    const { predicted, mae, rmse } = naiveScore(held);
    expect([predicted, mae, rmse]).toEqual([2, 1.5, Math.sqrt(2.5)]);
  });

  test('is scored as an obvious version does, customer by customer', () => {
    const close = (found: number | null, wanted: number) => expect(found).toBeCloseTo(wanted, 9);
    fc.assert(
      fc.property(anyShop({ clean: true, fewest: 10 }), fc.integer({ min: 40, max: 380 }), (drawn, days) => {
        const { history } = inputOf(drawn);
        const held = holdOut(history, START + days, drawn.asOf, 'week');
        const fitted = fitOf(mbgNbd, held.rows);
        if (fitted.state === 'not-fittable' || held.customers.length === 0) return;
        const score = scoreOf(held, fitted);
        let [total, absolute, squared, n] = [0, 0, 0, 0];
        for (let customer = 0; customer < history.customers; customer++) {
          const own = [...history.day.subarray(history.offsets[customer]!, history.offsets[customer + 1]!)];
          const known = own.filter((day) => day <= START + days);
          if (known.length === 0) continue;
          const T = START + days - known[0]!;
          const row = { x: known.length - 1, tx: (known.at(-1)! - known[0]!) / 7, T: T / 7 };
          const expected = fitted.expected((drawn.asOf - START - days) / 7, row);
          const error = expected - (own.length - known.length);
          total += expected;
          absolute += Math.abs(error);
          squared += error * error;
          n++;
        }
        close(score.predicted, total);
        close(score.mae, absolute / n);
        close(score.rmse, Math.sqrt(squared / n));
      }),
      runs(300, 12),
    );
  });
});

describe('the cut of the back-test', () => {
  test.each([
    ['a year of a long history', 365, 1000, 365],
    ['half of a short one, rounded down', 365, 401, 200],
    ['a short horizon', 60, 401, 60],
    ['30 days are the least', 365, 60, 30],
    ['fewer are none', 365, 59, null],
  ])('%s', (_, horizon, days, held) => {
    const few = { orders: [0, 5].map((day) => ({ customer: 'ann', day: START + day })), asOf: START + days };
    expect(forecast({ horizon }, few).backTest?.held.days ?? null).toBe(held);
  });

  test('is the calibration end where one is given, and the parameters shown are those of it', () => {
    const cut = shop.asOf - 140;
    const found = forecast({ calibrationEnd: cut, model: 'bg-nbd' });
    expect([found.backTest!.held.days, found.shown.until]).toEqual([140, cut]);
    expect(found.shown.fits[0]!.model).toBe('bg-nbd');
    expect(found.shown.fits[0]!.customers).toBeLessThan(found.customers);
    expect(found.fitted!.customers).toBe(found.customers);
    const table = clvModelTable(inputOf(shop), found);
    expect(rowsOf(table)[0]).toMatchObject({ model: 'bg-nbd', parameter: 'r' });
    expect(noteIds(table)).toContain('clv-calibrated');
  });

  test('outside the history there is no back-test, and it is said', () => {
    for (const calibrationEnd of [START - 1, shop.asOf]) {
      const found = forecast({ calibrationEnd });
      expect([found.backTest, found.noBackTest]).toEqual([null, 'calibration-outside']);
      expect(noteIds(clvBacktestTable(inputOf(shop), found))).toContain('clv-backtest-outside');
    }
  });
});

describe('the choice of a model', () => {
  const score = (model: Score['model'], mae: number | null, predicted: number | null): Score => ({
    model,
    mae,
    predicted,
    rmse: mae,
    each: null,
    row: new Int32Array(),
  });

  test.each([
    ['the smallest mean error wins', [score('mbg-nbd', 0.9, 90), score('bg-nbd', 0.8, 50)], 'bg-nbd'],
    ['within 1 % the better total', [score('mbg-nbd', 0.8, 70), score('bg-nbd', 0.807, 95)], 'bg-nbd'],
    ['beyond 1 % not', [score('mbg-nbd', 0.8, 70), score('bg-nbd', 0.809, 95)], 'mbg-nbd'],
    ['the naive rate is no model', [score('mbg-nbd', 0.8, 70), score('naive', 0.1, 100)], 'mbg-nbd'],
    ['of equal ones the first', [score('mbg-nbd', 0.8, 70), score('bg-nbd', 0.8, 70)], 'mbg-nbd'],
    ['one that cannot be fitted is out', [score('mbg-nbd', null, null), score('bg-nbd', 0.8, 70)], 'bg-nbd'],
    ['nothing fits', [score('mbg-nbd', null, null)], null],
  ])('%s', (_, scores, chosen) => {
    expect(best(scores, 100)).toBe(chosen);
  });

  test('is not touched by what came after the cut', () => {
    const cut = shop.asOf - 249;
    const later = {
      ...shop,
      orders: shop.orders.map((order) => (order.day! > cut ? { ...order, customer: 'c1' } : order)),
    };
    const options = { ...usualForecast, model: 'auto' as const };
    const chosen = choiceOf(inputOf(shop), options, START, cut);
    expect(chosen.why).toBe('hold-out');
    expect(chosen.days).toBe(Math.floor((cut - START) / 3));
    expect(choiceOf(inputOf(later), options, START, cut)).toEqual(chosen);
  });

  test('with fewer than 30 days to choose on the default stands', () => {
    expect(choiceOf(inputOf(shop), { ...usualForecast, model: 'auto' }, START, START + 89)).toMatchObject({
      model: 'mbg-nbd',
      why: 'too-short',
      days: 29,
    });
    expect(choiceOf(inputOf(shop), { ...usualForecast, model: 'auto' }, START, null)).toMatchObject({
      model: 'mbg-nbd',
      why: 'too-short',
    });
  });
});

describe('the tables of the back-test', () => {
  const found = forecast();
  const rows = rowsOf(clvBacktestTable(inputOf(shop), found));

  test('hold every model and the naive rate; the chosen one has a range', () => {
    expect(rows.map(({ model }) => model)).toEqual(['mbg-nbd', 'bg-nbd', 'pareto-nbd', 'mbg-cnbd-k', 'naive']);
    expect(rows.map(({ modelLow }) => modelLow !== null)).toEqual([true, false, false, false, false]);
    for (const { actual, predicted, error } of rows)
      expect(error).toBeCloseTo(Number(predicted) / Number(actual) - 1, 12);
  });

  test('by repeats and by decile sum to the whole', () => {
    const held = found.backTest!.held;
    const each = found.backTest!.scores[0]!.each!;
    const deciles = calibration(held, each).map(([, customers, predicted, actual]) => ({
      customers,
      predicted,
      actual,
    }));
    for (const parts of [rowsOf(clvBacktestByRepeatsTable(inputOf(shop), found)), deciles]) {
      const sum = (key: 'customers' | 'actual' | 'predicted') =>
        parts.reduce((total, part) => total + Number(part[key]), 0);
      expect(sum('customers')).toBe(held.customers.length);
      expect(sum('actual')).toBeCloseTo(held.purchases, 8);
      expect(sum('predicted')).toBeCloseTo(found.backTest!.totals!.purchases.value, 8);
    }
    for (const [index, { predicted }] of deciles.entries())
      if (index > 0) expect(Number(predicted)).toBeLessThanOrEqual(Number(deciles[index - 1]!.predicted) * 1.05);
  });
});
