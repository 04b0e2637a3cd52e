import { describe, expect, test } from 'vitest';
import { clvBacktestTable } from '../../../src/analysis/forecast/clv-backtest.js';
import { clvModelTable } from '../../../src/analysis/forecast/clv-model.js';
import { clvSeasonTable } from '../../../src/analysis/forecast/clv-season.js';
import { clvSummaryTable } from '../../../src/analysis/forecast/clv-summary.js';
import { type Forecast, forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { type ForecastOptions, usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import { seasonOf } from '../../../src/analysis/forecast/season.js';
import { dayCounts, expectedRepeats } from '../../../src/analysis/forecast/season-counts.js';
import { seasonFactors } from '../../../src/analysis/forecast/season-factors.js';
import { seasonPartOf, seasonParts } from '../../../src/analysis/forecast/season-parts.js';
import { calendarClock } from '../../../src/analysis/models/clock.js';
import { purchaseRows } from '../../../src/analysis/models/inputs.js';
import { mbgNbd } from '../../../src/analysis/models/mbg-nbd.js';
import { dayOf } from '../../../src/util/calendar.js';
import { inputOf, noteIds, rowsOf } from '../drawn.js';
import { type ShopPlan, simulatedShop } from './simulated-shop.js';

/** Two peaks a year, ± 40 %, mean 1. */
const WAVE = [0.75, 0.6, 0.8, 1, 1.25, 1.4, 1.1, 0.8, 0.7, 1, 1.4, 1.2];

const plan = (seed: number, more: Partial<ShopPlan> = {}): ShopPlan => ({
  ...{ process: 'mbg-nbd', parameters: [0.6, 60, 0.9, 1.6], customers: 2000, days: 1095, spread: 1000 },
  ...{ seed, shift: 37 * seed },
  ...more,
});

function auto(of: ShopPlan, options: Partial<ForecastOptions> = {}): Forecast {
  return forecastOf(inputOf(simulatedShop(of)), { ...usualForecast, model: 'auto', horizon: 90, ...options });
}

describe('the parts of a year', () => {
  test.each([
    ['an ordinary day of March', dayOf(2024, 3, 20), 'month3', null],
    ['the days around 3.8', dayOf(2024, 3, 8), 'month3', 'days38'],
    ['the day after 6.18', dayOf(2024, 6, 19), 'month6', 'days618'],
    ['11.11', dayOf(2024, 11, 11), 'month11', 'days1111'],
    ['the day after the double twelve', dayOf(2024, 12, 13), 'month12', null],
    ['ten days before the new year of 2024', dayOf(2024, 1, 31), 'month1', 'newYear'],
    ['a week after it', dayOf(2024, 2, 17), 'month2', 'newYear'],
    ['the same date a year later, when it was in January', dayOf(2025, 2, 17), 'month2', null],
  ])('%s', (_, day, month, event) => {
    const part = seasonPartOf(day);
    expect([seasonParts[part.month], part.event === null ? null : seasonParts[part.event]]).toEqual([month, event]);
  });
});

test('what is expected of a day is the sum over its customers, however many came and when', () => {
  const { history } = inputOf(simulatedShop(plan(3, { customers: 300, days: 400, spread: 390, growth: 5 })));
  const to = history.day[0]! + 350;
  const counts = dayCounts(history, to)!;
  const model = mbgNbd.fit(purchaseRows(history, to, 'day'));
  if (model.state === 'not-fittable') throw new Error(model.reason);
  const expected = expectedRepeats(counts, model, calendarClock);
  for (const day of [to, to - 50, counts.from + 1, counts.from]) {
    let [slow, bought] = [0, 0];
    for (let customer = 0; customer < history.customers; customer++) {
      const own = history.day.subarray(history.offsets[customer]!, history.offsets[customer + 1]!);
      const age = day - own[0]!;
      if (age > 0) slow += model.unconditional(age) - (age === 1 ? 0 : model.unconditional(age - 1));
      bought += own.slice(1).filter((one) => one === day).length;
    }
    expect(expected[day - counts.from]).toBeCloseTo(slow, 9);
    expect(counts.repeat[day - counts.from]).toBe(bought);
  }
});

describe('the factors of a season', () => {
  const from = dayOf(2021, 4, 1);
  const even = new Float64Array(1000).fill(20);

  test('are those that were planted, and an event multiplies its month', () => {
    const factor = (day: number) => WAVE[seasonPartOf(day).month]! * (seasonPartOf(day).event === null ? 1 : 3);
    const bought = even.map((expected, at) => expected * factor(from + at));
    const found = seasonFactors(from, bought, even);
    const month = (index: number) => found.parts[index]!.factor / found.parts[0]!.factor;
    for (const [index, truth] of WAVE.entries()) expect(month(index)).toBeCloseTo(truth / WAVE[0]!, 1);
    for (const { part, factor: times } of found.parts.slice(12)) {
      expect([part, times]).toEqual([part, expect.closeTo(3, 0)]);
    }
    expect(found.isVisible).toBe(true);
  });

  test('are 1 where the year is even, whatever the growth from year to year', () => {
    const grown = even.map((expected, at) => expected * (at < 270 ? 0.5 : at < 635 ? 1 : 2));
    const found = seasonFactors(from, grown, even);
    for (const { factor } of found.parts) expect(factor).toBeCloseTo(1, 6);
    expect(found.isVisible).toBe(false);
  });

  test('of a handful of purchases are drawn to 1', () => {
    const bought = even.map((_, at) => Number(at % 97 === 0));
    const found = seasonFactors(
      from,
      bought,
      even.map(() => 1 / 97),
    );
    for (const { factor } of found.parts) expect(Math.abs(factor - 1)).toBeLessThan(0.15);
    expect(found.isVisible).toBe(false);
  });
});

describe('a shop with two peaks a year', () => {
  const shop = simulatedShop(plan(1, { wave: WAVE, customers: 4000 }));
  const input = inputOf(shop);
  const season = seasonOf(input.history, shop.asOf, 365)!;
  const found = forecastOf(input, { ...usualForecast, model: 'auto', horizon: 90 });

  test('has its months recognised', () => {
    for (const [month, truth] of WAVE.entries()) {
      expect(Math.abs(season.factors.parts[month]!.factor - truth)).toBeLessThan(0.2);
    }
    expect(season.factors.isVisible).toBe(true);
  });

  test('has a clock that rises every day, and whose last year is as long as a year', () => {
    const { at } = season.clock;
    for (let day = shop.asOf - 1094; day < shop.asOf + 4000; day++) expect(at(day + 1)).toBeGreaterThan(at(day));
    expect(at(shop.asOf) - at(shop.asOf - 365)).toBeCloseTo(365, 8);
  });

  test('is forecast with the season, and it is said and shown', () => {
    expect(found.choice).toMatchObject({ id: `${found.choice.model}-season`, season: { state: 'taken' } });
    const table = clvSeasonTable(input, found);
    expect(rowsOf(table)).toHaveLength(17);
    expect(noteIds(table)).toContain('clv-season-taken');
    const summary = noteIds(clvSummaryTable(input, found));
    expect([summary.includes('clv-range-season'), summary.includes('clv-range')]).toEqual([true, false]);
    const [chosen, plain] = rowsOf(clvBacktestTable(input, found));
    expect([chosen!['model'], chosen!['marked'], plain!['model']]).toEqual([found.choice.id, 'marked', 'mbg-nbd']);
    expect(rowsOf(clvModelTable(input, found))[0]!['model']).toBe(found.choice.id);
  });

  test('has a higher likelihood with the season, both in calendar days', () => {
    const [seasonal, plain] = found.shown.fits.filter(({ model }) => model === found.choice.model);
    if (seasonal?.state !== 'converged' || plain?.state !== 'converged') throw new Error('not fitted');
    expect(seasonal.logLikelihood).toBeGreaterThan(plain.logLikelihood + 50);
  });

  test('has due days that move with the season: the first day on which the chance since the last purchase is one half', () => {
    const rows = purchaseRows(input.history, shop.asOf, 'day', found.season!.clock);
    const { at } = found.season!.clock;
    for (let customer = 0; customer < 200; customer++) {
      const row = rows.rowOf[customer]!;
      const last = input.history.day[input.history.offsets[customer + 1]! - 1]!;
      expect(rows.lastDay[row]).toBe(last);
      const { dueDay } = found.perCustomer!(customer);
      if (dueDay === null) continue;
      const before = { x: rows.x[row]!, tx: rows.tx[row]!, T: rows.tx[row]! };
      const chance = (day: number) => 1 - found.fitted!.pNone(at(day) - at(last), before);
      expect(chance(dueDay)).toBeGreaterThanOrEqual(0.5);
      if (dueDay > last + 1) expect(chance(dueDay - 1)).toBeLessThan(0.5);
    }
  });

  test('takes no part of the back-test into its choice', () => {
    const cut = shop.asOf - 90;
    const later = {
      ...shop,
      orders: shop.orders.map((order) => (order.day! > cut ? { ...order, day: cut + 1 } : order)),
    };
    const other = forecastOf(inputOf(later), { ...usualForecast, model: 'auto', horizon: 90 });
    expect(other.choice).toEqual(found.choice);
  });
});

describe('a season is not offered', () => {
  test('with fewer than 720 days before the back-test', () => {
    const found = auto(plan(2, { wave: WAVE, days: 800, spread: 700 }));
    expect([found.choice.season.state, found.season]).toEqual(['too-short', null]);
    const enough = auto(plan(2, { wave: WAVE, days: 812, spread: 700 }));
    expect(enough.choice.season.state).not.toBe('too-short');
  });

  test('unless a model is chosen by the hold-out', () => {
    const found = auto(plan(1, { wave: WAVE, customers: 300 }), { model: 'mbg-nbd' });
    expect([found.choice.season.state, found.season]).toEqual(['not-asked', null]);
  });

  test('where customers become more and more: that is no season', () => {
    const found = auto(plan(5, { growth: 4 }));
    expect(found.choice.season.state).toBe('unseen');
  });
});

/** `LONG`: fifty shops of each kind. */
describe('over many shops of three years, the 90 days to come', () => {
  const shops = process.env['LONG'] === undefined ? 4 : 50;
  const median = (values: readonly number[]) => {
    const sorted = values.toSorted((one, other) => one - other);
    return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
  };
  const compared = (wave: readonly number[] | null) => {
    const found = Array.from({ length: shops }, (_, index) => auto(plan(101 + index, wave === null ? {} : { wave })));
    const of = ({ backTest, choice }: Forecast, id: string) => {
      const { predicted, mae } = backTest!.scores.find(({ model }) => model === id)!;
      return { error: Math.abs(predicted! / backTest!.held.purchases - 1), mae: mae!, id: choice.id };
    };
    const summary = (chosen: (one: Forecast) => string) => {
      const scores = found.map((one) => of(one, chosen(one)));
      return {
        error: median(scores.map(({ error }) => error)),
        mae: scores.reduce((sum, { mae }) => sum + mae, 0) / shops,
      };
    };
    const seasonal = found.filter(({ season }) => season !== null).length;
    return { chosen: summary(({ choice }) => choice.id), usual: summary(() => 'mbg-nbd'), seasonal };
  };

  test('with monthly waves the chosen model errs at most half as much as MBG/NBD', () => {
    const { chosen, usual, seasonal } = compared(WAVE);
    console.info(`waves: chosen ${percent(chosen.error)}, MBG/NBD ${percent(usual.error)}; season in ${seasonal}`);
    expect(chosen.error).toBeLessThanOrEqual(usual.error / 2);
  }, 600_000);

  test('in even years it loses at most one percentage point, and 1 % of the error per customer', () => {
    const { chosen, usual, seasonal } = compared(null);
    console.info(
      `even: chosen ${percent(chosen.error)} ${chosen.mae.toFixed(4)}, MBG/NBD ${percent(usual.error)} ${usual.mae.toFixed(4)}; season in ${seasonal}`,
    );
    expect(chosen.error).toBeLessThanOrEqual(usual.error + (shops < 50 ? 0.02 : 0.01));
    expect(chosen.mae).toBeLessThanOrEqual(usual.mae * 1.01);
  }, 600_000);
});

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
