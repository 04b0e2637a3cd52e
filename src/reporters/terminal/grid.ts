import Table from 'cli-table3';
import { widthOf } from '../../util/width.js';

/** A cell that was sanitised and cut beforehand; colour is added after it was measured. */
export interface GridCell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Blanks between columns. */
export const GAP = '  ';

const EDGES = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
] as const;
const LINES = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'] as const;
const noFrame = Object.fromEntries([...EDGES, ...LINES].map((name) => [name, '']));
const ALIKE =
  /^[\x20-\x7e\u00a1-\u00a8\u00aa-\u00ac\u00b0-\u017f\u2010-\u201f\u2026\u2400-\u2426\u2588\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff5e\uffe5]*$/;
const STAND_IN = 0xf0000;
const STAND_INS = /([\u{f0000}-\u{ffffd}])\1*/gu;

/**
 * Rows of cells as lines, columns two blanks apart, without frame or trailing blanks. Meant for at most ~200 rows: the
 * layout costs more than linear time. The table package measures emoji, joined letters and rarer marks by older rules;
 * such a cell is laid out as a run of a private character as wide as it (no sanitised text has any) and put back.
 */
export function grid(rows: readonly (readonly GridCell[])[], align: readonly ('left' | 'right')[]): readonly string[] {
  if (rows.length === 0) return [];
  const kept: string[] = [];
  const table = new Table({
    chars: { ...noFrame, middle: GAP },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: [...align],
  });
  table.push(...rows.map((row) => row.map((cell) => laidOut(cell, kept))));
  const text = table.toString().replace(STAND_INS, (run) => kept[(run.codePointAt(0) ?? 0) - STAND_IN] ?? '');
  return text.split('\n').map((line) => line.trimEnd());
}

function laidOut(cell: GridCell, kept: string[]): string {
  const painted = cell.text === '' || cell.paint === undefined ? cell.text : cell.paint(cell.text);
  if (ALIKE.test(cell.text)) return painted;
  kept.push(painted);
  return String.fromCodePoint(STAND_IN + kept.length - 1).repeat(widthOf(cell.text));
}
