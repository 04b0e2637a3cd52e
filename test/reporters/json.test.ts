import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonReporter } from '../../src/reporters/json.js';
import { dayOf } from '../../src/util/calendar.js';
import { runs } from '../runs.js';
import { hostile } from './hostile.js';
import { inventedReport, plain, tableOf } from './invented-report.js';
import { written } from './written.js';

const rowsOf = (document: string, id: string) =>
  JSON.parse(document).tables.find((table: { id: string }) => table.id === id).rows;

describe('the report as JSON', () => {
  test('states schema, days, clock, currency and files', () => {
    const document = JSON.parse(written(jsonReporter, inventedReport()));
    expect(document).toMatchObject({
      schema: 'crm.report/1',
      command: 'analyze',
      asOf: '2025-08-31',
      asOfReason: 'latest-order',
      timezone: 'Asia/Shanghai',
      clockSource: 'platform',
      currency: 'CNY',
      window: { from: '2024-09-01', to: '2025-08-31' },
      files: [{ name: '花间集-订单.xlsx', platform: 'taobao-orders', rows: 28_022 }],
      issues: { count: 12 },
    });
    expect(document.files[0].sheets[0]).toMatchObject({ amount: 2_499_000, firstDay: '2024-09-01' });
  });

  test('writes each unit as the contract says', () => {
    const words = 'm:money p:price c:count n:number r:ratio d:days day:date t:text who:name q:any';
    const day = dayOf(2020, 2, 29);
    const rows = [
      [1230, 1000 / 3, 7, 1.5, 1 / 3, 34, day, 'hot', '小红', { value: 30, unit: 'money' }],
      [-5, 0, 0, -0, 0, 1.25, day, 'lost', '', { value: day, unit: 'date' }],
      [null, null, null, null, null, null, null, null, null, null],
    ] as const;
    const document = written(jsonReporter, inventedReport({ tables: [tableOf('units', words, rows)] }));
    const lines = document.split('\n').filter((line) => line.startsWith('        { "m"'));
    expect(lines).toEqual([
      '        { "m": 12.3, "p": 3.333333333333333, "c": 7, "n": 1.5, "r": 0.3333333333333333, "d": 34, "day": "2020-02-29", "t": "hot", "who": "小红", "q": 0.3 },',
      '        { "m": -0.05, "p": 0, "c": 0, "n": 0, "r": 0, "d": 1.25, "day": "2020-02-29", "t": "lost", "who": "", "q": "2020-02-29" },',
      '        { "m": null, "p": null, "c": null, "n": null, "r": null, "d": null, "day": null, "t": null, "who": null, "q": null }',
    ]);
  });

  test('money has the decimals of its currency and no binary noise', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom(0, 2, 3), (minor, decimals) => {
        const tables = [tableOf('one', 'm:money', [[minor]])];
        const document = written(jsonReporter, inventedReport({ tables, currency: { code: 'XXX', decimals } }));
        const text = /"m": (\S+) }/.exec(document)?.[1] ?? '';
        expect((text.split('.')[1] ?? '').length).toBeLessThanOrEqual(decimals);
        expect(Math.round(Number(text) * 10 ** decimals)).toBe(minor === 0 ? 0 : minor);
      }),
      runs(),
    );
  });

  test('every hostile text comes back as it was, and none is raw in the document', () => {
    const tables = [
      tableOf(
        'names',
        'who:name __proto__:name',
        hostile.map((text) => [text, text]),
      ),
    ];
    const issue = { ...inventedReport().issues.first[0]!, file: hostile[0]!, column: '__proto__', value: hostile[1]! };
    const document = written(
      jsonReporter,
      inventedReport({ tables, issues: { count: 1, byProblem: new Map([[issue.problem, 1]]), first: [issue] } }),
      {
        showValues: true,
      },
    );
    expect(document).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/u);
    expect(rowsOf(document, 'names').map((row: { who: string }) => row.who)).toEqual(hostile);
    expect(JSON.parse(document).issues.first[0]).toMatchObject({ column: '__proto__', value: hostile[1] });
    expect(({} as Record<string, unknown>)['who']).toBeUndefined();
  });

  test('any name survives the round trip', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (name) => {
        const document = written(jsonReporter, inventedReport({ tables: [tableOf('names', 'who:name', [[name]])] }));
        expect(rowsOf(document, 'names')).toEqual([{ who: name }]);
      }),
      runs(),
    );
  });

  test('the value of a bad cell is written only when asked for', () => {
    expect(written(jsonReporter, inventedReport())).not.toContain('十二块');
    expect(written(jsonReporter, inventedReport(), { showValues: true })).toContain('十二块');
  });

  test('an empty report is a whole document', () => {
    const empty = inventedReport({
      tables: [],
      files: [],
      notes: [],
      issues: { count: 0, byProblem: new Map(), first: [] },
      asOf: null,
      window: null,
    });
    expect(JSON.parse(written(jsonReporter, empty))).toMatchObject({ tables: [], files: [], asOf: null, window: null });
  });

  test('other currencies stand under others in the same shape', () => {
    const other = inventedReport({
      currency: { code: 'JPY', decimals: 0 },
      tables: [tableOf('one', 'm:money', [[1500]])],
    });
    const document = JSON.parse(written(jsonReporter, inventedReport({ others: [other] })));
    expect(document.others[0]).toMatchObject({
      schema: 'crm.report/1',
      currency: 'JPY',
      tables: [{ rows: [{ m: 1500 }] }],
    });
  });

  test('keys and class names are English whatever the language', () => {
    const [zh, en] = (['zh', 'en'] as const).map((lang) =>
      JSON.parse(written(jsonReporter, inventedReport(), { lang })),
    );
    expect(zh.tables.map((table: { rows: unknown }) => table.rows)).toEqual(
      en.tables.map((table: { rows: unknown }) => table.rows),
    );
  });

  test('a long list is written in many pieces and walked once', () => {
    let walked = 0;
    const rows = {
      *[Symbol.iterator]() {
        for (let row = 0; row < 50_000; row++) {
          walked += 1;
          yield [row];
        }
      },
    };
    const pieces = [
      ...(jsonReporter.write(
        inventedReport({ tables: [tableOf('list', 'c:count', [], { rows })] }),
        plain,
      ) as Iterable<string>),
    ];
    expect(walked).toBe(50_000);
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(140_000);
    expect(rowsOf(pieces.join(''), 'list')).toHaveLength(50_000);
  });

  test('a number that cannot be written is a mistake of ours, not a null', () => {
    const tables = [tableOf('one', 'r:ratio', [[Number.NaN]])];
    expect(() => written(jsonReporter, inventedReport({ tables }))).toThrow(RangeError);
  });

  test('the same report gives the same bytes', () => {
    expect(written(jsonReporter, inventedReport())).toBe(written(jsonReporter, inventedReport()));
  });
});
