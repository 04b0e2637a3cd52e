import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableReporter } from '../../src/reporters/table.js';
import { dayOf } from '../../src/util/calendar.js';
import { widthOf } from '../../src/util/width.js';
import { runs } from '../runs.js';
import { hostile } from './hostile.js';
import { recency, retention, retentionMean } from './invented-cohorts.js';
import { inventedReport, tableOf } from './invented-report.js';
import { written } from './written.js';

const COLOUR = /\u001b\[[0-9;]*m/g;
const page = (report = inventedReport(), style = {}) => written(tableReporter, report, style);
const linesOf = (text: string) => text.split('\n');
const names = (rows: readonly string[]) =>
  inventedReport({
    command: 'other',
    tables: [
      tableOf(
        'names',
        'who:name orders:count sales:money',
        rows.map((name, index) => [name, index, index * 100]),
      ),
    ],
    notes: [],
    issues: { count: 0, byProblem: new Map(), first: [] },
    next: [],
  });

describe('the page', () => {
  test.each([20, 40, 60, 80, 96, 120])('nothing but commands is wider than %d columns', (width) => {
    for (const lang of ['zh', 'en'] as const) {
      for (const command of ['analyze', 'repeat', 'check']) {
        const lines = linesOf(page(inventedReport({ command }), { width, lang }));
        for (const line of lines.filter((one) => !one.includes('crm ')))
          expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  test('a command to copy is never cut', () => {
    expect(page(inventedReport(), { width: 20 })).toContain("crm repeat '花间集-订单.xlsx'\n");
  });

  test('key figures stand five, three, two abreast', () => {
    const abreast = (width: number) =>
      linesOf(page(inventedReport(), { width }))
        .find((line) => line.includes('¥190.2万'))
        ?.trim()
        .split(/ {2,}/).length;
    expect([96, 60, 40].map(abreast)).toEqual([5, 3, 2]);
  });

  test('the whole picture fits in about 45 lines at 100 columns, notes and problems included', () => {
    const [reconciliation, overview, ...others] = inventedReport().tables;
    const tables = [reconciliation!, overview!, retention(), retentionMean(), recency(), ...others];
    expect(linesOf(page(inventedReport({ tables })).trimEnd()).length).toBeLessThanOrEqual(49);
    const calm = { issues: { count: 0, byProblem: new Map(), first: [] }, notes: [] };
    expect(linesOf(page(inventedReport({ tables, ...calm })).trimEnd()).length).toBeLessThanOrEqual(46);
  });

  test('warnings of tables that are not shown in the whole picture are still said', () => {
    const hidden = tableOf('gaps', 'stat:text days:any', [], {
      notes: [
        { id: 'a-warning', level: 'warning', params: {} },
        { id: 'an-aside', level: 'info', params: {} },
      ],
    });
    const text = page(inventedReport({ tables: [hidden] }));
    expect(text).toContain('注意：a-warning');
    expect(text).not.toContain('an-aside');
  });

  test('one table alone, in full, when it is asked for', () => {
    const text = page(inventedReport(), { table: 'order-ladder' });
    expect(text).toContain('第 n 单阶梯');
    expect(text).not.toContain('复购率  ');
    expect(text.match(/^ +\d /gm)).toHaveLength(8);
  });

  test('customers by their last purchase: a subtotal without a bar, bars even where columns give way', () => {
    const report = inventedReport({ command: 'recency', tables: [recency()] });
    for (const width of [60, 80, 120]) {
      const lines = linesOf(page(report, { width }));
      expect(lines.find((line) => line.includes('活跃（热+温）'))).toMatch(/3,536 .*37\.4%[^█]*$/);
      expect(lines.filter((line) => line.includes('████'))).toHaveLength(5);
    }
  });

  test('each kind of problem is one entry with its number, the most frequent first', () => {
    const { issues } = inventedReport();
    const byProblem = new Map([
      ['row-too-short', 3],
      ['amount-unreadable', 9],
    ]);
    const text = page(inventedReport({ issues: { ...issues, byProblem } }));
    expect(text).toMatch(/第 88 行.*，共 9 处。\n {2}\S*，共 3 处$/m);
  });

  test('bars and signs are plain with ascii', () => {
    const report = inventedReport({ command: 'repeat' });
    const plain = page(report, { ascii: true });
    expect(plain).toContain('####');
    expect(plain).not.toMatch(/[█…–]/);
    expect(page(report)).toContain('████');
  });

  test('without colour there is no escape, with colour only our own', () => {
    expect(page()).not.toContain('\u001b');
    for (const color of [1, 2, 3] as const) {
      for (const light of [false, true]) {
        const painted = page(inventedReport(), { color, light });
        expect(painted).toContain('\u001b[');
        expect(painted.replace(COLOUR, '')).toBe(page());
      }
    }
  });

  test('shades need 256 colours, true ones 16 million', () => {
    expect(page(inventedReport(), { color: 3 })).toContain('\u001b[38;2;');
    expect(page(inventedReport(), { color: 2 })).toContain('\u001b[38;5;');
    expect(page(inventedReport(), { color: 1 })).not.toContain('\u001b[38;');
  });

  test('hostile names do no harm and columns stay aligned', () => {
    for (const width of [40, 80, 120]) {
      const text = page(names(hostile), { width });
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u200b-\u200f]/);
      const rows = linesOf(text).filter((line) => /¥\d+\.00$/.test(line));
      expect(rows).toHaveLength(hostile.length);
      expect(new Set(rows.map(widthOf)).size).toBe(1);
    }
  });

  test('whatever the names, every row ends in the same column', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...hostile));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 9 }), fc.integer({ min: 40, max: 120 }), (list, width) => {
        const rows = linesOf(page(names(list), { width })).filter((line) => /¥\d+\.00$/.test(line));
        expect(rows).toHaveLength(list.length);
        expect(new Set(rows.map(widthOf)).size).toBe(1);
        expect(widthOf(rows[0] ?? '')).toBeLessThanOrEqual(width);
      }),
      runs(200),
    );
  });

  test('names of ten thousand characters cost no time', () => {
    const long = Array.from({ length: 200 }, () => `กำ${'👍🏽é'.repeat(5_000)}`);
    for (const line of linesOf(page(names(long)))) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test('long lists show the first rows and say how many there are', () => {
    const text = page(names(Array.from({ length: 1234 }, (_, index) => `买家${index}`)));
    expect(text).toContain('共 1,234 行，这里是前 200 行');
    expect(text).not.toContain('买家200');
  });

  test('a narrow screen leaves columns out and names them', () => {
    const text = page(inventedReport({ command: 'repeat' }), { width: 60 });
    expect(text).toMatch(/屏幕较窄，未显示：/);
  });

  test('figures that cannot be computed are named in one sentence', () => {
    const rows = [
      ['orders', { value: 5, unit: 'count' }, null, null],
      ['gini', null, null, null],
      ['top20Share', null, null, null],
    ] as const;
    const overview = tableOf('overview', 'metric:text value:any numerator:any denominator:any', rows);
    expect(page(inventedReport({ tables: [overview] }))).toMatch(/无法计算：\S+、\S+/);
  });

  test('an empty report is a page without numbers', () => {
    const empty = inventedReport({
      tables: [],
      files: [],
      notes: [],
      issues: { count: 0, byProblem: new Map(), first: [] },
      asOf: null,
      asOfReason: 'none',
      window: null,
      next: [],
    });
    expect(page(empty)).toBe(
      'crm analyze                                                                         没有带日期的订单\n没有截止日，Asia/Shanghai 时间（平台时钟），金额单位 CNY\n',
    );
  });

  test('a table without rows says so, and does not lengthen the whole picture', () => {
    const tables = [tableOf('gaps', 'stat:text days:any', [])];
    expect(page(inventedReport({ tables, command: 'repeat' }))).toContain('  没有数据\n');
    expect(page(inventedReport({ tables }))).not.toContain('没有数据');
  });

  test('orders of another currency follow under their own heading, commands stay last', () => {
    const other = inventedReport({ currency: { code: 'USD', decimals: 2 } });
    const text = page(inventedReport({ others: [other] }));
    expect(text).toContain('USD 的订单\n');
    expect(text).toContain('$190.2万');
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^核对数据 {2}crm check/);
  });

  test('a table stands without lines, texts left, numbers right, names cut', () => {
    const rows = [
      ['西湖龙井 明前特级 250g 礼盒装', 1137, 0.354, 47_300],
      ['试饮装', 24, null, -520],
    ] as const;
    const report = inventedReport({
      command: 'other',
      tables: [tableOf('x', 'a:name b:count c:ratio d:money', rows)],
      notes: [],
      issues: { count: 0, byProblem: new Map(), first: [] },
      next: [],
    });
    expect(linesOf(page(report, { width: 44 })).slice(-5)).toEqual([
      'x',
      '  a                       b      c        d',
      '  西湖龙井 明前特级…  1,137  35.4%  ¥473.00',
      '  试饮装                 24      –   -¥5.20',
      '',
    ]);
  });

  test('two days of a month stand as the month, other days as both ends', () => {
    const days = [dayOf(2024, 2, 1), dayOf(2024, 2, 29), dayOf(2024, 3, 1), dayOf(2024, 3, 15)];
    const report = inventedReport({
      command: 'repeat',
      tables: [tableOf('x', 'from1:date to1:date from2:date to2:date', [days])],
    });
    expect(page(report)).toMatch(/^ +首期 +次期\n +2024-02 {2}2024-03-01 至 2024-03-15$/m);
  });

  test('an interval stands beside its rate and is empty when there is none', () => {
    const words = 'aRate:ratio days:days aLow:ratio aHigh:ratio';
    const report = inventedReport({
      tables: [
        tableOf('x', words, [
          [0.5, 3, 0.4, 0.6],
          [null, 2.5, null, null],
        ]),
      ],
    });
    expect(page(report)).toMatch(/aRate +95% 区间 +\S+\n +50\.0% {2}40\.0-60\.0% +3\.0\n +– +– +2\.5\n/);
  });

  test('rows that share names write them once', () => {
    const rows = [
      ['a.csv', 'S1', 1],
      ['a.csv', 'S1', 2],
      ['a.csv', 'S2', 3],
    ] as const;
    const report = inventedReport({ tables: [tableOf('time-kinds', 'file:name sheet:name blanks:count', rows)] });
    expect(page(report)).toMatch(/^ {2}a\.csv {2}S1 .* 1\n {15,}2\n {9,}S2 .* 3$/m);
  });

  test('conclusions are numbered and follow the tables', () => {
    const finding = { id: 'nobody-worded-this', params: {} };
    expect(page(inventedReport({ findings: [finding, finding] }))).toContain(
      '\n发现\n  1 nobody-worded-this\n  2 nobody',
    );
  });

  test('the same report gives the same bytes', () => {
    expect(page()).toBe(page());
  });
});
