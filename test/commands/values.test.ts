import { describe, expect, test } from 'vitest';
import * as values from '../../src/commands/values.js';
import { dayOf } from '../../src/util/calendar.js';

describe('values of options', () => {
  test.each([
    ['a day', values.day, '2024-02-29', dayOf(2024, 2, 29)],
    ['a month', values.month, '2024-02', { from: dayOf(2024, 2, 1), to: dayOf(2024, 2, 29) }],
    ['days', values.duration, '90', 90],
    ['days with their letter', values.duration, '90d', 90],
    ['weeks', values.duration, '12w', 84],
    ['months of 30 days', values.duration, '6m', 180],
    ['a year of 365 days', values.duration, '1y', 365],
    ['bytes', values.size, '1024', 1024],
    ['gibibytes', values.size, '1.5G', 1.5 * 2 ** 30],
    ['GBK is GB18030', values.encoding, 'GBK', 'gb18030'],
    ['a tab', values.delimiter, 'tab', '\t'],
    ['a currency in small letters', values.currency, 'usd', 'USD'],
    [
      'columns by name and position',
      values.columnMap,
      'buyer=会员号, time=3',
      [
        { field: 'buyer', column: '会员号' },
        { field: 'time', column: 3 },
      ],
    ],
    [
      'a comma inside a column name, doubled',
      values.columnMap,
      'paid=实收,,元',
      [{ field: 'paid', column: '实收,元' }],
    ],
    [
      'columns as a table of the config',
      values.columnMap,
      { buyer: 'Member', time: 3 },
      [
        { field: 'buyer', column: 'Member' },
        { field: 'time', column: 3 },
      ],
    ],
  ])('%s', (_, schema, given, expected) => {
    expect(schema.parse(given)).toEqual(expected);
  });

  test.each([
    ['a day that does not exist', values.day, '2023-02-29'],
    ['a month that does not exist', values.day, '2026-13-01'],
    ['a month 13', values.month, '2026-13'],
    ['no duration', values.duration, '0'],
    ['a duration in words', values.duration, 'year'],
    ['a field nobody knows', values.columnMap, 'customer=3'],
    ['a field without a column', values.columnMap, 'buyer'],
    ['a zone that is none', values.zone, 'Asia/Peking1'],
    ['an encoding that would damage text', values.encoding, 'latin1'],
  ])('%s is refused', (_, schema, given) => {
    expect(schema.safeParse(given).success).toBe(false);
  });
});
