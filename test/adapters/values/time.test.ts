import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMBIGUOUS, BLANK, UNREADABLE } from '../../../src/adapters/values/outcome.js';
import { precisionOf, secondsOf } from '../../../src/adapters/values/stamp.js';
import { timeFromBytes } from '../../../src/adapters/values/time-bytes.js';
import { type TimeRules, timeFromNumber, timeFromText } from '../../../src/adapters/values/time-text.js';
import { runs } from '../../runs.js';

const encoder = new TextEncoder();
const asWritten: TimeRules = { slashes: 'unknown', withOffset: (written) => written };
const beijing: TimeRules = { slashes: 'unknown', withOffset: (written, offset) => written - offset + 8 * 3600 };

function time(text: string, rules = asWritten): number {
  const bytes = encoder.encode(text);
  return timeFromBytes(bytes, 0, bytes.length) ?? timeFromText(text, rules);
}

/** `2017-07-08 00:42:32 second`, by the clock of JavaScript. */
function shown(stamp: number): string {
  if (!Number.isFinite(stamp)) return Number.isNaN(stamp) ? 'blank' : stamp > 0 ? 'unreadable' : 'ambiguous';
  const text = new Date(secondsOf(stamp) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return `${text} ${['none', 'day', 'minute', 'second'][precisionOf(stamp)]}`;
}

describe('a time in a cell', () => {
  test.each([
    ['2017-07-08 00:42:32', '2017-07-08 00:42:32 second'],
    ['2020/2/21 0:00', '2020-02-21 00:00:00 minute'],
    ['2018/5/16 9:41', '2018-05-16 09:41:00 minute'],
    ['2020.2.21', '2020-02-21 00:00:00 day'],
    ['2020-02-21', '2020-02-21 00:00:00 day'],
    ['2020年2月21日 9时41分', '2020-02-21 09:41:00 minute'],
    ['2020年2月21日9时41分5秒', '2020-02-21 09:41:05 second'],
    ['2020年2月21日', '2020-02-21 00:00:00 day'],
    ['2020-02-21T09:41:05', '2020-02-21 09:41:05 second'],
    ['2020-02-21T09:41:05.999', '2020-02-21 09:41:05 second'],
    ['2020-02-21 09:41:05.0', '2020-02-21 09:41:05 second'],
    ['２０２０－０２－２１　０９：４１', '2020-02-21 09:41:00 minute'],
    ['20170823', '2017-08-23 00:00:00 day'],
    ['201708230930', '2017-08-23 09:30:00 minute'],
    ['20170823093001', '2017-08-23 09:30:01 second'],
    ['43101.39', '2018-01-01 09:21:36 second'],
    ['43101', '2018-01-01 00:00:00 day'],
    ['43101.39583333333', '2018-01-01 09:30:00 minute'],
    ['2024-02-29 23:59:59', '2024-02-29 23:59:59 second'],
    ['2525-01-01', '2525-01-01 00:00:00 day'],
    ['31/12/2023', '2023-12-31 00:00:00 day'],
    ['12/31/2023 9:41', '2023-12-31 09:41:00 minute'],
    ['5/5/2023', '2023-05-05 00:00:00 day'],
    ['Sep-18-26', '2026-09-18 00:00:00 day'],
    ['26-May-26', '2026-05-26 00:00:00 day'],
    ['10-Dez-25', '2025-12-10 00:00:00 day'],
    ['05-oct.-26', '2026-10-05 00:00:00 day'],
    ['3-août-24', '2024-08-03 00:00:00 day'],
    ['01-Mär-2024', '2024-03-01 00:00:00 day'],
    ['26 Jul 2023 09:32', '2023-07-26 09:32:00 minute'],
    ['July 4, 2023 9:32:07', '2023-07-04 09:32:07 second'],
    ['2023-05-31 23:06:04 -0700', '2023-05-31 23:06:04 second'],
    ['2023-05-31 23:06 -0700', '2023-05-31 23:06:00 minute'],
  ])('%s is %s', (text, expected) => {
    expect(shown(time(text))).toBe(expected);
  });

  test.each([
    ['2023-05-31T16:00:01Z', '2023-06-01 00:00:01 second'],
    ['2023-05-31 23:06:04 -0700', '2023-06-01 14:06:04 second'],
    ['2023-05-31 23:06:04+08:00', '2023-05-31 23:06:04 second'],
    ['1498838400000', '2017-07-01 00:00:00 second'],
  ])('%s on the clock of Beijing is %s', (text, expected) => {
    expect(shown(time(text, beijing))).toBe(expected);
  });

  test.each([
    ['09/03/26', 'month-first', '2026-09-03 00:00:00 day'],
    ['09/03/26', 'day-first', '2026-03-09 00:00:00 day'],
    ['09/03/26', 'unknown', 'unreadable'],
    ['13/09/26', 'month-first', 'unreadable'],
    ['12/15/2025 9:30:33 AM', 'month-first', '2025-12-15 09:30:33 second'],
    ['12/15/2025 12:05 AM', 'month-first', '2025-12-15 00:05:00 minute'],
    ['12/15/2025 12:05 pm', 'unknown', '2025-12-15 12:05:00 minute'],
    ['12/15/2025 13:05 PM', 'month-first', 'unreadable'],
  ] as const)('%s with the %s number is %s', (text, slashes, expected) => {
    expect(shown(time(text, { ...asWritten, slashes }))).toBe(expected);
  });

  test.each(['', 'null', "'null", '-', '--', '——', '无', ' '])('"%s" is blank', (text) => {
    expect(time(text)).toBe(BLANK);
  });

  test.each([
    '2023-02-29',
    '2026-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-00-00',
    '0000-00-00 00:00:00',
    '1989-12-31',
    '1970-01-01',
    '1900-02-29',
    '2020-02-21 24:00:00',
    '2020-02-21 23:60',
    '2020-02-21 23:59:60',
    '2020-2',
    '昨天',
    '9:41',
    '#N/A',
    '2020-02-21 abc',
    '2020-02-21 09:41:05 +1500',
    '2020-02-21 -0700',
    '20170230',
    '201708239930',
    '60',
    '59.5',
    '0',
    '99999',
    '123456789',
    '2020-02/21',
    '2023-05-01至2023-05-03',
    '2023/5/1 10:00~2023/5/2',
    '13/13/2023',
    'Sob-18-26',
    'Feb-30-26',
    '18-26-Sep',
    'Sep 18',
    '1,2',
  ])('"%s" is refused', (text) => {
    expect(time(text)).toBe(UNREADABLE);
  });

  test('03/04/2024 can be two days; the rules of the column decide', () => {
    expect(time('03/04/2024')).toBe(AMBIGUOUS);
    expect(shown(time('03/04/2024', { ...asWritten, slashes: 'month-first' }))).toBe('2024-03-04 00:00:00 day');
    expect(shown(time('03/04/2024', { ...asWritten, slashes: 'day-first' }))).toBe('2024-04-03 00:00:00 day');
    expect(shown(time('03/14/2024', { ...asWritten, slashes: 'day-first' }))).toBe('unreadable');
  });

  test('any moment in any of the usual forms: the same seconds as the clock of JavaScript', () => {
    const pad = (value: number) => String(value).padStart(2, '0');
    const moment = fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2099-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        moment,
        fc.constantFrom('-', '/', '.'),
        fc.boolean(),
        fc.constantFrom(' ', 'T', '  '),
        (date, dash, short, gap) => {
          const two = short ? String : pad;
          const day = [date.getUTCFullYear(), two(date.getUTCMonth() + 1), two(date.getUTCDate())].join(dash);
          const clock = `${two(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
          const stamp = time(`${day}${gap}${clock}`);
          expect(secondsOf(stamp)).toBe(Math.floor(date.getTime() / 1000));
          expect(timeFromText(`${day}${gap}${clock}`, asWritten)).toBe(stamp);
        },
      ),
      runs(10_000),
    );
  });

  test('bytes and text agree wherever both can read', () => {
    const part = fc.constantFrom('2020', '-', '/', '2', '02', '21', ' ', 'T', ':', '9', '41', '31', '0', '99');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const bytes = encoder.encode(text);
        const plain = timeFromBytes(bytes, 0, bytes.length);
        if (plain !== null) expect(plain).toBe(timeFromText(text, asWritten));
      }),
      runs(20_000),
    );
  });
});

describe('a time in a numeric cell', () => {
  test.each([
    [42737.97861111111, '2017-01-02 23:29:12 second'],
    [43272.941666666666, '2018-06-21 22:36:00 minute'],
    [43101, '2018-01-01 00:00:00 day'],
    [43101.99999999, '2018-01-02 00:00:00 minute'],
    [20170823, '2017-08-23 00:00:00 day'],
    [20170823093001, '2017-08-23 09:30:01 second'],
    [32874, '1990-01-01 00:00:00 day'],
    [32873.9, 'unreadable'],
    [59, 'unreadable'],
    [60, 'unreadable'],
    [61, 'unreadable'],
    [0, 'unreadable'],
    [-1, 'unreadable'],
    [0.5, 'unreadable'],
    [1e308, 'unreadable'],
    [2958466, 'unreadable'],
    [20171341, 'unreadable'],
  ])('%d is %s', (value, expected) => {
    expect(shown(timeFromNumber(value, asWritten))).toBe(expected);
  });

  test('every second of a century survives being a serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 631_152_000, max: 4_102_444_799 }), (seconds) => {
        expect(secondsOf(timeFromNumber(seconds / 86_400 + 25_569, asWritten))).toBe(seconds);
        expect(secondsOf(timeFromText((seconds / 86_400 + 25_569).toFixed(9), asWritten))).toBe(seconds);
      }),
      runs(20_000),
    );
  });
});
