import type { Note } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import type { NotFittableReason } from '../models/customer-model.js';
import type { LimitName } from '../models/problem.js';
import { customerNotes } from '../notes/customers.js';
import { note } from '../notes/note.js';
import { wholeHistoryNotes } from '../notes/window.js';
import type { CustomerSpend } from './customer-spend.js';
import type { Forecast } from './forecast.js';
import { modelNames } from './forecast-models.js';
import type { Prediction } from './prediction.js';
import { SEASON_DAYS } from './season-choice.js';

/** Below these a forecast is marked weak. */
const WEAK = { customers: 500, days: 180, repeaters: 50 } as const;

/** A correlation of purchases and spend above this speaks against the spend model. */
const CORRELATED = 0.3;

const reasons = {
  'no-customers': 'clv-no-customers',
  'too-few-customers': 'clv-too-few-customers',
  'no-repeaters': 'clv-no-repeaters',
  'no-time-observed': 'clv-no-time-observed',
  'no-optimum': 'clv-no-optimum',
} as const satisfies Record<NotFittableReason, string>;

const limits = {
  'no-dropout': 'clv-limit-no-dropout',
  'equal-rates': 'clv-limit-equal-rates',
  'equal-dropout': 'clv-limit-equal-dropout',
  'at-once-or-never': 'clv-limit-at-once-or-never',
  'equal-spend': 'clv-limit-equal-spend',
  'steady-spend': 'clv-limit-steady-spend',
  edge: 'clv-limit-edge',
} as const satisfies Record<LimitName, string>;

/** Whether the forecast rests on little data. */
export function isWeak({ customers, days, repeaters }: Prediction): boolean {
  return customers < WEAK.customers || days < WEAK.days || repeaters < WEAK.repeaters;
}

/** What every table of a forecast rests on: whether there is one, whether it is weak, which days. */
export function basisNotes(input: AnalysisInput, forecast: Prediction): readonly Note[] {
  const { reason, customers, repeaters, days } = forecast;
  const about = [...customerNotes(input, input.scope.observed), ...wholeHistoryNotes(input.scope)];
  if (reason !== null) {
    const known = about.some(({ id }) => id === 'no-customers');
    return known ? about : [...about, note('warning', reasons[reason], { customers })];
  }
  if (!isWeak(forecast)) return about;
  return [...about, note('warning', 'clv-weak', { customers, repeaters, days })];
}

/** Which model forecasts and why, and what its parameters could not show. */
export function modelNotes(forecast: Forecast): readonly Note[] {
  if (forecast.fitted === null) return [];
  const { choice, shown, options } = forecast;
  const name = modelNames[choice.model];
  const chosen = shown.fits.find(({ id }) => id === choice.id);
  const found: Note[] = [];
  if (choice.why === 'hold-out') found.push(note('info', 'clv-chosen', { model: name, days: choice.days ?? 0 }));
  if (choice.why === 'too-short')
    found.push(note('warning', 'clv-choice-too-short', { model: name, days: choice.days ?? 0 }));
  if (choice.why === 'none-fits') found.push(note('warning', 'clv-choice-none-fits', { model: name }));
  if (chosen !== undefined && chosen.state !== 'not-fittable') found.push(...limitNotes(chosen));
  found.push(...spendNotes(shown.spend));
  if (options.calibrationEnd !== null && shown.until < forecast.asOf) {
    found.push(note('info', 'clv-calibrated', { until: isoDay(shown.until), asOf: isoDay(forecast.asOf) }));
  }
  return found;
}

function limitNotes(chosen: { readonly limits: readonly LimitName[] }): readonly Note[] {
  return chosen.limits.map((name) => note('info', limits[name]));
}

function spendNotes(spend: CustomerSpend | null): readonly Note[] {
  if (spend === null) return [note('warning', 'clv-spend-none')];
  const { fit } = spend;
  const found = fit.state === 'no-mean' ? [note('warning', 'clv-spend-no-mean')] : [...limitNotes(fit)];
  if (fit.correlation !== null && fit.correlation > CORRELATED) {
    found.push(note('warning', 'clv-correlation', { correlation: fit.correlation.toFixed(2) }));
  }
  return found;
}

/** What the ranges are about, and whether they had to be widened. */
export function rangeNotes({ headline, backTest, season }: Forecast): readonly Note[] {
  if (headline === null) return [];
  const error = headline.purchases.widened;
  const sales = headline.sales?.widened ?? null;
  const found = [note('info', season === null ? 'clv-range' : 'clv-range-season')];
  if (backTest === null || backTest.totals === null) found.push(note('warning', 'clv-range-unproven'));
  if (error !== null) found.push(note('warning', 'clv-range-widened', { error: signed(error) }));
  if (sales !== null) found.push(note('warning', 'clv-range-widened-sales', { error: signed(sales) }));
  return found;
}

/** Which days were held out, who came later, and what a season would need. */
export function backTestNotes(forecast: Forecast): readonly Note[] {
  const { backTest, noBackTest, asOf, fitted } = forecast;
  if (backTest === null) {
    if (fitted === null) return [];
    return [note('warning', noBackTest === 'too-short' ? 'clv-backtest-too-short' : 'clv-backtest-outside')];
  }
  const { cut, days, later, customers } = backTest.held;
  const found = [
    note('info', 'clv-backtest-days', { cut: isoDay(cut), to: isoDay(asOf), days, customers: customers.length }),
  ];
  if (later.purchases > 0) {
    found.push(note('info', 'clv-backtest-later', { customers: later.customers, purchases: later.purchases }));
  }
  return [...found, ...seasonNotes(forecast)];
}

/** Whether a season is in the forecast, and why not. */
export function seasonNotes({ backTest, choice, fitted, first }: Forecast): readonly Note[] {
  if (fitted === null || backTest === null) return [];
  const days = backTest.held.cut - first;
  const { state, errors } = choice.season;
  const said = { even: errors?.even.toFixed(1) ?? '', seasonal: errors?.seasonal.toFixed(1) ?? '' };
  if (days < SEASON_DAYS) return [note('info', 'clv-season-too-short', { days, needed: SEASON_DAYS })];
  if (state === 'taken') return [note('info', 'clv-season-taken', said)];
  if (state === 'unseen') return [note('info', 'clv-season-unseen')];
  if (state === 'no-better' && errors !== null) return [note('info', 'clv-season-no-better', said)];
  return [note('info', 'clv-season-none')];
}

/** `+19 %` or `−8 %`. */
function signed(error: number): string {
  return `${error < 0 ? '−' : '+'}${(100 * Math.abs(error)).toFixed(0)} %`;
}
