import { describe, expect, test } from 'vitest';
import { customersTable } from '../../../src/analysis/customers.js';
import { clvDecilesTable } from '../../../src/analysis/forecast/clv-deciles.js';
import { clvRiskTable } from '../../../src/analysis/forecast/clv-risk.js';
import { dueDaysTable } from '../../../src/analysis/forecast/due-days.js';
import { dueTable } from '../../../src/analysis/forecast/due-table.js';
import { forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { usualForecast } from '../../../src/analysis/forecast/forecast-options.js';
import { riskOf } from '../../../src/analysis/forecast/per-customer-forecast.js';
import { predictionOf } from '../../../src/analysis/forecast/prediction.js';
import { rowAt } from '../../../src/analysis/models/rows.js';
import { columns } from '../../../src/i18n/columns.js';
import { inputOf, noteIds, orders, rowsOf } from '../drawn.js';
import { simulatedShop } from './simulated-shop.js';

const shop = simulatedShop({
  ...{ process: 'mbg-nbd', parameters: [0.8, 40, 0.5, 2], spend: [6, 3.7, 15] },
  ...{ customers: 800, days: 500, spread: 480, seed: 21 },
});
const input = inputOf(shop);
const forecast = forecastOf(input, usualForecast);

describe('the due list', () => {
  const rows = rowsOf(dueTable(input, forecast, 14));

  test('holds exactly the customers whose due day is over or within the days given', () => {
    const all = Array.from({ length: input.history.customers }, (_, customer) => forecast.perCustomer!(customer));
    const wanted = all.filter(({ dueDay }) => dueDay !== null && dueDay <= shop.asOf + 14);
    expect(rows).toHaveLength(wanted.length);
    expect(rows.filter(({ overdue }) => overdue === 'yes')).toHaveLength(all.filter(({ overdue }) => overdue).length);
    expect(rows.some(({ overdue }) => overdue === 'yes') && rows.some(({ overdue }) => overdue === 'no')).toBe(true);
  });

  test('has overdue customers first, then the highest predicted value', () => {
    const rank = rows.map(
      ({ overdue, predictedValue }) => [overdue === 'yes' ? 0 : 1, -Number(predictedValue)] as const,
    );
    for (const [index, [late, value]] of rank.entries()) {
      if (index === 0) continue;
      const [lateBefore, valueBefore] = rank[index - 1]!;
      expect(late > lateBefore || (late === lateBefore && value >= valueBefore)).toBe(true);
    }
  });

  test('counts the days overdue from the due day, and has none for those still to come', () => {
    for (const { overdue, dueDay, daysOverdue } of rows) {
      expect(daysOverdue).toBe(overdue === 'yes' ? shop.asOf - Number(dueDay) : null);
    }
  });

  test('is empty with the reason where nothing can be fitted, and its columns have labels', () => {
    const none = inputOf(orders`ann 1..1`);
    const table = dueTable(none, forecastOf(none, usualForecast), 14);
    expect([...table.rows]).toEqual([]);
    expect(noteIds(table)).toContain('clv-too-few-customers');
    expect(table.columns.filter(({ key }) => !Object.hasOwn(columns, key))).toEqual([]);
  });
});

test('a due day is the first on which the chance of another purchase since the last reaches one half', () => {
  const { fitted } = forecast;
  for (let customer = 0; customer < 50; customer++) {
    const days = [
      ...input.history.day.subarray(input.history.offsets[customer]!, input.history.offsets[customer + 1]!),
    ];
    const last = days.at(-1)!;
    const { dueDay } = forecast.perCustomer!(customer);
    if (dueDay === null) continue;
    const row = { x: days.length - 1, tx: last - days[0]!, T: last - days[0]! };
    expect(1 - fitted!.pNone(dueDay - last, row)).toBeGreaterThanOrEqual(0.5);
    if (dueDay - last > 1) expect(1 - fitted!.pNone(dueDay - last - 1, row)).toBeLessThan(0.5);
  }
});

test('the customer list has its forecast columns only when a forecast is handed in', () => {
  const keys = ['pAlive', 'expected90', 'expected365', 'risk', 'predictedValue'] as const;
  const [without] = rowsOf(customersTable(input));
  const [filled] = rowsOf(customersTable(input, { forecast }));
  expect(keys.map((key) => without![key])).toEqual([null, null, null, null, null]);
  for (const key of keys) expect(filled![key]).not.toBeNull();
  expect(filled!['historicValue']).toBe(filled!['sales']);
  expect(Object.keys(filled!)).toEqual(Object.keys(without!));
});

test('bands of due day and risk, and the deciles of value, sum to all customers and the whole value', () => {
  const whole = forecast.headline!.sales!.value;
  for (const table of [
    dueDaysTable(input, forecast),
    clvRiskTable(input, forecast),
    clvDecilesTable(input, forecast),
  ]) {
    const rows = rowsOf(table);
    const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0);
    expect(sum('customers')).toBe(forecast.customers);
    expect(sum('share')).toBeCloseTo(1, 9);
    expect(sum('predictedValue') / whole).toBeCloseTo(1, 9);
  }
});

test('risk: below one third low, to two thirds medium, above high', () => {
  expect([0, 0.333, 1 / 3, 2 / 3, 0.667, 1].map(riskOf)).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high']);
});

test('of 20,000 customers some are overdue and some due within 14 days; who is not likely within the horizon has no day', () => {
  const large = simulatedShop({
    ...{ process: 'mbg-nbd', parameters: [0.6, 60, 0.9, 1.6], seed: 20 },
    ...{ customers: 20_000, days: 900, spread: 880 },
  });
  const all = inputOf(large);
  const { perCustomer, fitted, rows } = predictionOf(all, { ...usualForecast, horizon: 120 });
  const found = { overdue: 0, soon: 0, likely: 0, unlikely: 0 };
  for (let customer = 0; customer < all.history.customers; customer++) {
    const { overdue, dueDay, likelyBy } = perCustomer!(customer);
    if (overdue) found.overdue++;
    else if (dueDay !== null && dueDay <= large.asOf + 14) found.soon++;
    const bought = 1 - fitted!.pNone(120, rowAt(rows, rows.rowOf[customer]!));
    expect(likelyBy === null).toBe(bought < 0.5);
    if (likelyBy === null) found.unlikely++;
    else found.likely++;
  }
  for (const count of Object.values(found)) expect(count).toBeGreaterThan(20);
  const list = rowsOf(dueTable(all, predictionOf(all, usualForecast), 14));
  expect(list).toHaveLength(found.overdue + found.soon);
});
