import type { History } from '../../model/history.js';
import type { Day } from '../../util/calendar.js';
import { type Clock, calendarClock } from '../models/clock.js';
import { FARTHEST_DAY } from '../models/days-until.js';
import { purchaseRows } from '../models/inputs.js';
import { mbgNbd } from '../models/mbg-nbd.js';
import { dayCounts, expectedRepeats } from './season-counts.js';
import { type SeasonFactors, seasonFactors } from './season-factors.js';

/** How purchases rise and fall within a year. */
export interface Season {
  readonly factors: SeasonFactors;
  /** Time in which the shop has no season. A year of it, the last one known, is as long as a year of the calendar. */
  readonly clock: Clock;
}

const YEAR = 365;

/** The factors shift the model's parameters a little, and these the factors: after two rounds both stand still. */
const ROUNDS = 2;

/**
 * The season in the purchases up to `to`: repeat purchases day by day against those MBG/NBD expects of the customers won
 * by then, see `seasonFactors`. The factors make a clock, the model is fitted again in its time, and the factors anew.
 * Null where no model can be fitted. `ahead`: days after `to` the clock must know. Own definition.
 */
export function seasonOf(history: History, to: Day, ahead: number): Season | null {
  const counts = dayCounts(history, to);
  if (counts === null) return null;
  const skipped = counts.learnFrom - counts.from;
  let factors: SeasonFactors | null = null;
  let clock = calendarClock;
  for (let round = 0; round < ROUNDS; round++) {
    const model = mbgNbd.fit(purchaseRows(history, to, 'day', clock));
    if (model.state === 'not-fittable') return null;
    const expected = expectedRepeats(counts, model, clock);
    const even = expected.map((one, at) => one / (clock.at(counts.from + at) - clock.at(counts.from + at - 1)));
    factors = seasonFactors(counts.learnFrom, counts.repeat.subarray(skipped), even.subarray(skipped));
    clock = clockOf(factors, counts.from, to, Math.max(ahead, FARTHEST_DAY));
  }
  return factors === null ? null : { factors, clock };
}

/** Adds up the factors, scaled so that the last 365 days known sum to 365; after its last day time passes evenly. */
function clockOf({ of }: SeasonFactors, from: Day, to: Day, ahead: number): Clock {
  let year = 0;
  for (let day = to - YEAR + 1; day <= to; day++) year += of(day);
  const passed = new Float64Array(to - from + ahead + 2);
  for (let at = 1; at < passed.length; at++) passed[at] = passed[at - 1]! + (of(from + at - 1) * YEAR) / year;
  const last = passed.length - 1;
  return {
    at: (day) => {
      const at = day - from + 1;
      return at <= 0 ? at : at <= last ? passed[at]! : passed[last]! + at - last;
    },
  };
}
