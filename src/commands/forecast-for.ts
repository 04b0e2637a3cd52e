import type { z } from 'zod';
import { type Forecast, forecastOf } from '../analysis/forecast/forecast.js';
import { usualForecast } from '../analysis/forecast/forecast-options.js';
import type { AnalysisInput } from '../analysis/metric.js';
import type { forecastOptions } from './options.js';

type ForecastFlags = z.infer<z.ZodObject<typeof forecastOptions>>;

/** The forecast a command was asked for: what is not said is as usual. */
export function forecastFor(input: AnalysisInput, flags: ForecastFlags): Forecast {
  return forecastOf(input, {
    model: flags.model ?? usualForecast.model,
    unit: flags.unit ?? usualForecast.unit,
    horizon: flags.horizon ?? usualForecast.horizon,
    calibrationEnd: flags.calibrationEnd ?? usualForecast.calibrationEnd,
    margin: flags.margin ?? usualForecast.margin,
    discount: flags.discount ?? usualForecast.discount,
  });
}
