import type { Day } from '../../util/calendar.js';
import type { AnyModelId } from '../models/customer-model.js';
import type { TimeUnit } from '../models/inputs.js';

/** What a forecast is asked for. */
export interface ForecastOptions {
  /** `auto`: the model that did best on an inner hold-out. */
  readonly model: AnyModelId | 'auto';
  /** Unit of time of the parameters and the log-likelihood; predictions differ by rounding alone. */
  readonly unit: TimeUnit;
  /** Days ahead, at least 1. */
  readonly horizon: number;
  /** Last day the back-test fits on; null = the horizon, or half the history, before the as-of day. */
  readonly calibrationEnd: Day | null;
  /** Part of sales that is profit, 0–1; null = values are sales. */
  readonly margin: number | null;
  /** Yearly rate at which later money counts less; null = all money alike. */
  readonly discount: number | null;
}

/** What holds unless the user says otherwise. */
export const usualForecast: ForecastOptions = {
  model: 'mbg-nbd',
  unit: 'day',
  horizon: 365,
  calibrationEnd: null,
  margin: null,
  discount: null,
};
