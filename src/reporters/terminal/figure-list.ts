import { widthOf } from '../../util/width.js';
import { wrap } from '../../util/wrap.js';
import { columnLabel, onPage } from '../labels.js';
import { type Canvas, clipped } from './canvas.js';
import { type Entry, entries } from './entries.js';
import type { Figure } from './figures.js';
import { quietLines } from './section.js';
import { INDENT } from './table-lines.js';

const GUTTER = 4;

/**
 * Figures as a list, in two columns where they fit. A narrow screen leaves out the period before (and says so), a very
 * narrow one puts what a number was made from below it. Those that cannot be computed are named in one sentence.
 */
export function figureList(canvas: Canvas, figures: readonly Figure[]): readonly string[] {
  const known = figures.filter(({ value }) => value !== null);
  const names = figures.filter(({ value }) => value === null).map(({ label }) => label);
  const said = (key: 'unknown' | 'hidden', words: readonly string[]): readonly string[] =>
    quietLines(canvas, [onPage(key, canvas.lang, { metrics: joined(canvas, words), columns: joined(canvas, words) })]);
  const unknown = names.length === 0 ? [] : said('unknown', names);
  if (fits(canvas, known)) return [...inColumns(canvas, known), ...unknown];
  const hasPrevious = known.some(({ previous }) => previous !== '');
  const hidden = hasPrevious ? said('hidden', [columnLabel('previous', canvas.lang)]) : [];
  const short = known.map((figure) => ({ ...figure, previous: '' }));
  const lines = fits(canvas, short) ? inColumns(canvas, short) : stacked(canvas, known);
  return [...lines, ...unknown, ...hidden];
}

function joined(canvas: Canvas, words: readonly string[]): string {
  return words.join(onPage('list.comma', canvas.lang));
}

function fits(canvas: Canvas, figures: readonly Figure[]): boolean {
  return INDENT.length + widest(entries(canvas, figures)) <= canvas.width;
}

/** Two columns where they fit, read downwards, each with its own widths. */
function inColumns(canvas: Canvas, figures: readonly Figure[]): readonly string[] {
  const half = Math.ceil(figures.length / 2);
  const left = entries(canvas, figures.slice(0, half));
  const right = entries(canvas, figures.slice(half));
  const room = widest(left) + GUTTER;
  if (INDENT.length + room + widest(right) > canvas.width) {
    return entries(canvas, figures).map(({ painted }) => INDENT + painted);
  }
  return left.map(({ plain, painted }, row) => {
    const beside = right[row];
    return INDENT + painted + (beside === undefined ? '' : ' '.repeat(room - widthOf(plain)) + beside.painted);
  });
}

function widest(list: readonly Entry[]): number {
  return Math.max(0, ...list.map(({ plain }) => widthOf(plain)));
}

function stacked(canvas: Canvas, figures: readonly Figure[]): readonly string[] {
  const width = canvas.width - INDENT.length;
  return figures.flatMap(({ label, value, base }) => {
    const start = `${canvas.paint.quiet(clipped(canvas, label, width))}`;
    const number = value ?? '';
    const isOne = widthOf(label) + INDENT.length + widthOf(number) <= width;
    const first = isOne ? [start + INDENT + number] : [start, INDENT + clipped(canvas, number, width - INDENT.length)];
    const below = wrap(base, width - INDENT.length).map((line) => INDENT + canvas.paint.quiet(line));
    return [...first, ...below].map((line) => INDENT + line);
  });
}
