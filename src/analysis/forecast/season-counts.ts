import type { History } from '../../model/history.js';
import type { Day } from '../../util/calendar.js';
import type { Clock } from '../models/clock.js';
import type { Predictions } from '../models/customer-model.js';

/** Older days say little of the coming ones: a season is learned from the last five years at most. */
const MOST_DAYS = 5 * 365;

/** Purchases day by day. */
export interface DayCounts {
  /** The first day of the history; index 0. */
  readonly from: Day;
  readonly to: Day;
  /** The first day a season is learned from. */
  readonly learnFrom: Day;
  /** Per day: first purchases, and all later ones, of all customers. */
  readonly first: Float64Array;
  readonly repeat: Float64Array;
}

/** Counts the purchases of the days up to `to`; null without one. */
export function dayCounts({ offsets, day, customers }: History, to: Day): DayCounts | null {
  let from = to + 1;
  for (let customer = 0; customer < customers; customer++) from = Math.min(from, day[offsets[customer]!]!);
  if (from > to) return null;
  const first = new Float64Array(to - from + 1);
  const repeat = new Float64Array(to - from + 1);
  for (let customer = 0; customer < customers; customer++) {
    const start = offsets[customer]!;
    for (let at = start; at < offsets[customer + 1]! && day[at]! <= to; at++) {
      if (at === start) first[day[at]! - from]!++;
      else repeat[day[at]! - from]!++;
    }
  }
  return { from, to, learnFrom: Math.max(from, to - MOST_DAYS + 1), first, repeat };
}

/**
 * Repeat purchases the model expects on each day of the customers won by then, whatever became of them: every day's new
 * customers times the growth of E[X(t)] over that day, time as the clock counts it. So more customers, or older ones, are
 * no season. Days × days of new customers, additions alone; the model is asked once per day of time.
 */
export function expectedRepeats(
  { from, to, learnFrom, first }: DayCounts,
  model: Predictions,
  clock: Clock,
): Float64Array {
  const steps = Math.ceil(clock.at(to) - clock.at(from)) + 2;
  const grown = Float64Array.from({ length: steps + 1 }, (_, time) => (time === 0 ? 0 : model.unconditional(time)));
  const purchasesIn = (time: number) => {
    const whole = Math.floor(time);
    return grown[whole]! + (time - whole) * (grown[whole + 1]! - grown[whole]!);
  };
  const expected = new Float64Array(first.length);
  for (let start = 0; start < first.length; start++) {
    if (first[start] === 0) continue;
    const won = clock.at(from + start);
    let before = start >= learnFrom - from ? 0 : purchasesIn(clock.at(learnFrom - 1) - won);
    for (let at = Math.max(start + 1, learnFrom - from); at < first.length; at++) {
      const after = purchasesIn(clock.at(from + at) - won);
      expected[at]! += first[start]! * (after - before);
      before = after;
    }
  }
  return expected;
}
