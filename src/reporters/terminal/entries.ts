import { padEnd, widthOf } from '../../util/width.js';
import type { Canvas } from './canvas.js';
import type { Figure } from './figures.js';
import { INDENT } from './table-lines.js';

/** A line of a list of figures: plain for measuring, painted for showing. */
export interface Entry {
  readonly plain: string;
  readonly painted: string;
}

/** Label, number, what it was made from, the period before, each under the other. A plain sum may reach over its base. */
export function entries(canvas: Canvas, figures: readonly Figure[]): readonly Entry[] {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(widthOf));
  const labels = widest(figures.map(({ label }) => label));
  const values = widest(figures.filter(({ base }) => base !== '').map(({ value }) => value ?? ''));
  const bases = widest(figures.map(({ base }) => base));
  const both = Math.max(
    values + (bases === 0 ? 0 : INDENT.length + bases),
    widest(figures.filter(({ base }) => base === '').map(({ value }) => value ?? '')),
  );
  const { quiet } = canvas.paint;
  return figures.map(({ label, value, base, previous }) => {
    const start = padEnd(label, labels) + INDENT;
    const number = base === '' ? (value ?? '') : padEnd(value ?? '', values);
    const made = base === '' ? '' : INDENT + base;
    const blanks = previous === '' ? '' : padEnd('', both - widthOf(number + made)) + INDENT;
    const end = made + blanks + previous;
    return { plain: start + number + end, painted: quiet(start) + number + (end === '' ? '' : quiet(end)) };
  });
}
