import { addMonths as addMonthsOfDateFns } from 'date-fns/addMonths';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addMonths,
  civilOf,
  dayOf,
  dayOfSeconds,
  daysInMonth,
  isCivil,
  isoDay,
  isoMonth,
  monthEnd,
  monthOf,
  monthStart,
  parseIsoDay,
  weekdayOf,
  weekStart,
} from '../../src/util/calendar.js';

const MILLISECONDS_A_DAY = 86_400_000;
const FIRST = dayOf(1990, 1, 1);
const LAST = dayOf(2100, 12, 31);

/** Every day 1990–2100 with LONG, else every 41st: no multiple of a week, a month or a year. */
const STEP = process.env['LONG'] === undefined ? 41 : 1;

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('every day 1990–2100 is the civil date of the same moment in UTC, and back', () => {
  for (let day = FIRST; day <= LAST; day++) {
    const date = new Date(day * MILLISECONDS_A_DAY);
    const { year, month, day: dayOfMonth } = civilOf(day);
    const same = year === date.getUTCFullYear() && month === date.getUTCMonth() + 1 && dayOfMonth === date.getUTCDate();
    if (!same || dayOf(year, month, dayOfMonth) !== day) expect.fail(isoDay(day));
    if (parseIsoDay(isoDay(day)) !== day || isoDay(day) !== date.toISOString().slice(0, 10)) expect.fail(isoDay(day));
  }
});

test('years 1 to 9999 go round too', () => {
  for (let day = dayOf(1, 1, 1); day <= dayOf(9999, 12, 31); day += 137) {
    const { year, month, day: dayOfMonth } = civilOf(day);
    if (!isCivil(year, month, dayOfMonth) || dayOf(year, month, dayOfMonth) !== day) expect.fail(String(day));
  }
});

describe.each([
  ['UTC', 0],
  ['Asia/Shanghai', 480],
  ['America/Sao_Paulo', -180],
  ['Asia/Kathmandu', 345],
  ['Pacific/Apia', 780],
])('under TZ=%s', (name, minutesEast) => {
  test('days plus and minus 1 to 24 months are those of date-fns', () => {
    process.env['TZ'] = name;
    expect(0 - new Date(2024, 0, 1, 12).getTimezoneOffset()).toBe(minutesEast);
    let compared = 0;
    for (let day = FIRST; day <= LAST; day += STEP) {
      const noon = noonOf(day);
      if (dayOfNoon(noon) !== day) continue;
      for (let months = 1; months <= 24; months++) {
        for (const step of [months, -months]) {
          const expected = addMonthsOfDateFns(noon, step);
          const own = addMonths(day, step);
          if (dayOfNoon(noonOf(own)) !== own) continue;
          if (dayOfNoon(expected) !== own)
            expect.fail(`${isoDay(day)} ${step}: ${isoDay(own)}, ${expected.toString()}`);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(((LAST - FIRST) / STEP) * 48 - 200);
  });
});

test('a day that a zone skipped exists on the shop’s clock', () => {
  process.env['TZ'] = 'Pacific/Apia';
  expect(isoDay(addMonths(dayOf(2012, 1, 30), -1))).toBe('2011-12-30');
});

test.each([
  ['2023-05-31', -3, '2023-02-28'],
  ['2024-05-31', -3, '2024-02-29'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -12, '2023-02-28'],
  ['2024-12-31', 2, '2025-02-28'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2000-03-31', -1, '2000-02-29'],
  ['2100-03-31', -1, '2100-02-28'],
  ['2024-08-31', 0, '2024-08-31'],
])('%s and %i months is %s', (from, months, to) => expect(isoDay(addMonths(parseIsoDay(from)!, months))).toBe(to));

test('a week begins on Monday', () => {
  for (let day = FIRST; day <= LAST; day++) {
    const weekday = new Date(day * MILLISECONDS_A_DAY).getUTCDay();
    const monday = weekStart(day);
    const right = weekdayOf(day) === (weekday === 0 ? 7 : weekday) && weekdayOf(monday) === 1 && day - monday < 7;
    if (!right || monday > day) expect.fail(isoDay(day));
  }
  expect(weekdayOf(-3)).toBe(1);
});

test('months count from January 1970 and follow one another without a gap', () => {
  expect([monthOf(0), monthOf(-1), isoMonth(-1), isoMonth(361)]).toEqual([0, -1, '1969-12', '2000-02']);
  for (let month = -24; month < 1600; month++) {
    if (monthEnd(month) + 1 !== monthStart(month + 1) || monthOf(monthStart(month)) !== month)
      expect.fail(isoMonth(month));
    const { year, month: ofYear } = civilOf(monthStart(month));
    if (daysInMonth(year, ofYear) !== monthEnd(month) - monthStart(month) + 1) expect.fail(isoMonth(month));
  }
});

test('only dates that exist are dates', () => {
  const texts = [
    '2023-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-1-0',
    '0000-01-01',
    '20240101',
    '',
    '2024-01-01 ',
  ];
  expect(texts.map(parseIsoDay)).toEqual(texts.map(() => null));
  expect(parseIsoDay('2024-2-9')).toBe(dayOf(2024, 2, 9));
});

test('the last second of a day belongs to it, before 1970 too', () => {
  expect([dayOfSeconds(86_399), dayOfSeconds(86_400), dayOfSeconds(-1)]).toEqual([0, 1, -1]);
});

/** Noon of a day on the clock of the machine: no change of summer time falls on it. */
function noonOf(day: number): Date {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return new Date(year, month - 1, dayOfMonth, 12);
}

function dayOfNoon(noon: Date): number {
  return dayOf(noon.getFullYear(), noon.getMonth() + 1, noon.getDate());
}
