import { type CustomerRows, customerRows } from './rows.js';

/** Steps a rough copy cuts the observed time into. */
const STEPS = 32;

/** With so few distinct rows a rough copy saves nothing. */
const WORTH = 600;

/**
 * The same customers with tx and T rounded to 1/32 of the longest T, so that few distinct rows remain: the ground on
 * which many starting points are tried before the exact rows are touched. A repeat purchase keeps tx > 0.
 */
export function coarseRows(rows: CustomerRows): CustomerRows {
  if (rows.x.length <= WORTH) return rows;
  let longest = 0;
  for (const T of rows.T) if (T > longest) longest = T;
  const step = longest / STEPS;
  const T = rows.T.map((time) => Math.round(time / step));
  const tx = rows.tx.map((time, row) =>
    time === 0 ? 0 : Math.min(Math.max(0.5, Math.round(time / step)), Math.max(0.5, T[row]!)),
  );
  const merged = customerRows({ x: rows.x, tx, T: T.map((time, row) => Math.max(time, tx[row]!)) });
  const weight = new Float64Array(merged.x.length);
  for (const [row, place] of merged.rowOf.entries()) weight[place]! += rows.weight[row]!;
  const back = (times: Float64Array) => times.map((time) => time * step);
  return {
    ...merged,
    tx: back(merged.tx),
    T: back(merged.T),
    weight,
    customers: rows.customers,
    repeaters: rows.repeaters,
    ahead: rows.ahead,
  };
}
