import { page } from '../../i18n/page.js';
import type { Cell, Column, Unit } from '../../model/report.js';
import { isoMonth, monthEnd, monthOf, monthStart } from '../../util/calendar.js';
import { onPage } from '../labels.js';
import { type Canvas, shown } from './canvas.js';

/** Two neighbouring columns that people read as one. */
export interface Pair {
  readonly label: (canvas: Canvas, key: string) => string;
  readonly text: (canvas: Canvas, first: Cell, second: Cell, unit: Unit, write: typeof shown) => string;
}

/** `low` and `high`, `maturedLow` and `maturedHigh`. */
const interval: Pair = {
  label: ({ lang }) => onPage('interval', lang),
  text: (canvas, low, high, unit, write) => {
    if (low === null && high === null) return shown(canvas, null, unit);
    const [from, to] = [write(canvas, low, unit), write(canvas, high, unit)];
    return from.endsWith('%') && to.endsWith('%') ? `${from.slice(0, -1)}-${to}` : `${from} - ${to}`;
  },
};

/** `from` and `to`, `from1` and `to1`: a calendar month by its name, other days by their ends. */
const period: Pair = {
  label: ({ lang }, key) => {
    const own = `period.${key.slice('from'.length)}`;
    return isPageKey(own) ? onPage(own, lang) : onPage('period.', lang);
  },
  text: (canvas, first, last, unit) => {
    if (typeof first !== 'number' || typeof last !== 'number') return openEnded(canvas, first, last, unit);
    const month = monthOf(first);
    if (first === monthStart(month) && last === monthEnd(month)) return isoMonth(month);
    return onPage('window', canvas.lang, { from: shown(canvas, first, unit), to: shown(canvas, last, unit) });
  },
};

/** Days without a first or a last one. */
function openEnded(canvas: Canvas, first: Cell, last: Cell, unit: Unit): string {
  if (first === null && last === null) return shown(canvas, null, unit);
  const [key, day] = first === null ? (['until', last] as const) : (['since', first] as const);
  return onPage(key, canvas.lang, { day: shown(canvas, day, unit) });
}

/** The pair that begins at a column, undefined for most columns. */
export function pairAt(columns: readonly Column[], at: number): Pair | undefined {
  const [first, second] = [columns[at], columns[at + 1]];
  if (first === undefined || second === undefined) return undefined;
  const isInterval = /^low$|Low$/.test(first.key);
  if (isInterval && second.key === first.key.replace(/low$/, 'high').replace(/Low$/, 'High')) return interval;
  const isPeriod = /^from\d*$/.test(first.key) && first.unit === 'date';
  return isPeriod && second.key === first.key.replace('from', 'to') ? period : undefined;
}

function isPageKey(key: string): key is keyof typeof page {
  return Object.hasOwn(page, key);
}
