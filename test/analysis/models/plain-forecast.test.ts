import { expect, test } from 'vitest';
import { benchCustomers, ourForecast, plainForecast } from './plain-forecast.js';

const customers = benchCustomers(process.env['LONG'] === undefined ? 1500 : 23_570);

test.each(['bg-nbd', 'pareto-nbd'] as const)(
  '%s, fit and prediction of a shop as the plain implementation has them',
  (id) => {
    const [ours, plain] = [ourForecast(customers, id), plainForecast(customers, id)];
    expect(ours.logLikelihood).toBeCloseTo(plain.logLikelihood, 3);
    for (const key of ['alive', 'expected', 'spend'] as const) expect(ours[key] / plain[key]).toBeCloseTo(1, 3);
  },
  120_000,
);
