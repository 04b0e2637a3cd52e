import type { AnalysisInput } from '../metric.js';
import { type Forecast, forecastOf } from './forecast.js';
import { usualForecast } from './forecast-options.js';

/** An input is one object for all tables of an answer; its forecast is computed once. */
const known = new WeakMap<AnalysisInput, Forecast>();

/** The forecast with nothing asked for: the default model, days, a year ahead, in sales. */
export function usualForecastOf(input: AnalysisInput): Forecast {
  const before = known.get(input);
  if (before !== undefined) return before;
  const forecast = forecastOf(input, usualForecast);
  known.set(input, forecast);
  return forecast;
}
