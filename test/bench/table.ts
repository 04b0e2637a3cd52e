import { padEnd, padStart, widthOf } from '../../src/util/width.js';
import { kept, type Row } from './row.js';

const heads = {
  zh: ['任务', '我们', '对照', '比', '必须', '目标', '达到', '最大内存 MB'],
  en: ['job', 'ours', 'peer', 'ratio', 'must', 'aim', 'met', 'peak MB'],
} as const;

const answers = { zh: ['否', '必须', '目标'], en: ['no', 'must', 'aim'] } as const;

/** The table for a terminal: columns two blanks apart. */
export function tableText(rows: readonly Row[], lang: 'zh' | 'en'): string {
  const lines = [heads[lang], ...rows.map((row) => cellsOf(row, lang))];
  const widths = heads[lang].map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  const text = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? padEnd : padStart)(cell, widths[column] ?? 0)).join('  ');
  return lines.map((line) => `${text(line).trimEnd()}\n`).join('');
}

/** The same as Markdown. */
export function tableMarkdown(rows: readonly Row[], lang: 'zh' | 'en'): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const rule = heads[lang].map((_, column) => (column === 0 ? '---' : '--:'));
  return line(heads[lang]) + `|${rule.join('|')}|\n` + rows.map((row) => line(cellsOf(row, lang))).join('');
}

function cellsOf(row: Row, lang: 'zh' | 'en'): readonly string[] {
  const { must, aim, megabytes, value } = row;
  return [
    row[lang],
    row.ours,
    row.peer,
    value === null ? row.remark : figure(value, row.unit),
    limit(row, must),
    limit(row, aim),
    met(row, lang),
    megabytes === null ? '' : megabytes.toFixed(0),
  ];
}

function met(row: Row, lang: 'zh' | 'en'): string {
  const [no, must, aim] = answers[lang];
  if (row.value === null || (row.must === null && row.aim === null)) return '–';
  return kept(row, row.aim) === true ? aim : kept(row, row.must) === true ? must : no;
}

function limit({ sense, unit }: Row, value: number | null): string {
  if (value === null) return '';
  return `${sense === 'at least' ? '≥' : '≤'} ${figure(value, unit, true)}`;
}

function figure(value: number, unit: Row['unit'], isLimit = false): string {
  if (unit === 'times') return `${isLimit ? value : value.toFixed(value < 10 ? 2 : 1)} ×`;
  if (unit === 'milliseconds') return `+${isLimit ? value : value.toFixed(1)} ms`;
  if (unit === 'bytes') return `${isLimit ? value : value.toFixed(2)} B`;
  return unit === 'megabytes' ? `${value.toFixed(0)} MB` : `${value.toFixed(2)} s`;
}
