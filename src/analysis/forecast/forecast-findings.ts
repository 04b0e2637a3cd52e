import type { Finding, Quantity } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { percent } from '../notes/note.js';
import { allCustomersOf } from './all-customers.js';
import { clvDecilesTable } from './clv-deciles.js';
import type { Forecast } from './forecast.js';
import { isWeak } from './forecast-notes.js';
import type { Predicted } from './headline.js';

/** Fewer customers make no headline, and fewer purchases, predicted and seen, bear no forecast out. */
const FEWEST = 30;

const price = (value: number): Quantity => ({ value, unit: 'price' });
const number = (value: number): Quantity => ({ value, unit: 'number' });

/**
 * What the forecast means, how sure it is and what to do, the most important first; each silent where it cannot be told:
 * what the customers of today will bring · whether the back-test bears it out · on how few it rests (at least 30 in a
 * tenth) · who is due · how many are likely gone (at least 30 customers). Without a forecast, what it would take; where
 * nobody is expected back that instead of any list.
 */
export function forecastFindings(input: AnalysisInput, forecast: Forecast): readonly Finding[] {
  if (forecast.headline === null) {
    return [{ id: 'clv-says-nothing', params: { customers: forecast.customers, repeaters: forecast.repeaters } }];
  }
  if (expectsNobody(input, forecast)) return [total(forecast), trust(forecast), nobody(forecast)];
  return [total(forecast), trust(forecast), ...top(input, forecast), ...whom(input, forecast)];
}

/**
 * Whether practically nobody is expected back: not one purchase of all customers, and hardly anybody still around (not
 * one in a hundred, nor one at all): so a short horizon alone does not make it so.
 */
export function expectsNobody(input: AnalysisInput, forecast: Forecast): boolean {
  const { headline, customers } = forecast;
  if (headline === null || headline.purchases.value >= 1) return false;
  const all = allCustomersOf(input, forecast);
  return all !== null && all.alive < Math.max(1, customers / 100);
}

function nobody({ customers, options, asOf }: Forecast): Finding {
  const params = { customers, until: isoDay(asOf + options.horizon), asOf: isoDay(asOf) };
  return { id: 'clv-says-nobody', params };
}

function total({ headline, customers, options, asOf }: Forecast): Finding {
  const { purchases, sales, profit } = headline!;
  const said = {
    customers,
    days: options.horizon,
    until: isoDay(asOf + options.horizon),
    ...rangeOf(purchases, number),
  };
  const money = profit ?? sales;
  if (money === null) return { id: 'clv-says-purchases', params: said };
  const { value, low, high } = rangeOf(money, price);
  const params = { ...said, money: value, moneyLow: low, moneyHigh: high };
  return { id: profit === null ? 'clv-says-sales' : 'clv-says-profit', params };
}

function rangeOf({ value, range }: Predicted, write: (value: number) => Quantity) {
  return { value: write(value), low: write(range.low), high: write(range.high) };
}

/** Back-tested and inside its range, outside it, on too few purchases to tell, or not tested at all. */
function trust(forecast: Forecast): Finding {
  const { backTest } = forecast;
  const totals = backTest?.totals ?? null;
  if (backTest === null || totals === null) return { id: 'clv-says-untested', params: {} };
  const { held, outside } = backTest;
  const { value, range } = totals.purchases;
  const params = {
    more: signed(backTest.error.purchases),
    ...{ cut: isoDay(held.cut), days: held.days, actual: held.purchases, predicted: number(value) },
    ...{ low: number(range.low), high: number(range.high) },
  };
  if (outside.purchases) return { id: 'clv-says-outside', params };
  if (Math.max(held.purchases, value) < FEWEST) return { id: 'clv-says-weak', params };
  if (outside.sales)
    return { id: 'clv-says-sales-outside', params: { ...params, sales: signed(backTest.error.sales) } };
  return { id: isWeak(forecast) ? 'clv-says-weak' : 'clv-says-inside', params };
}

function signed(error: number | null): string {
  return error === null ? '–' : `${error < 0 ? '−' : '+'}${percent(Math.abs(error), 1)}`;
}

/** The best tenth of the customers, and what of the predicted value they bring. */
function top(input: AnalysisInput, forecast: Forecast): readonly Finding[] {
  const [first] = [...clvDecilesTable(input, forecast).rows];
  const [, customers, , share] = first ?? [];
  if (typeof customers !== 'number' || typeof share !== 'number' || customers < FEWEST) return [];
  return [{ id: 'clv-says-top', params: { customers, share: percent(share, 1) } }];
}

function whom(input: AnalysisInput, forecast: Forecast): readonly Finding[] {
  const all = allCustomersOf(input, forecast);
  if (all === null) return [];
  const { overdue, dueWithin14, alive } = all;
  const { customers } = forecast;
  const due = overdue + dueWithin14 > 0 ? [{ id: 'clv-says-due', params: { overdue, soon: dueWithin14 } }] : [];
  if (customers < FEWEST) return due;
  return [
    ...due,
    { id: 'clv-says-alive', params: { alive: Math.round(alive), customers, share: percent(alive, customers) } },
  ];
}
