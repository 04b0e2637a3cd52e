import type { Day } from '../../util/calendar.js';

/**
 * How much time has passed at the end of a day, as purchases feel it: days in a busy season are long, others short. The
 * models stay as they are and count in this time (time rescaling: a Poisson process whose rate is multiplied by s(day)
 * is one of constant rate in the time ∫ s). Rises from every day to the next.
 */
export interface Clock {
  readonly at: (day: Day) => number;
}

/** All days alike. */
export const calendarClock: Clock = { at: (day) => day };
