import type { Day } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { calendarClock } from '../models/clock.js';
import type { AnyModelId } from '../models/customer-model.js';
import { trialOf } from './back-test.js';
import { type ForecastId, forecastModels } from './forecast-models.js';
import type { ForecastOptions } from './forecast-options.js';
import type { Score } from './score.js';
import { seasonOf } from './season.js';
import { type SeasonChoice, seasonChoice } from './season-choice.js';

/** Which model forecasts, and why this one. */
export interface Choice {
  readonly id: ForecastId;
  /** The model of it, season aside. */
  readonly model: AnyModelId;
  readonly season: SeasonChoice;
  /**
   * given: asked for · hold-out: best on the inner hold-out · too-short: fewer than 30 days to choose on, so the
   * default · none-fits: no model could be fitted on the inner days, so the default.
   */
  readonly why: 'given' | 'hold-out' | 'too-short' | 'none-fits';
  /** Days of the inner hold-out; null where there is none. */
  readonly days: number | null;
  /** The inner hold-out's scores; empty where there is none. */
  readonly scores: readonly Score[];
}

/** A hold-out of fewer days says nothing. */
export const FEWEST_DAYS = 30;

/** Mean errors that differ by less than this part count as equal. */
const CLOSE = 0.01;

/**
 * The model asked for; for `auto` the smallest MAE on an inner hold-out of G = min(H, ⌊⅓ of the days before the cut⌋)
 * days that ends at the cut (within 1 %: the smaller absolute total error), each model fitted to the days before it: the
 * back-test behind the cut is untouched by the choice. Whether there is a season is decided first, on the same days, see
 * `seasonChoice`; the models then compete with it or without. Own definition.
 */
export function choiceOf(input: AnalysisInput, options: ForecastOptions, first: Day, cut: Day | null): Choice {
  const usual = forecastModels[0]!.id;
  const even = (model: AnyModelId, why: Choice['why'], days: number | null, state: SeasonChoice['state']): Choice => {
    return { id: model, model, season: { state, errors: null }, why, days, scores: [] };
  };
  if (options.model !== 'auto') return even(options.model, 'given', null, 'not-asked');
  const days = cut === null ? 0 : Math.min(input.scope.asOf - cut, Math.floor((cut - first) / 3));
  if (cut === null || days < FEWEST_DAYS) return even(usual, 'too-short', days, 'too-short');
  const season = seasonChoice(input.history, first, cut, days);
  const clock = season.state === 'taken' ? seasonOf(input.history, cut - days, days)?.clock : undefined;
  const { held, scores } = trialOf(input, cut - days, cut, options.unit, clock ?? calendarClock);
  const id = best(scores, held.purchases);
  if (id === null) return { ...even(usual, 'none-fits', days, season.state), scores };
  return { id, model: modelOf(id), season, why: 'hold-out', days, scores };
}

function modelOf(id: ForecastId): AnyModelId {
  return forecastModels.find((model) => id === model.id || id === `${model.id}-season`)!.id;
}

/** The model with the smallest mean error; of those within 1 % of it the one with the best total. */
export function best(scores: readonly Score[], actual: number): ForecastId | null {
  let found: { model: ForecastId; off: number } | null = null;
  const least = Math.min(...scores.map(({ model, mae }) => (model === 'naive' || mae === null ? Infinity : mae)));
  for (const { model, mae, predicted } of scores) {
    if (model === 'naive' || mae === null || predicted === null || mae > least * (1 + CLOSE)) continue;
    const off = Math.abs(predicted - actual);
    if (found === null || off < found.off) found = { model, off };
  }
  return found?.model ?? null;
}
