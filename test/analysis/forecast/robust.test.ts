import { describe, expect, test } from 'vitest';
import { clvSummaryTable } from '../../../src/analysis/forecast/clv-summary.js';
import { forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import { predictionOf } from '../../../src/analysis/forecast/prediction.js';
import { Random } from '../../../src/util/random.js';
import { inputOf, noteIds, type Shop, START } from '../drawn.js';
import type { TestOrder } from '../order-table.js';
import { checkForecast, checkPrediction } from './checked.js';
import { simulatedShop } from './simulated-shop.js';

/** Days of the purchases of each customer, counted from the first day of the shop. */
type Days = readonly (readonly number[])[];

const many = (count: number, own: (customer: number) => readonly number[]): Days =>
  Array.from({ length: count }, (_, customer) => own(customer));

const range = (count: number, step: number, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + at * step);

/** Kinds of shops, each drawn anew for every seed. */
const kinds: Readonly<Record<string, (random: Random) => Days>> = {
  'everybody bought once': (random) => many(random.between(2, 400), () => [random.below(400)]),
  'everybody bought once, on one day': (random) => many(random.between(2, 50), () => [0]),
  'nobody dropped out': (random) => {
    const gap = random.between(3, 40);
    return many(random.between(2, 60), () => range(Math.floor(380 / gap), gap, random.below(gap)));
  },
  'one customer with 3,000 purchases': (random) => [
    range(3000, 1),
    ...many(random.between(1, 80), () => range(random.between(1, 4), random.between(1, 90), random.below(2500))),
  ],
  'all customers equal': (random) => {
    const own = range(random.between(1, 6), random.between(1, 60));
    return many(random.between(2, 300), () => own);
  },
  'two customers': (random) => many(2, () => range(random.between(1, 5), random.between(1, 100), random.below(50))),
  'one repeat purchase among many': (random) => [
    [0, random.between(1, 300)],
    ...many(random.between(1, 200), () => [random.below(300)]),
  ],
  'half came back at once and never again': (random) =>
    many(random.between(4, 200), (i) => (i % 2 === 0 ? [i % 50] : [i % 50, (i % 50) + 1])),
  'fifty years of history': (random) =>
    many(random.between(5, 40), () => range(random.between(1, 5), random.between(1, 4000), random.below(4000))),
  'a shop of three days': (random) =>
    many(random.between(2, 40), () => [0, 1, 2].filter(() => random.chance(0.6))).filter((own) => own.length > 0),
  'customers who come and go': (random) =>
    many(random.between(2, 250), () => {
      const gap = random.between(1, 60);
      return range(random.between(1, 8), gap, random.below(300));
    }),
};

const prices: readonly ((random: Random) => number)[] = [
  () => 0,
  () => 1,
  () => 10_000,
  (random) => random.between(1, 100_000),
  (random) => random.between(1, 9) * 10 ** random.between(0, 12),
];

function shopOf(days: Days, random: Random): Shop {
  const price = random.pick(prices);
  const orders = days.flatMap((own, index) =>
    own.map((day): TestOrder => ({ customer: `c${index}`, day: START + day, gross: price(random) })),
  );
  const last = Math.max(0, ...days.flat());
  return { orders, asOf: START + last + random.pick([0, 1, 30, 700]) };
}

const models = ['mbg-nbd', 'bg-nbd', 'pareto-nbd', 'mbg-cnbd-k'] as const;

/** `LONG`: 10,000 shops in all. */
const shops = process.env['LONG'] === undefined ? 8 : 910;

describe.each(Object.entries(kinds))('%s', (kind, draw) => {
  test('gives no NaN, nothing negative, no probability above one; P(alive) of one-time buyers never rises with age', () => {
    for (let seed = 0; seed < shops; seed++) {
      const random = new Random(seed, kind.length);
      const shop = shopOf(draw(random), random);
      const purchase = random.pick(['day', 'order'] as const);
      const options = {
        ...{ model: models[seed % models.length]!, unit: random.pick(['day', 'week'] as const) },
        ...{ horizon: random.pick([1, 90, 365, 1000]), calibrationEnd: null, discount: random.pick([null, 0.1]) },
        margin: random.pick([null, 0, 0.3]),
      };
      const input = inputOf(shop, { purchase });
      checkPrediction(input, predictionOf(input, options));
      if (seed % 20 === 0) checkForecast(shop, { ...options, model: 'auto' });
    }
  }, 1_200_000);
});

test.each(['everybody bought once', 'everybody bought once, on one day'])(
  '%s: the forecast is empty and says why',
  (kind) => {
    const random = new Random(3);
    const input = inputOf(shopOf(kinds[kind]!(random), random));
    const found = forecastOf(input, usualForecast);
    const table = clvSummaryTable(input, found);
    expect([found.reason, [...table.rows]]).toEqual(['no-repeaters', []]);
    expect(noteIds(table)).toContain('clv-no-repeaters');
  },
);

test('where customers are seen to leave, P(alive) of a one-time buyer falls with every month of silence', () => {
  const shop = simulatedShop({
    ...{ process: 'mbg-nbd', parameters: [0.8, 40, 0.5, 1.5], seed: 8 },
    ...{ customers: 3000, days: 700, spread: 600 },
  });
  for (const model of ['mbg-nbd', 'pareto-nbd', 'mbg-cnbd-k'] as const) {
    const { fitted } = predictionOf(inputOf(shop), { ...usualForecast, model });
    const alive = range(20, 30).map((T) => fitted!.pAlive({ x: 0, tx: 0, T }));
    for (const [index, chance] of alive.entries()) if (index > 0) expect(chance).toBeLessThan(alive[index - 1]!);
  }
});
