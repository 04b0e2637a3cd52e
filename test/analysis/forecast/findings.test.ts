import { describe, expect, test } from 'vitest';
import { dueFindings } from '../../../src/analysis/forecast/due-findings.js';
import { forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { forecastFindings } from '../../../src/analysis/forecast/forecast-findings.js';
import { type ForecastOptions, usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import { paybackFinding } from '../../../src/analysis/forecast/payback.js';
import { notes } from '../../../src/i18n/notes.js';
import { say } from '../../../src/i18n/words.js';
import type { Finding } from '../../../src/model/report.js';
import { findingText } from '../../../src/reporters/finding.js';
import { inputOf, orders, type Shop } from '../drawn.js';
import { type ShopPlan, simulatedShop } from './simulated-shop.js';

const plan: ShopPlan = {
  ...{ process: 'mbg-nbd', parameters: [0.8, 40, 0.5, 2], spend: [6, 3.7, 15] },
  ...{ customers: 800, days: 500, spread: 480, seed: 21 },
};
const shop = simulatedShop(plan);

function findings(of: Shop, options: Partial<ForecastOptions> = {}): readonly Finding[] {
  const input = inputOf(of);
  return forecastFindings(input, forecastOf(input, { ...usualForecast, ...options }));
}

const ids = (found: readonly Finding[]) => found.map(({ id }) => id);

describe('what a forecast means, how sure it is and what to do', () => {
  test('is said in this order: the whole, the back-test, the best tenth, who is due, who is left', () => {
    const usual = ['clv-says-inside', 'clv-says-top', 'clv-says-due', 'clv-says-alive'];
    expect(ids(findings(shop))).toEqual(['clv-says-sales', ...usual]);
    expect(ids(findings(shop, { margin: 0.3 }))).toEqual(['clv-says-profit', ...usual]);
  });

  test('has the numbers of the tables', () => {
    const input = inputOf(shop);
    const forecast = forecastOf(input, usualForecast);
    const [whole, trust] = forecastFindings(input, forecast);
    expect(whole!.params).toMatchObject({
      ...{ customers: 800, value: { value: forecast.headline!.purchases.value, unit: 'number' } },
      money: { value: forecast.headline!.sales!.value, unit: 'price' },
    });
    expect(trust!.params).toMatchObject({ actual: forecast.backTest!.held.purchases, days: 249 });
  });

  test('on little data is a hint, without a back-test untested', () => {
    const few = simulatedShop({ ...plan, customers: 120, seed: 3 });
    expect(ids(findings(few))[1]).toBe('clv-says-weak');
    const young = simulatedShop({ ...plan, days: 50, spread: 40 });
    expect(ids(findings(young))[1]).toBe('clv-says-untested');
  });

  test('is a hint where next to nothing was predicted and nobody came: that proves nothing', () => {
    expect(ids(findings({ ...shop, asOf: shop.asOf + 2000 }))[1]).toBe('clv-says-weak');
  });

  test('where practically nobody is expected back says that, and offers no list', () => {
    const late = { ...shop, asOf: shop.asOf + 2000 };
    expect(ids(findings(late))).toEqual(['clv-says-sales', 'clv-says-weak', 'clv-says-nobody']);
    expect(ids(findings(shop, { horizon: 1 }))).toContain('clv-says-due');
  });

  test('does not trust a forecast whose truth fell outside its range', () => {
    const cut = shop.asOf - 249;
    const grown = shop.orders.flatMap((order) =>
      order.day! > cut ? [order, { ...order, day: Math.min(shop.asOf, order.day! + 2) }] : [order],
    );
    expect(ids(findings({ ...shop, orders: grown }))[1]).toBe('clv-says-outside');
  });

  test('of a handful of customers makes no headline, and without a forecast says what it would take', () => {
    const handful = simulatedShop({ ...plan, customers: 20, seed: 5 });
    const found = ids(findings(handful));
    expect(found).not.toContain('clv-says-top');
    expect(found).not.toContain('clv-says-alive');
    expect(ids(findings(orders`ann 1..1`))).toEqual(['clv-says-nothing']);
  });

  test('leaves no place of its sentences empty in either language', () => {
    const input = inputOf(shop);
    const cost = { kind: 'click', perClick: 100, conversion: 0.02 } as const;
    const forecast = forecastOf(input, usualForecast);
    const all = [
      ...findings(shop),
      ...findings(shop, { margin: 0.3 }),
      ...findings({ ...shop, asOf: shop.asOf + 2000 }),
      ...dueFindings(input, forecast, 14),
      paybackFinding(input, { cost, margin: 0.3 })!,
    ];
    for (const finding of all) {
      expect(notes[finding.id]).toBeDefined();
      for (const lang of ['zh', 'en'] as const) {
        expect(findingText(finding, lang, { code: 'CNY', decimals: 2 })).not.toMatch(/[{}]|undefined|object|NaN/);
      }
    }
    expect(say(notes['due-says-none']!, 'zh', { days: 14 })).toContain('14 天');
  });
});

describe('the due list', () => {
  const input = inputOf(shop);
  const forecast = forecastOf(input, usualForecast);

  test('is summed up: overdue, due soon, what they bring, how many are likely gone', () => {
    const [list, lost] = dueFindings(input, forecast, 30);
    const all = Array.from({ length: 800 }, (_, customer) => forecast.perCustomer!(customer));
    const due = all.filter(({ dueDay }) => dueDay !== null && dueDay <= shop.asOf + 30);
    expect(list!.params).toMatchObject({
      overdue: due.filter(({ overdue }) => overdue).length,
      soon: due.filter(({ overdue }) => overdue === false).length,
    });
    expect(lost?.params['lost'] ?? 0).toBe(due.filter(({ pAlive }) => pAlive < 0.5).length);
  });

  test('without anybody says what to do instead, and nothing where there is no forecast', () => {
    const none = {
      ...forecast,
      perCustomer: (customer: number) => ({ ...forecast.perCustomer!(customer), dueDay: null }),
    };
    expect(ids(dueFindings(input, none, 14))).toEqual(['due-says-none']);
    expect(dueFindings(input, { ...forecast, perCustomer: null }, 14)).toEqual([]);
  });
});
