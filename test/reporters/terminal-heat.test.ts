import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/model/report.js';
import { matricesOf } from '../../src/reporters/matrix.js';
import { tableReporter } from '../../src/reporters/table.js';
import { classShades } from '../../src/reporters/terminal/class-shades.js';
import { heatRamps } from '../../src/reporters/terminal/heat-ramp.js';
import { heatScale, heatStep } from '../../src/reporters/terminal/heat-scale.js';
import { widthOf } from '../../src/util/width.js';
import { retention, retentionMean } from './invented-cohorts.js';
import { inventedReport, tableOf } from './invented-report.js';
import { written } from './written.js';

const COLOUR = /\u001b\[[0-9;]*m/g;
const words = 'cohort:text size:count period:count rate:ratio';
const quiet = { notes: [], next: [], issues: { count: 0, byProblem: new Map(), first: [] } };
const page = (tables: readonly Table[], style = {}) =>
  written(tableReporter, inventedReport({ ...quiet, command: 'retention', tables }), style);
const few = tableOf('retention', words, [
  ['2024-01', 781, 0, 1],
  ['2024-01', 781, 1, 0.1588],
  ['2024-01', 781, 2, 0.0999],
  ['2024-02', 40, 0, 1],
  ['2024-02', 40, 1, 0],
  ['2024-02', 40, 2, null],
  ['2024-03', 9, 0, 1],
  ['2024-03', 9, 1, null],
]);
const means = tableOf('retention-mean', 'period:count rate:ratio', [
  [0, 1],
  [1, 0.151],
  [2, 0.0999],
]);

describe('cohorts on the page', () => {
  test('one line a cohort, one cell a period, the mean last, nothing where a period is not over', () => {
    expect(page([few, means]).split('\n').slice(-7)).toEqual([
      expect.stringMatching(/^留存/),
      '  首购时段  人数    +1    +2',
      '  2024-01    781  15.9  10.0',
      '  2024-02     40   0.0',
      '  2024-03      9',
      '  均值            15.1  10.0',
      '',
    ]);
  });

  test('many cohorts show the last fourteen, a narrow screen the first periods, both said', () => {
    const lines = page([retention(), retentionMean()], { width: 60 }).split('\n');
    expect(lines.filter((line) => /^ {2}20\d\d-\d\d /.test(line))).toHaveLength(28);
    expect(lines).toContain('  共 24 个首购期，这里是最近 14 个；--format json 有全部');
    expect(lines.join('\n')).toMatch(/屏幕较窄，未显示：\+\d+ 至 \+13/);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(60);
  });

  test('colour changes nothing but colour, and is none below 256 colours', () => {
    const bare = page([few, means]);
    for (const color of [1, 2, 3] as const) {
      for (const light of [false, true]) {
        const painted = page([few, means], { color, light });
        const text = painted.replace(COLOUR, '').replace(/ +$/gm, '');
        expect(text).toBe(bare);
        expect(/\u001b\[48;/.test(painted)).toBe(color > 1);
      }
    }
  });

  test('groups have a map each', () => {
    const grouped = tableOf('retention', `by:text group:name ${words}`, [
      ['shop', '东店', '2024-01', 50, 1, 0.5],
      ['shop', '西店', '2024-01', 60, 1, 0.25],
    ]);
    expect(page([grouped])).toMatch(/东店\n.*\n.*50\.0\n {2}西店\n.*\n.*25\.0\n/);
  });

  test('no cohorts at all say so', () => {
    expect(page([tableOf('retention', words, [])])).toContain('没有数据');
  });

  test('a matrix starts at the period after the first and keeps the order of the rows', () => {
    const [matrix] = matricesOf(few, 'rate') ?? [];
    expect(matrix?.periods).toEqual([1, 2]);
    expect(matrix?.rows.map(({ cohort }) => cohort)).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(matricesOf(few, 'no-such-column')).toBeNull();
  });
});

describe('the colours of a heat map', () => {
  test('small cohorts do not set the scale', () => {
    const row = (size: number, rate: number) => ({ cohort: 'a', size, cells: new Map([[1, rate]]) });
    const scale = (...rows: readonly ReturnType<typeof row>[]) => heatScale({ rows, unit: 'ratio' });
    expect(scale(row(30, 0.2), row(29, 0.9))).toEqual({ from: 0, to: 0.2 });
    expect(scale(row(3, 0.5), row(2, 0.9))).toEqual({ from: 0, to: 0.9 });
    expect(scale()).toEqual({ from: 0, to: 0 });
    expect(heatScale({ rows: [row(50, 80), row(50, 130)], unit: 'price' })).toEqual({ from: 80, to: 130 });
  });

  test.each([
    [0, 0],
    [0.01, 0],
    [0.1, 3],
    [0.2, 5],
    [0.9, 5],
  ])('%d of 0.2 gets step %d of six', (cell, step) => {
    expect(heatStep(cell, { from: 0, to: 0.2 }, 6)).toBe(step);
  });

  test('nothing has no colour', () => {
    expect(heatStep(null, { from: 0, to: 1 }, 6)).toBeNull();
    expect(heatStep(0.5, { from: 0, to: 1 }, 0)).toBeNull();
  });

  test('every step can be read: contrast at least 4.5, and away from the background step by step', () => {
    for (const ground of ['dark', 'light'] as const) {
      const { true: hex, palette } = heatRamps[ground];
      const ramps = [hex.map(({ back, text }) => [rgb(back), rgb(text)] as const)];
      ramps.push(palette.map(({ back, text }) => [ofPalette(back), ofPalette(text)] as const));
      for (const ramp of ramps) {
        expect(ramp).toHaveLength(6);
        for (const [back, text] of ramp) expect(contrast(back, text)).toBeGreaterThanOrEqual(4.5);
        const lights = ramp.map(([back]) => luminance(back));
        const sorted = [...lights].sort((one, other) => (ground === 'dark' ? one - other : other - one));
        expect(lights).toEqual(sorted);
      }
    }
  });

  test('the colours of the classes can be read on the usual backgrounds', () => {
    for (const [ground, back] of [
      ['dark', '#1e1e1e'],
      ['light', '#ffffff'],
    ] as const) {
      for (const hue of Object.values(classShades[ground])) {
        expect(contrast(rgb(hue), rgb(back))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

/** The colour cube and the greys of the usual palette of 256. */
function ofPalette(index: number): Rgb {
  if (index >= 232) return [8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10];
  const level = (value: number) => [0, 95, 135, 175, 215, 255][value] ?? 0;
  const cube = index - 16;
  return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
