import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CrmError } from '../../src/errors.js';
import { csvReporter, guarded } from '../../src/reporters/csv.js';
import { dayOf } from '../../src/util/calendar.js';
import { runs } from '../runs.js';
import { hostile } from './hostile.js';
import { inventedReport, tableOf } from './invented-report.js';
import { written } from './written.js';

const csvOf = (words: string, rows: Parameters<typeof tableOf>[2], style = {}) =>
  written(csvReporter, inventedReport({ tables: [tableOf('one', words, rows)], main: 'one' }), style);

/** What UTF-8 can hold of a text: half a character cannot be written. */
const asBytes = (text: string) => Buffer.from(text).toString();

describe('a table as CSV', () => {
  test('writes header keys, exact money, ISO days and nothing for what cannot be computed', () => {
    const day = dayOf(2020, 3, 1);
    const rows = [
      ['小红', 1230, 1 / 3, day, { value: -520, unit: 'money' }],
      ['', null, null, null, null],
    ] as const;
    expect(csvOf('who:name sales:money rate:ratio day:date value:any', rows)).toBe(
      'who,sales,rate,day,value\n"小红",12.30,0.3333333333333333,2020-03-01,-5.20\n"",,,,\n',
    );
  });

  test('a negative amount stays a number', () => {
    expect(csvOf('sales:money', [[-520]])).toBe('sales\n-5.20\n');
  });

  test.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['-2+3', "'-2+3"],
    ['@SUM(1)', "'@SUM(1)"],
    ['＝１＋１', "'＝１＋１"],
    ['\t=1', "'\t=1"],
    ['\r', "'\r"],
    ['  =1', "'  =1"],
    ['"=1"', '\'"=1"'],
    ["'=1", "''=1"],
    ['小红=小明', '小红=小明'],
    ["'n'", "''n'"],
    ['hot', 'hot'],
  ])('%j is written %j', (text, safe) => {
    expect(guarded(text)).toBe(safe);
  });

  test('no text cell starts a formula, every row has the same width, and one quote off gives the text back', () => {
    const names = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, names), { minLength: 1, maxLength: 8 }), (rows) => {
        const parsed: string[][] = parse(csvOf('who:name note:text', rows), { relax_column_count: false });
        expect(
          parsed.slice(1).map((row) => row.map((cell) => (guarded(cell.slice(1)) === cell ? cell.slice(1) : cell))),
        ).toEqual(rows.map((row) => row.map(asBytes)));
        for (const cell of parsed.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      }),
      runs(),
    );
  });

  test('raw leaves the texts alone', () => {
    expect(csvOf('who:name', [['=1+1']], { raw: true })).toBe('who\n"=1+1"\n');
  });

  test('the first header is never ID, which a spreadsheet takes for another format', () => {
    expect(csvOf('ID:text', [['a']])).toBe('id\na\n');
  });

  test('a byte order mark comes first when asked for', () => {
    expect(csvOf('who:name', [], { bom: true })).toBe('\ufeffwho\n');
  });

  test('writes the table asked for, and says which there are when it is not there', () => {
    expect(written(csvReporter, inventedReport(), { table: 'gaps' })).toMatch(/^stat,days\nn,4757\nmean,51.32\n/);
    const ask = () => written(csvReporter, inventedReport(), { table: 'retention' });
    expect(ask).toThrow(CrmError);
  });

  test('decimals are those of the currency', () => {
    const report = inventedReport({
      tables: [tableOf('one', 'm:money', [[1500]])],
      main: 'one',
      currency: { code: 'JPY', decimals: 0 },
    });
    expect(written(csvReporter, report)).toBe('m\n1500\n');
  });
});
