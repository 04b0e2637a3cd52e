import type { Day } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { purchaseRows } from '../models/inputs.js';
import { type BackTest, backTestOf, type Trial, trialOf } from './back-test.js';
import type { Choice } from './choice.js';
import type { CustomerSpend } from './customer-spend.js';
import { type AnyFit, fitOf, forecastModels } from './forecast-models.js';
import type { ForecastOptions } from './forecast-options.js';
import { type Headline, headlineOf } from './headline.js';
import { isSeasonal, type Prediction, predictionOf } from './prediction.js';
import { seasonOf } from './season.js';

/** What the customers will bring, and how far to believe it. */
export interface Forecast extends Prediction {
  /** What the table of parameters holds: fits to all days, or to the calibration end where one is given. */
  readonly shown: {
    readonly until: Day;
    readonly fits: readonly AnyFit[];
    readonly spend: CustomerSpend | null;
  };
  readonly headline: Headline | null;
  readonly backTest: BackTest | null;
}

/**
 * Predicts and back-tests. The forecast always rests on all days up to the as-of day; a calibration end moves the cut of
 * the back-test and the days the shown parameters rest on. Never throws: what cannot be fitted is empty, with the reason.
 * Linear in the customers; the models in the distinct rows.
 */
export function forecastOf(input: AnalysisInput, options: ForecastOptions): Forecast {
  const prediction = predictionOf(input, options);
  const { cut, choice, fitted, rows, spend, asOf } = prediction;
  const backTest = cut === null ? null : backTestOf(input, outerTrial(input, options, cut, choice), choice.id);
  const shown =
    options.calibrationEnd === null || backTest === null
      ? { until: asOf, fits: allFits(input, prediction), spend }
      : { until: backTest.held.cut, fits: chosenFirst(backTest.fits, choice), spend: backTest.spend };
  const headline = fitted === null ? null : headlineOf(options, fitted, rows, spend, backTest);
  return { ...prediction, shown, headline, backTest };
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

/** The fit of the forecast first, then the other models without a season. */
function allFits({ history }: AnalysisInput, { asOf, options, fitted, season, rows }: Prediction): readonly AnyFit[] {
  const even = season === null ? rows : purchaseRows(history, asOf, options.unit);
  const others = forecastModels.filter(({ id }) => id !== fitted?.id).map((model) => fitOf(model, even));
  return fitted === null ? others : [fitted, ...others];
}

function chosenFirst(fits: readonly AnyFit[], { id }: Choice): readonly AnyFit[] {
  return fits.toSorted((one, other) => Number(other.id === id) - Number(one.id === id));
}
