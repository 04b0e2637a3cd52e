import { describe, expect, test } from 'vitest';
import { dayOf, wallClock } from '../../src/util/calendar.js';

const at = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) =>
  dayOf(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;

describe('the wall clock of a zone', () => {
  test.each([
    ['Asia/Shanghai', at(2020, 2, 29, 16, 0, 1), at(2020, 3, 1, 0, 0, 1)],
    ['Asia/Kathmandu', at(2020, 2, 29, 18, 14, 59), at(2020, 2, 29, 23, 59, 59)],
    ['America/New_York', at(2026, 3, 8, 6, 59, 59), at(2026, 3, 8, 1, 59, 59)],
    ['America/New_York', at(2026, 3, 8, 7, 0, 0), at(2026, 3, 8, 3, 0, 0)],
    ['America/New_York', at(2026, 11, 1, 5, 59, 59), at(2026, 11, 1, 1, 59, 59)],
    ['America/New_York', at(2026, 11, 1, 6, 0, 0), at(2026, 11, 1, 1, 0, 0)],
    ['Pacific/Apia', at(2011, 12, 30, 9, 59, 59), at(2011, 12, 29, 23, 59, 59)],
    ['Pacific/Apia', at(2011, 12, 30, 10, 0, 0), at(2011, 12, 31, 0, 0, 0)],
    ['UTC', at(1999, 12, 31, 23, 59, 59), at(1999, 12, 31, 23, 59, 59)],
  ])('%s at %i', (zone, utc, local) => {
    expect(wallClock(zone, utc)).toBe(local);
  });

  test('an unknown zone is refused', () => {
    expect(() => wallClock('Mars/Olympus', 0)).toThrow(RangeError);
  });
});
