import type { Day } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { calendarClock } from '../models/clock.js';
import type { TimeUnit } from '../models/inputs.js';
import { type CustomerSpend, customerSpend } from './customer-spend.js';
import { type AnyFit, type ForecastId, fitOf, forecastModels } from './forecast-models.js';
import { type HoldOut, holdOut } from './hold-out.js';
import { naiveScore, type Score, scoreOf } from './score.js';
import { type Totals, totalsOf } from './totals.js';

/** The forecast that could have been made at an earlier day, and what came. */
export interface BackTest {
  /** As the chosen model sees it: with a season the times are those of the season's clock. */
  readonly held: HoldOut;
  /** Every model fitted to the days up to the cut; where a season was chosen, the chosen model with it first. */
  readonly fits: readonly AnyFit[];
  /** One per fit, in the same order, then the naive rate. */
  readonly scores: readonly Score[];
  readonly spend: CustomerSpend | null;
  /** Totals of the chosen model with their own ranges; null where it could not be fitted. */
  readonly totals: Totals | null;
  /** Truth ÷ prediction − 1 of the chosen model, in purchases and in sales; null where nothing was predicted. */
  readonly error: { readonly purchases: number | null; readonly sales: number | null };
  /** Whether the truth lay outside the range: the forecast's own range is then widened. */
  readonly outside: { readonly purchases: boolean; readonly sales: boolean };
}

/** A back-test before a model is chosen. */
export type Trial = Pick<BackTest, 'held' | 'fits' | 'scores'>;

/** Fits every model to the days up to `cut`, in the time of a clock, and compares with the days to `end`. */
export function trialOf(
  { history }: AnalysisInput,
  cut: Day,
  end: Day,
  unit: TimeUnit,
  clock = calendarClock,
  models = forecastModels,
): Trial {
  const held = holdOut(history, cut, end, unit, clock);
  const fits = models.map((model) => fitOf(model, held.rows));
  const scores = fits.map((fitted) => scoreOf(held, fitted));
  return { held, fits, scores: clock === calendarClock ? [...scores, naiveScore(held)] : scores };
}

/** The chosen model's part of the back-test: its totals, and whether the truth lay within their ranges. */
export function backTestOf({ history, scope }: AnalysisInput, trial: Trial, id: ForecastId): BackTest {
  const { held } = trial;
  const fitted = trial.fits.find((one) => one.id === id);
  const spend = customerSpend(history, held.cut, scope.currency.decimals);
  const totals =
    fitted === undefined || fitted.state === 'not-fittable' ? null : totalsOf(fitted, held.rows, spend, held.t);
  const { purchases, sales } = totals ?? { purchases: null, sales: null };
  const missed = (total: Totals['sales'], truth: number) =>
    total !== null && (truth < total.range.low || truth > total.range.high);
  const off = (total: Totals['sales'], truth: number) =>
    total !== null && total.value > 0 ? truth / total.value - 1 : null;
  return {
    ...trial,
    spend,
    totals,
    error: { purchases: off(purchases, held.purchases), sales: off(sales, held.sales) },
    outside: { purchases: missed(purchases, held.purchases), sales: missed(sales, held.sales) },
  };
}
