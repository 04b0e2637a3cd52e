import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownReporter } from '../../src/reporters/markdown.js';
import { markdownLine, markdownText } from '../../src/reporters/markdown-text.js';
import { runs } from '../runs.js';
import { hostile } from './hostile.js';
import { recency, retention } from './invented-cohorts.js';
import { inventedReport, tableOf } from './invented-report.js';
import { written } from './written.js';

const markdown = (more: Parameters<typeof inventedReport>[0] = {}, style = {}) =>
  written(markdownReporter, inventedReport(more), style);

describe('the report as Markdown', () => {
  test('has a title, the basis, coverage, every table, notes and commands', () => {
    const text = markdown();
    expect(text).toMatch(/^# 花间集-订单\.xlsx\n\n2024-09-01 至 2025-08-31 \/ 365 天 {2}\n截至/);
    expect(text).toContain('读入 28,022 行');
    expect(text.match(/^## /gm)).toHaveLength(8);
    expect(text).toContain("\n- 复购明细: `crm repeat '花间集-订单.xlsx'`\n");
  });

  test('cohorts are turned, nothing stands where a period is not over, the subtotal is there', () => {
    const text = markdown({ tables: [retention(3), recency()] });
    expect(text).toMatch(
      /\| 首购时段 \| 人数 \| \+1 \| \+2 \|\n\| :-- \| --: \| --: \| --: \|\n\| 2025-06 \| 560 \| [\d.]+% \| [\d.]+% \|\n.* \| {2}\|\n\| 2025-08 \| 714 \| {2}\| {2}\|\n/,
    );
    expect(text).toContain('| 活跃（热+温） |');
  });

  test('one table alone when it is asked for', () => {
    const text = markdown({ notes: [], issues: { count: 0, byProblem: new Map(), first: [] } }, { table: 'gaps' });
    expect(text.match(/^## .*/gm)).toEqual(['## 回购周期']);
  });

  test('other currencies follow', () => {
    expect(markdown({ others: [inventedReport({ currency: { code: 'USD', decimals: 2 } })] })).toContain(
      '# USD 的订单\n',
    );
  });

  test.each([
    ['a|b', 'a\\|b'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['![x](http://e.invalid)', '!\\[x\\](http\\://e.invalid)'],
    ['www.example.invalid', 'www\\.example.invalid'],
    ['*a* _b_ `c` ~d~ $e$ #f', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$ \\#f'],
    ['a\nb', 'a␤b'],
    ['\\|', '\\\\\\|'],
    ['&lt;', '&amp;lt;'],
  ])('%j is written %j', (text, safe) => {
    expect(markdownText(text)).toBe(safe);
  });

  test.each([
    ['- a', '\\- a'],
    ['+1', '\\+1'],
    ['1. a', '1\\. a'],
    ['=', '\\='],
  ])('at the start of a line %j is written %j', (text, safe) => {
    expect(markdownLine(text)).toBe(safe);
  });

  test('whatever the names, a row is one line with its cells, and no tag or border comes of them', () => {
    const any = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...hostile));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (names) => {
        const tables = [
          tableOf(
            'names',
            'who:name n:count',
            names.map((name, at) => [name, at]),
          ),
        ];
        const lines = markdown({ tables })
          .split('\n')
          .filter((line) => line.startsWith('| '));
        expect(lines).toHaveLength(names.length + 2);
        for (const [at, line] of lines.slice(2).entries()) {
          expect(line.replace(/\\./g, '').split('|')).toHaveLength(4);
          expect(line.endsWith(` | ${at} |`)).toBe(true);
          expect(line).not.toMatch(/[<>\u0000-\u001f\u007f-\u009f\u2028-\u202e\u200b-\u200f]/);
        }
      }),
      runs(),
    );
  });
});
