import { padEnd, widthOf } from '../../util/width.js';
import { wrap } from '../../util/wrap.js';
import { type Canvas, clipped } from './canvas.js';
import type { Figure } from './figures.js';
import type { Painter } from './paint.js';
import { INDENT } from './table-lines.js';

const GUTTER = 2;

/** Tiles side by side: five from 96 columns, three from 60, else two. */
const across: readonly { readonly from: number; readonly tiles: number }[] = [
  { from: 96, tiles: 5 },
  { from: 60, tiles: 3 },
  { from: 0, tiles: 2 },
];

/** Key figures as tiles: label, number, the period before, what it was made from. */
export function tileLines(canvas: Canvas, figures: readonly Figure[]): readonly string[] {
  const perRow = tilesAcross(canvas, figures);
  const width = tileWidth(canvas, perRow);
  const lines: string[] = [];
  for (let first = 0; first < figures.length; first += perRow) {
    if (first > 0) lines.push('');
    lines.push(...tileRow(canvas, figures.slice(first, first + perRow), width));
  }
  return lines;
}

function tileRow(canvas: Canvas, figures: readonly Figure[], width: number): readonly string[] {
  const { quiet, figure } = canvas.paint;
  const bases = figures.map((one) => wrap(below(one), width));
  const deepest = Math.max(...bases.map(({ length }) => length));
  const lower = [
    figures.map(({ previous }) => previous),
    ...Array.from({ length: deepest }, (_, line) => bases.map((lines) => lines[line] ?? '')),
  ];
  return [
    tileLine(
      canvas,
      figures.map(({ label }) => label),
      width,
      quiet,
    ),
    tileLine(
      canvas,
      figures.map(({ brief }) => brief),
      width,
      figure,
    ),
    ...lower.filter((texts) => texts.some((text) => text !== '')).map((texts) => tileLine(canvas, texts, width, quiet)),
  ];
}

/** What the number was made from; of a sum that was shortened, the sum itself. */
function below({ value, brief, base }: Figure): string {
  return base === '' && value !== null && value !== brief ? value : base;
}

function tileLine(canvas: Canvas, texts: readonly string[], width: number, paint: Painter): string {
  const tiles = texts.map((text, index) => {
    const fitted = clipped(canvas, text, width);
    const blanks = index === texts.length - 1 ? '' : padEnd('', width + GUTTER - widthOf(fitted));
    return (fitted === '' ? '' : paint(fitted)) + blanks;
  });
  return INDENT + tiles.join('').trimEnd();
}

/** Fewer tiles where a number would have to be cut; what it was made from may take two lines. */
function tilesAcross(canvas: Canvas, figures: readonly Figure[]): number {
  const widest = Math.max(0, ...figures.flatMap(({ brief, previous }) => [brief, previous].map(widthOf)));
  let tiles = across.find(({ from }) => canvas.width >= from)?.tiles ?? 1;
  while (tiles > 1 && tileWidth(canvas, tiles) < widest) tiles -= 1;
  return tiles;
}

function tileWidth(canvas: Canvas, tiles: number): number {
  return Math.floor((canvas.width - INDENT.length - (tiles - 1) * GUTTER) / tiles);
}
