import type { History } from '../../model/history.js';
import { type Day, monthEnd, monthOf } from '../../util/calendar.js';
import { type Clock, calendarClock } from '../models/clock.js';
import { expectedOf, totalOf } from '../models/forecast-rows.js';
import { mbgNbd } from '../models/mbg-nbd.js';
import { type HoldOut, holdOut } from './hold-out.js';
import { seasonOf } from './season.js';

/** Days before the back-test from which a year's season can be learned. */
export const SEASON_DAYS = 720;

/** Whether the forecast has a season, and why. */
export interface SeasonChoice {
  /**
   * not-asked: no choice of a model was asked for · too-short: fewer than 720 days before the back-test, or no inner
   * hold-out · unseen: the year is even, as far as chance lets us see · no-better: on the inner hold-out the season
   * did not help · taken.
   */
  readonly state: 'not-asked' | 'too-short' | 'unseen' | 'no-better' | 'taken';
  /** Mean absolute error of the months' totals on the inner hold-out, without and with the season; null where not tried. */
  readonly errors: { readonly even: number; readonly seasonal: number } | null;
}

/**
 * Whether to forecast with a season: learned from the days before the inner hold-out, it must bring the *monthly totals*
 * of that hold-out nearer (mean absolute error, MBG/NBD with and without). Not the error per customer: most customers
 * buy nothing in any few weeks, so whatever predicts less has the smaller one, and a rising season would never win.
 * Offered only if the days up to the cut show a season beyond chance. Own definition.
 */
export function seasonChoice(history: History, first: Day, cut: Day, days: number): SeasonChoice {
  const untried = (state: SeasonChoice['state']): SeasonChoice => ({ state, errors: null });
  if (cut - first < SEASON_DAYS) return untried('too-short');
  if (seasonOf(history, cut, days)?.factors.isVisible !== true) return untried('unseen');
  const inner = seasonOf(history, cut - days, days);
  const even = monthsError(history, cut - days, cut, calendarClock);
  const seasonal = inner === null ? null : monthsError(history, cut - days, cut, inner.clock);
  if (even === null || seasonal === null) return untried('no-better');
  return { state: seasonal < even ? 'taken' : 'no-better', errors: { even, seasonal } };
}

/** Mean absolute error of MBG/NBD in the total purchases of each calendar month (or part of one) in (cut, end]. */
export function monthsError(history: History, cut: Day, end: Day, clock: Clock): number | null {
  const held = holdOut(history, cut, end, 'day', clock);
  const model = mbgNbd.fit(held.rows);
  if (model.state === 'not-fittable') return null;
  const bought = boughtByMonth(history, held);
  let [error, before] = [0, 0];
  for (const [month, purchases] of bought.entries()) {
    const last = Math.min(end, monthEnd(monthOf(cut + 1) + month));
    const until = totalOf(held.rows, expectedOf(model, held.rows, held.rows.ahead(last - cut)));
    error += Math.abs(until - before - purchases);
    before = until;
  }
  return error / bought.length;
}

/** Purchases of the customers known at the cut in each month after it. */
function boughtByMonth({ offsets, day }: History, { customers, cut, end }: HoldOut): Float64Array {
  const start = monthOf(cut + 1);
  const bought = new Float64Array(monthOf(end) - start + 1);
  for (const customer of customers) {
    for (let at = offsets[customer + 1]! - 1; at >= offsets[customer]! && day[at]! > cut; at--) {
      if (day[at]! <= end) bought[monthOf(day[at]!) - start]!++;
    }
  }
  return bought;
}
