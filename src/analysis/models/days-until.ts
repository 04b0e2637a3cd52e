import type { Predictions } from './customer-model.js';
import type { Row } from './rows.js';

/** No day later than this is worth a name (ten years). */
export const FARTHEST_DAY = 3650;

/** Time that passes in so many days, in the unit of the model; rises. */
export type TimeOfDays = (days: number) => number;

/**
 * Days from the *last* purchase to the due day: the smallest whole t ≥ 1 with P(next purchase ≤ t after the last
 * purchase) ≥ ½, the model evaluated at the last purchase (T = tx). Own definition. null where the chance never reaches
 * ½ within `farthest` days: the customer more likely left right then.
 */
export function daysToDue(
  model: Predictions,
  { x, tx }: Row,
  sinceLast: TimeOfDays,
  farthest = FARTHEST_DAY,
): number | null {
  const atLast: Row = { x, tx, T: tx };
  return firstDay((days) => 1 - model.pNone(sinceLast(days), atLast) >= 0.5, farthest);
}

/**
 * Days from the as-of day to the likely-by day: the smallest whole t ≥ 1 with 1 − P(no purchase in (T, T + t]) ≥ ½. Own
 * definition. null where ½ is not reached within the horizon.
 */
export function daysToLikely(model: Predictions, row: Row, ahead: TimeOfDays, horizon: number): number | null {
  return firstDay((days) => 1 - model.pNone(ahead(days), row) >= 0.5, horizon);
}

/** The smallest of 1 … `last` for which it holds, given that it then holds for all later ones; by bisection. */
function firstDay(holds: (days: number) => boolean, last: number): number | null {
  if (last < 1 || !holds(last)) return null;
  let below = 0;
  let from = 1;
  while (from < last && !holds(from)) {
    below = from;
    from = Math.min(last, from * 2);
  }
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2);
    if (holds(middle)) from = middle;
    else below = middle;
  }
  return from;
}
