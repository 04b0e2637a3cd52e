import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohortCalendars } from '../../src/analysis/cohort-calendar.js';
import { runs } from '../runs.js';
import { day } from './bought.js';

const { month, week, quarter } = cohortCalendars;

test.each([
  ['2024-09-30', '2024-09', '2024-W40', '2024-Q3'],
  ['2024-09-29', '2024-09', '2024-W39', '2024-Q3'],
  ['2024-12-30', '2024-12', '2025-W01', '2024-Q4'],
  ['2021-01-03', '2021-01', '2020-W53', '2021-Q1'],
  ['2016-01-01', '2016-01', '2015-W53', '2016-Q1'],
  ['1970-01-01', '1970-01', '1970-W01', '1970-Q1'],
  ['1969-12-28', '1969-12', '1969-W52', '1969-Q4'],
])('%s is in month %s, week %s, quarter %s', (date, ...keys) => {
  expect([month, week, quarter].map((calendar) => calendar.key(calendar.indexOf(day(date))))).toEqual(keys);
});

test.each(['month', 'week', 'quarter'] as const)(
  'every day is in exactly one %s, and they follow one another',
  (id) => {
    const calendar = cohortCalendars[id];
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 40_000 }), (any) => {
        const index = calendar.indexOf(any);
        expect(calendar.start(index) <= any && any <= calendar.end(index)).toBe(true);
        expect(calendar.end(index) + 1).toBe(calendar.start(index + 1));
        expect(calendar.key(index) < calendar.key(index + 1)).toBe(true);
      }),
      runs(),
    );
  },
);
