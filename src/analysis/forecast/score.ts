import { expectedOf } from '../models/forecast-rows.js';
import type { AnyFit, ForecastId } from './forecast-models.js';
import type { HoldOut } from './hold-out.js';
import { sortedSum } from './sorted-sum.js';

/** How near a prediction came. Numbers are null where the model could not be fitted. */
export interface Score {
  readonly model: ForecastId | 'naive';
  /** Total purchases of all customers seen by the cut. */
  readonly predicted: number | null;
  /** Mean absolute and root mean squared error per customer, in purchases. */
  readonly mae: number | null;
  readonly rmse: number | null;
  /** Per row of the hold-out: expected purchases of one customer. */
  readonly each: Float64Array | null;
  /** Row of each customer of the hold-out: with a season the rows are others. */
  readonly row: Int32Array;
}

/** A model fitted to the days before the cut against what came after. */
export function scoreOf(held: HoldOut, fitted: AnyFit): Score {
  if (fitted.state === 'not-fittable')
    return { model: fitted.id, predicted: null, mae: null, rmse: null, each: null, row: held.row };
  return scored(held, fitted.id, expectedOf(fitted, held.rows, held.t));
}

/** As if everybody went on as before: x ÷ T × the days held out, 0 if T = 0. Own definition. */
export function naiveScore(held: HoldOut): Score {
  const { x, T } = held.rows;
  return scored(
    held,
    'naive',
    Float64Array.from(x, (repeats, row) => (T[row]! > 0 ? (repeats / T[row]!) * held.t : 0)),
  );
}

function scored({ row, bought }: HoldOut, model: Score['model'], each: Float64Array): Score {
  const errors = Float64Array.from(row, (at, place) => Math.abs(each[at]! - bought[place]!));
  const n = errors.length;
  const predicted = sortedSum(Float64Array.from(row, (at) => each[at]!));
  if (n === 0) return { model, predicted, mae: null, rmse: null, each, row };
  return {
    model,
    predicted,
    mae: sortedSum(errors) / n,
    rmse: Math.sqrt(sortedSum(errors.map((one) => one * one)) / n),
    each,
    row,
  };
}
