import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice } from '../../../src/analysis/forecast/choice.js';
import { clvSummaryTable } from '../../../src/analysis/forecast/clv-summary.js';
import { type Forecast, forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { forecastModels } from '../../../src/analysis/forecast/forecast-models.js';
import { type ForecastOptions, usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import type { AnalysisInput } from '../../../src/analysis/metric.js';
import { runs } from '../../runs.js';
import { anyShop } from '../any-shop.js';
import { inputOf, noteIds, orders, rowsOf, type Shop, START } from '../drawn.js';
import { checkForecast } from './checked.js';
import { simulatedShop } from './simulated-shop.js';

function forecast(shop: Shop, options: Partial<ForecastOptions> = {}): Forecast {
  return forecastOf(inputOf(shop), { ...usualForecast, ...options });
}

/** A shop as its customers' days. */
function shopOf(days: number, customers: readonly (readonly number[])[]): Shop {
  const bought = customers.flatMap((own, index) => own.map((day) => ({ customer: `c${index}`, day: START + day })));
  return { orders: bought, asOf: START + days };
}

function customersOf(input: AnalysisInput, { perCustomer }: Forecast) {
  return Array.from({ length: input.history.customers }, (_, customer) => perCustomer!(customer));
}

const anyOptions = fc.record({
  model: fc.constantFrom(...forecastModels.map(({ id }) => id), 'auto' as const),
  unit: fc.constantFrom('day' as const, 'week' as const),
  horizon: fc.constantFrom(1, 30, 365, 800),
  calibrationEnd: fc.option(fc.nat(420).map((day) => START + day)),
  margin: fc.constantFrom(null, 0.3),
  discount: fc.constantFrom(null, 0.1),
});

describe('where nothing can be fitted the forecast is empty and says why', () => {
  test.each([
    ['a shop without orders', orders``, 'no-customers'],
    ['orders without a customer', orders`- 1..1`, 'no-customers'],
    ['a single customer', orders`ann 1..1..1`, 'too-few-customers'],
    [
      'everybody bought once',
      shopOf(
        300,
        Array.from({ length: 600 }, (_, i) => [i % 200]),
      ),
      'no-repeaters',
    ],
  ])('%s', (_, shop, reason) => {
    const found = forecast(shop);
    expect(found).toMatchObject({ reason, fitted: null, perCustomer: null, headline: null });
    const table = clvSummaryTable(inputOf(shop), found);
    expect([...table.rows]).toEqual([]);
    expect(noteIds(table).some((id) => id === 'no-customers' || id === `clv-${reason}`)).toBe(true);
  });
});

describe('shops at the edge are forecast without a false number', () => {
  const weekly = Array.from({ length: 52 }, (_, week) => week * 7);
  test.each<readonly [string, Shop]>([
    [
      'nobody dropped out',
      shopOf(
        370,
        Array.from({ length: 60 }, (_, i) => weekly.map((day) => day + (i % 7))),
      ),
    ],
    ['one customer with 3,000 purchases', shopOf(3100, [[0], [5, 40], Array.from({ length: 3000 }, (_, day) => day)])],
    [
      'all customers alike',
      shopOf(
        300,
        Array.from({ length: 80 }, () => [0, 30, 60]),
      ),
    ],
    ['two customers', shopOf(200, [[0, 50], [10]])],
    ['one repeat purchase among many', shopOf(400, [[0, 9], ...Array.from({ length: 99 }, (_, i) => [i])])],
  ])('%s', (_, shop) => {
    for (const model of [...forecastModels.map(({ id }) => id), 'auto' as const]) checkForecast(shop, { model });
  });

  test('any small shop, any question', () => {
    fc.assert(fc.property(anyShop(), anyOptions, checkForecast), runs(1000, 12));
  });
});

test('the order of the rows in the files changes no number of a forecast', () => {
  const figures = (scores: Choice['scores'] = []) => scores.map(({ mae, predicted, rmse }) => [mae, predicted, rmse]);
  const whole = ({ shown, headline, choice, backTest }: Forecast) =>
    JSON.stringify([
      shown.fits,
      headline,
      { ...choice, scores: figures(choice.scores) },
      figures(backTest?.scores),
      backTest?.totals,
    ]);
  fc.assert(
    fc.property(anyShop({ clean: true }), anyOptions, (shop, options) => {
      const turned = { ...shop, orders: [...shop.orders].reverse() };
      expect(whole(forecast(turned, options))).toBe(whole(forecast(shop, options)));
    }),
    runs(300, 12),
  );
});

describe('a shop simulated from MBG/NBD', () => {
  const shop = simulatedShop({
    ...{ process: 'mbg-nbd', parameters: [0.6, 60, 0.9, 1.6], spend: [6, 3.7, 15] },
    ...{ customers: 3000, days: 730, spread: 500, seed: 1 },
  });
  const input = inputOf(shop);
  const found = forecastOf(input, { ...usualForecast, margin: 0.3, discount: 0.1 });
  const weeks = forecastOf(input, { ...usualForecast, unit: 'week' });

  test('gives back the parameters it was made with, and those of spend', () => {
    for (const [index, truth] of [0.6, 60, 0.9, 1.6].entries()) {
      const { estimate, se } = found.fitted!.parameters[index]!;
      expect(Math.abs(estimate! - truth)).toBeLessThan(3 * se!);
    }
    for (const [index, truth] of [6, 3.7, 15].entries()) {
      const { estimate, se } = found.spend!.fit.parameters[index]!;
      expect(Math.abs(estimate! - truth)).toBeLessThan(3 * se!);
    }
  });

  test('is predicted better than by the naive rate, and its truth lies in the range', () => {
    const [mbg, , , , naive] = found.backTest!.scores;
    expect(mbg!.mae).toBeLessThan(naive!.mae!);
    expect(found.backTest!.outside).toEqual({ purchases: false, sales: false });
    expect(found.headline!.purchases.widened).toBeNull();
  });

  test('adds up: the customers to the whole, profit is the margin of sales, discounting takes a little', () => {
    const all = customersOf(input, found);
    const { purchases, sales, profit, discounted } = found.headline!;
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    expect(sum(all.map(({ expected }) => expected))).toBeCloseTo(purchases.value, 6);
    expect(sum(all.map(({ predictedValue }) => predictedValue!)) / profit!.value).toBeCloseTo(1, 9);
    expect(sum(all.map(({ discountedValue }) => discountedValue!)) / discounted!.value).toBeCloseTo(1, 9);
    expect(profit!.value).toBeCloseTo(0.3 * sales!.value, 3);
    expect(discounted!.value / profit!.value).toBeGreaterThan(0.93);
    expect(discounted!.value / profit!.value).toBeLessThan(0.98);
  });

  test('has one-time buyers whose chance to be alive only falls with age', () => {
    const once = customersOf(input, found)
      .map(({ pAlive }, customer) => ({
        pAlive,
        purchases: input.history.offsets[customer + 1]! - input.history.offsets[customer]!,
        day: input.history.day[input.history.offsets[customer]!]!,
      }))
      .filter(({ purchases }) => purchases === 1)
      .sort((one, other) => one.day - other.day);
    expect(once.length).toBeGreaterThan(500);
    for (const [index, { pAlive }] of once.entries())
      if (index > 0) expect(pAlive).toBeGreaterThanOrEqual(once[index - 1]!.pAlive);
    expect(once[0]!.pAlive).toBeLessThan(once.at(-1)!.pAlive - 0.05);
  });

  test('shows sales without a margin, profit and present value only when asked', () => {
    const metrics = (forecast: Forecast) => rowsOf(clvSummaryTable(input, forecast)).map(({ metric }) => metric);
    expect(metrics(weeks)).toContain('predictedSales');
    expect(metrics(weeks)).not.toContain('predictedProfit');
    expect(metrics(found)).toEqual(expect.arrayContaining(['predictedSales', 'predictedProfit', 'presentValue']));
  });

  test('says the same counted in weeks, to rounding', () => {
    expect(weeks.headline!.purchases.value / found.headline!.purchases.value).toBeCloseTo(1, 3);
    expect(weeks.fitted!.parameters[1]!.estimate! * 7).toBeCloseTo(found.fitted!.parameters[1]!.estimate!, 1);
  });
});

test('a forecast on little data is marked weak, one on much is not', () => {
  const weak = (customers: number, days: number) => {
    const shop = simulatedShop({
      ...{ process: 'mbg-nbd', parameters: [0.6, 60, 0.9, 1.6] },
      ...{ customers, days, spread: days, seed: 3 },
    });
    return noteIds(clvSummaryTable(inputOf(shop), forecast(shop))).includes('clv-weak');
  };
  expect([weak(499, 400), weak(600, 180), weak(600, 400)]).toEqual([true, true, false]);
});

test('spend that rises with the number of purchases is warned of', () => {
  const shop = simulatedShop({
    process: 'mbg-nbd',
    parameters: [2, 60, 0.5, 4],
    customers: 300,
    days: 400,
    spread: 200,
    seed: 3,
  });
  const seen = new Map<string, number>();
  for (const { customer = '' } of shop.orders) seen.set(customer, (seen.get(customer) ?? 0) + 1);
  const loyal = shop.orders.map((order, index) => ({
    ...order,
    gross: 1000 * seen.get(order.customer ?? '')! + (index % 7) * 100,
  }));
  const rich = { ...shop, orders: loyal };
  expect(noteIds(clvSummaryTable(inputOf(rich), forecast(rich)))).toContain('clv-correlation');
  expect(noteIds(clvSummaryTable(inputOf(shop), forecast(shop)))).not.toContain('clv-correlation');
});
