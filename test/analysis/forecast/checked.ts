import { expect } from 'vitest';
import { type Forecast, forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { type ForecastOptions, usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import type { CustomerForecast } from '../../../src/analysis/forecast/per-customer-forecast.js';
import type { Prediction } from '../../../src/analysis/forecast/prediction.js';
import type { AnalysisInput } from '../../../src/analysis/metric.js';
import { rowAt } from '../../../src/analysis/models/rows.js';
import { inputOf, type Shop } from '../drawn.js';

/** Whether a number can be shown: not NaN, not negative, not infinite. */
const isSound = (number: number | null) => number === null || (number >= 0 && number < Infinity);

/** A forecast of any shop has no false number: no NaN, nothing negative, no probability above 1, no range upside down. */
export function checkForecast(shop: Shop, options: Partial<ForecastOptions>): void {
  const input = inputOf(shop);
  const found = forecastOf(input, { ...usualForecast, ...options });
  checkPrediction(input, found);
  checkTotals(found);
}

/** The same of what lists say, customer by customer. */
export function checkPrediction(input: AnalysisInput, found: Prediction): void {
  expect(found.fitted === null).toBe(found.reason !== null);
  expect(found.perCustomer === null).toBe(found.fitted === null);
  if (found.perCustomer === null) return;
  for (let customer = 0; customer < input.history.customers; customer++) {
    const wrong = whatIsWrong(found.perCustomer(customer), found, input.scope.asOf);
    if (wrong !== null) expect.fail(`${wrong}: ${JSON.stringify(found.perCustomer(customer))}`);
  }
  checkOneTimeBuyers(found);
}

function whatIsWrong(one: CustomerForecast, { options }: Prediction, asOf: number): string | null {
  const { pAlive, pNone90, expected90, expected365, expected, historicValue, predictedValue, discountedValue } = one;
  if (![pAlive, pNone90].every((part) => part >= 0 && part <= 1)) return 'a probability';
  if (![expected90, expected365, expected, historicValue, predictedValue, discountedValue].every(isSound))
    return 'a number';
  if (expected90 > expected365 * (1 + 1e-9) + 1e-12) return 'more in 90 days than in a year';
  const { likelyBy, dueDay } = one;
  if (likelyBy !== null && !(likelyBy > asOf && likelyBy <= asOf + options.horizon)) return 'a likely-by day';
  return dueDay === null || Number.isInteger(dueDay) ? null : 'a due day';
}

/** P(alive) of one-time buyers never rises with age, and falls where dropout after a first purchase is in the model. */
function checkOneTimeBuyers({ fitted, rows }: Prediction): void {
  if (fitted === null) return;
  const ages = [...new Set(rows.T)].sort((one, other) => one - other);
  const alive = ages.map((T) => fitted.pAlive({ x: 0, tx: 0, T }));
  for (const [index, chance] of alive.entries()) {
    if (index > 0) expect(chance).toBeLessThanOrEqual(alive[index - 1]! + 1e-12);
  }
  const oldest = rowAt(rows, rows.x.length - 1).T;
  const isVisible = fitted.model !== 'bg-nbd' && fitted.state === 'converged';
  if (isVisible && oldest > 30 / rows.daysInUnit) {
    const [young, old] = [0, Math.max(...ages)].map((T) => fitted.pAlive({ x: 0, tx: 0, T }));
    expect(old).toBeLessThan(young!);
  }
}

function checkTotals({ headline }: Forecast): void {
  for (const total of headline === null ? [] : Object.values(headline)) {
    if (total === null) continue;
    const { value, range, own } = total;
    for (const number of [value, range.low, range.high]) expect(isSound(number)).toBe(true);
    expect(range.low <= own.low && own.high <= range.high && own.low <= own.high).toBe(true);
  }
}
