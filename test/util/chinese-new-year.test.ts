import { expect, test } from 'vitest';
import { midnightUtc } from '../../src/util/calendar.js';
import { chineseNewYear } from '../../src/util/chinese-new-year.js';

/** Years whose new moon comes within minutes of midnight in Beijing: some versions of ICU are a day off. */
const CLOSE = new Set([2027, 2030]);

test('Chinese New Year of 2010 to 2035 is the first day of the first month in the tables of ICU', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  for (let year = 2010; year <= 2035; year++) {
    const days = CLOSE.has(year) ? [-1, 0, 1] : [0];
    const dates = days.map((by) => lunar.format(midnightUtc(chineseNewYear(year)! + by)));
    expect([year, dates]).toEqual([year, expect.arrayContaining(['1/1'])]);
  }
});

test('outside the table there is none', () => {
  expect([chineseNewYear(2009), chineseNewYear(2036)]).toEqual([null, null]);
});
