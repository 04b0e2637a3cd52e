import { wallClock } from '../../util/calendar.js';
import type { Dialect } from '../dialect.js';
import type { TimeRules } from '../values/time-text.js';

/**
 * How times with an offset become times of the shop: on the zone of `--timezone`, else on the platform's clock, else as
 * written (the offset is the shop's own). Times without an offset are already on the shop's clock.
 */
export function timeRules(dialect: Dialect, timezone: string | null, slashes: TimeRules['slashes']): TimeRules {
  const zone = timezone ?? dialect.clock;
  return {
    slashes,
    withOffset: zone === '' ? (written) => written : (written, offset) => wallClock(zone, written - offset),
  };
}
