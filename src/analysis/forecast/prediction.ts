import type { Day } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import type { NotFittableReason } from '../models/customer-model.js';
import { type PurchaseRows, purchaseRows } from '../models/inputs.js';
import { type Choice, choiceOf, FEWEST_DAYS } from './choice.js';
import { type CustomerSpend, customerSpend } from './customer-spend.js';
import { type AnyFit, type AnyFitted, fitOf, forecastModels } from './forecast-models.js';
import type { ForecastOptions } from './forecast-options.js';
import { type PerCustomer, perCustomerOf } from './per-customer-forecast.js';
import { type Season, seasonOf } from './season.js';

/** Why there is no back-test: less than twice 30 days of history, or a calibration end outside the history. */
export type NoBackTest = 'too-short' | 'calibration-outside';

/** What is expected of each customer: all that a list needs, without back-test and ranges. */
export interface Prediction {
  readonly options: ForecastOptions;
  readonly asOf: Day;
  /** First purchase of any customer; the as-of day where there is none. */
  readonly first: Day;
  /** Days from the first purchase to the as-of day. */
  readonly days: number;
  readonly customers: number;
  readonly repeaters: number;
  /** The last day a back-test knows; null with a reason. */
  readonly cut: Day | null;
  readonly noBackTest: NoBackTest | null;
  readonly choice: Choice;
  /** The season in the forecast, learned from all days up to the as-of day; null: the year is taken as even. */
  readonly season: Season | null;
  readonly rows: PurchaseRows;
  /** The chosen model fitted to all days up to the as-of day: what the forecast is made with; null with a reason. */
  readonly fitted: AnyFitted | null;
  readonly reason: NotFittableReason | null;
  /** Spend a purchase, to the as-of day; null where nobody spent anything at a repeat purchase. */
  readonly spend: CustomerSpend | null;
  /** Null without a fit. */
  readonly perCustomer: PerCustomer | null;
}

const YEAR = 365;

/**
 * Chooses a model, fits it to all days up to the as-of day and predicts. Never throws: what cannot be fitted is empty,
 * with the reason. Linear in the customers; the model in the distinct rows.
 */
export function predictionOf(input: AnalysisInput, options: ForecastOptions): Prediction {
  const { history, scope } = input;
  const first = firstDay(input);
  const { cut, noBackTest } = cutOf(options, first, scope.asOf);
  const choice = choiceOf(input, options, first, cut);
  const season = isSeasonal(choice) ? seasonOf(history, scope.asOf, Math.max(options.horizon, YEAR)) : null;
  const rows = purchaseRows(history, scope.asOf, options.unit, season?.clock);
  const found = chosenFit(choice, rows);
  const fitted = found.state === 'not-fittable' ? null : found;
  const spend = customerSpend(history, scope.asOf, scope.currency.decimals);
  return {
    ...{ options, asOf: scope.asOf, first, days: scope.asOf - first, cut, noBackTest, choice, season, rows },
    ...{ customers: rows.customers, repeaters: rows.repeaters, fitted, spend },
    reason: found.state === 'not-fittable' ? found.reason : null,
    perCustomer: fitted === null ? null : perCustomerOf(input, options, fitted, rows, spend),
  };
}

/** Whether a season was chosen. */
export function isSeasonal({ id, model }: Choice): boolean {
  return id !== model;
}

function chosenFit({ model }: Choice, rows: PurchaseRows): AnyFit {
  return fitOf(forecastModels.find(({ id }) => id === model)!, rows);
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
): { cut: Day | null; noBackTest: NoBackTest | null } {
  if (calibrationEnd !== null) {
    const within = calibrationEnd >= first && calibrationEnd < asOf;
    return within ? { cut: calibrationEnd, noBackTest: null } : { cut: null, noBackTest: 'calibration-outside' };
  }
  const days = Math.min(horizon, Math.floor((asOf - first) / 2));
  return days < FEWEST_DAYS ? { cut: null, noBackTest: 'too-short' } : { cut: asOf - days, noBackTest: null };
}
