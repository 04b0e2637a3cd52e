import type { z } from 'zod/mini';
import { type Forecast, forecastOf } from '../analysis/forecast/forecast.js';
import { type ForecastOptions, usualForecast } from '../analysis/forecast/forecast-options.js';
import { type Prediction, predictionOf } from '../analysis/forecast/prediction.js';
import type { AnalysisInput } from '../analysis/metric.js';
import type { forecastOptions, outlookOptions } from './options.js';

type ForecastFlags = z.infer<z.ZodMiniObject<typeof forecastOptions>>;
type OutlookFlags = z.infer<z.ZodMiniObject<typeof outlookOptions>>;

/** The forecast a command was asked for, with its back-test: what is not said is as usual. */
export function forecastFor(input: AnalysisInput, flags: ForecastFlags): Forecast {
  return forecastOf(input, asked(flags));
}

/** What lists say of each customer. */
export function predictionFor(input: AnalysisInput, flags: OutlookFlags): Prediction {
  return predictionOf(input, asked(flags));
}

function asked(flags: OutlookFlags & Partial<ForecastFlags>): ForecastOptions {
  return {
    model: flags.model ?? usualForecast.model,
    unit: flags.unit ?? usualForecast.unit,
    horizon: flags.horizon ?? usualForecast.horizon,
    calibrationEnd: flags.calibrationEnd ?? usualForecast.calibrationEnd,
    margin: flags.margin ?? usualForecast.margin,
    discount: flags.discount ?? usualForecast.discount,
  };
}
