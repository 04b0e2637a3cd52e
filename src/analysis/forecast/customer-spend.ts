import type { History } from '../../model/history.js';
import type { Day } from '../../util/calendar.js';
import { fitGammaGamma, type SpendFit } from '../models/gamma-gamma.js';
import { repeatSpend } from '../models/inputs.js';

/** What every customer is expected to spend at a purchase. */
export interface CustomerSpend {
  readonly fit: SpendFit;
  /** Per customer of the history: repeat purchases and their mean in whole units of the currency, as the fit saw them. */
  readonly x: Int32Array;
  readonly mean: Float64Array;
  /** Per customer of the history: expected spend a purchase, minor units, unrounded. */
  readonly expected: Float64Array;
  readonly minorUnits: number;
}

/** Gamma-Gamma on the purchases up to `asOf`; null without a repeat purchase that brought money. */
export function customerSpend(history: History, asOf: Day, decimals: number): CustomerSpend | null {
  const minorUnits = 10 ** decimals;
  const { x, mean } = repeatSpend(history, asOf, minorUnits);
  const fit = fitGammaGamma({ x, mean });
  if (fit.state === 'not-fittable') return null;
  const expected = Float64Array.from(x, (repeats, customer) => fit.expected(repeats, mean[customer]!) * minorUnits);
  return { fit, x, mean, expected, minorUnits };
}
