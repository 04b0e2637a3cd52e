import type { Day } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import type { NotFittableReason } from '../models/customer-model.js';
import { purchaseRows } from '../models/inputs.js';
import { type BackTest, backTestOf, type Trial, trialOf } from './back-test.js';
import { type Choice, choiceOf, FEWEST_DAYS } from './choice.js';
import { type CustomerSpend, customerSpend } from './customer-spend.js';
import { type AnyFit, type AnyFitted, fitOf, forecastModels } from './forecast-models.js';
import type { ForecastOptions } from './forecast-options.js';
import { type Headline, headlineOf } from './headline.js';
import { type PerCustomer, perCustomerOf } from './per-customer-forecast.js';
import { type Season, seasonOf } from './season.js';

/** Why there is no back-test: less than twice 30 days of history, or a calibration end outside the history. */
export type NoBackTest = 'too-short' | 'calibration-outside';

/** What the customers will bring, and how far to believe it. */
export interface Forecast {
  readonly options: ForecastOptions;
  readonly asOf: Day;
  /** First purchase of any customer; the as-of day where there is none. */
  readonly first: Day;
  /** Days from the first purchase to the as-of day. */
  readonly days: number;
  readonly customers: number;
  readonly repeaters: number;
  readonly choice: Choice;
  /** The season in the forecast, learned from all days up to the as-of day; null: the year is taken as even. */
  readonly season: Season | null;
  /** The chosen model fitted to all days up to the as-of day: what the forecast is made with; null with a reason. */
  readonly fitted: AnyFitted | null;
  readonly reason: NotFittableReason | null;
  /** What the table of parameters holds: fits to all days, or to the calibration end where one is given. */
  readonly shown: {
    readonly until: Day;
    readonly fits: readonly AnyFit[];
    readonly spend: CustomerSpend | null;
  };
  /** Spend a purchase, to the as-of day; null where nobody spent anything at a repeat purchase. */
  readonly spend: CustomerSpend | null;
  /** Null without a fit. */
  readonly perCustomer: PerCustomer | null;
  readonly headline: Headline | null;
  readonly backTest: BackTest | null;
  readonly noBackTest: NoBackTest | null;
}

/**
 * Fits, chooses, predicts and back-tests. The forecast always rests on all days up to the as-of day; a calibration end
 * moves the cut of the back-test and the days the shown parameters rest on. Never throws: what cannot be fitted is
 * empty, with the reason. Linear in the customers; the models in the distinct rows.
 */
export function forecastOf(input: AnalysisInput, options: ForecastOptions): Forecast {
  const { history, scope } = input;
  const first = firstDay(input);
  const { cut, reason: noBackTest } = cutOf(options, first, scope.asOf);
  const choice = choiceOf(input, options, first, cut);
  const trial = cut === null ? null : outerTrial(input, options, cut, choice);
  const season = isSeasonal(choice) ? seasonOf(history, scope.asOf, Math.max(options.horizon, YEAR)) : null;
  const { rows, fits } = fitsOf(input, options, choice, season);
  const [chosen] = fits;
  const fitted = chosen === undefined || chosen.state === 'not-fittable' ? null : chosen;
  const spend = customerSpend(history, scope.asOf, scope.currency.decimals);
  const backTest = trial === null ? null : backTestOf(input, trial, choice.id);
  const perCustomer = fitted === null ? null : perCustomerOf(input, options, fitted, rows, spend);
  return {
    ...{ options, asOf: scope.asOf, first, days: scope.asOf - first },
    ...{
      customers: rows.customers,
      repeaters: rows.repeaters,
      choice,
      season,
      fitted,
      spend,
      perCustomer,
      backTest,
      noBackTest,
    },
    reason: chosen?.state === 'not-fittable' ? chosen.reason : null,
    shown: shownOf(options, backTest, { until: scope.asOf, fits, spend }, choice),
    headline: fitted === null ? null : headlineOf(options, fitted, rows, spend, backTest),
  };
}

const YEAR = 365;

function isSeasonal({ id, model }: Choice): boolean {
  return id !== model;
}

/** The back-test of all models; where a season was chosen, of the chosen model with the season of that day too. */
function outerTrial(input: AnalysisInput, { unit }: ForecastOptions, cut: Day, choice: Choice): Trial {
  const { asOf } = input.scope;
  const even = trialOf(input, cut, asOf, unit);
  const season = isSeasonal(choice) ? seasonOf(input.history, cut, asOf - cut) : null;
  if (season === null) return even;
  const chosen = forecastModels.filter(({ id }) => id === choice.model);
  const { held, fits, scores } = trialOf(input, cut, asOf, unit, season.clock, chosen);
  return { held, fits: [...fits, ...even.fits], scores: [...scores, ...even.scores] };
}

/** All models fitted to all days, the chosen one first, and its rows. */
function fitsOf({ history, scope }: AnalysisInput, { unit }: ForecastOptions, choice: Choice, season: Season | null) {
  const even = purchaseRows(history, scope.asOf, unit);
  const all = forecastModels.map((model) => fitOf(model, even));
  if (season === null) return { rows: even, fits: chosenFirst(all, choice) };
  const rows = purchaseRows(history, scope.asOf, unit, season.clock);
  const chosen = forecastModels.filter(({ id }) => id === choice.model);
  return { rows, fits: [...chosen.map((model) => fitOf(model, rows)), ...all] };
}

function chosenFirst(fits: readonly AnyFit[], { id }: Choice): readonly AnyFit[] {
  return fits.toSorted((one, other) => Number(other.id === id) - Number(one.id === id));
}

function shownOf({ calibrationEnd }: ForecastOptions, test: BackTest | null, all: Forecast['shown'], choice: Choice) {
  if (calibrationEnd === null || test === null) return all;
  return { until: test.held.cut, fits: chosenFirst(test.fits, choice), spend: test.spend };
}

function firstDay({ history, scope }: AnalysisInput): Day {
  let first = scope.asOf;
  for (let customer = 0; customer < history.customers; customer++) {
    const day = history.day[history.offsets[customer]!]!;
    if (day < first) first = day;
  }
  return first;
}

/** The last day the back-test knows: the calibration end, else H = min(horizon, half the history) ≥ 30 days before A. */
function cutOf(
  { calibrationEnd, horizon }: ForecastOptions,
  first: Day,
  asOf: Day,
): { cut: Day | null; reason: NoBackTest | null } {
  if (calibrationEnd !== null) {
    const within = calibrationEnd >= first && calibrationEnd < asOf;
    return within ? { cut: calibrationEnd, reason: null } : { cut: null, reason: 'calibration-outside' };
  }
  const days = Math.min(horizon, Math.floor((asOf - first) / 2));
  return days < FEWEST_DAYS ? { cut: null, reason: 'too-short' } : { cut: asOf - days, reason: null };
}
