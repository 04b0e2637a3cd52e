import type { Predictions } from './customer-model.js';
import { type CustomerRows, type Row, rowAt } from './rows.js';

/** P(alive) of every row. */
export function pAliveOf(model: Predictions, rows: CustomerRows): Float64Array {
  return ofRows(rows, (row) => model.pAlive(row));
}

/** P(no purchase in (T, T + t]) of every row; t in the unit of the rows. */
export function pNoneOf(model: Predictions, rows: CustomerRows, t: number): Float64Array {
  return ofRows(rows, (row) => model.pNone(t, row));
}

/**
 * Expected purchases in (T, T + t] of every row; t in the unit of the rows. What depends on (x, T) alone is computed once
 * for rows in sequence (they are sorted by x, T, tx).
 */
export function expectedOf(model: Predictions, rows: CustomerRows, t: number): Float64Array {
  return aliveTimes(model, rows, (row) => model.whileAlive(t, row));
}

/**
 * Expected purchases of every row in the next `days` days, each day's worth its present value:
 * Σ_{d = 1 … days} (E(d) − E(d − 1)) ÷ (1 + yearly)^((d − ½) ÷ 365). Own definition. At `yearly` 0 this is `expectedOf`.
 */
export function discountedOf(model: Predictions, rows: CustomerRows, days: number, yearly: number): Float64Array {
  const factors = Float64Array.from({ length: days }, (_, day) => (1 + yearly) ** (-(day + 0.5) / 365));
  return aliveTimes(model, rows, (row) => {
    let before = 0;
    let sum = 0;
    for (let day = 0; day < days; day++) {
      const after = model.whileAlive(rows.ahead(day + 1), row);
      sum += Math.max(0, after - before) * factors[day]!;
      before = after;
    }
    return sum;
  });
}

/** Σ over customers of a value per row. */
export function totalOf(rows: CustomerRows, values: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += rows.weight[row]! * values[row]!;
  return sum;
}

function aliveTimes(model: Predictions, rows: CustomerRows, whileAlive: (row: Row) => number): Float64Array {
  let last: Row | null = null;
  let shared = 0;
  return ofRows(rows, (row) => {
    if (last === null || last.x !== row.x || last.T !== row.T || !model.ofAgeAlone) shared = whileAlive(row);
    last = row;
    return shared * model.pAlive(row);
  });
}

function ofRows(rows: CustomerRows, value: (row: Row) => number): Float64Array {
  return Float64Array.from(rows.x, (_, index) => value(rowAt(rows, index)));
}
