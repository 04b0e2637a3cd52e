import type { Cell, Note, Window } from '../model/report.js';
import { monthStart } from '../util/calendar.js';
import { ownDefinition, wilsonInterval } from './common-words.js';
import { completeMonths, type Months, monthWindow } from './complete-months.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { note } from './notes/note.js';
import { windowNotes } from './notes/window.js';
import { knowsCustomers, periodOf } from './period.js';
import { wilson } from './statistics/wilson.js';

function row(first: Window, second: Window, buyers: number, returned: number): readonly Cell[] {
  const interval = wilson(returned, buyers);
  const share = buyers === 0 ? null : returned / buyers;
  const days = [first.from, first.to, second.from, second.to];
  return [...days, buyers, returned, share, interval?.low ?? null, interval?.high ?? null];
}

/** Buyers of the period before the window who bought in the window too. */
function windowRow(input: AnalysisInput, before: Window, window: Window): readonly Cell[] {
  const { buyers } = periodOf(input, before);
  const again = new Set(periodOf(input, window).buyers);
  let returned = 0;
  for (const buyer of buyers) if (again.has(buyer)) returned++;
  return row(before, window, buyers.length, returned);
}

/** Every complete calendar month and the one after it. One walk over the history. */
function monthRows(input: AnalysisInput, { first, last }: Months): readonly (readonly Cell[])[] {
  const { history } = input;
  const buyers = new Int32Array(last - first + 1);
  const returned = new Int32Array(last - first + 1);
  const start = monthStart(first);
  const months = monthsOfDays(first, last);
  for (let customer = 0; customer < history.customers; customer++) {
    let latest = Number.NEGATIVE_INFINITY;
    for (let purchase = history.offsets[customer]!; purchase < history.offsets[customer + 1]!; purchase++) {
      const month = months[history.day[purchase]! - start];
      if (month === undefined || month === latest) continue;
      buyers[month]!++;
      if (month === latest + 1) returned[latest]!++;
      latest = month;
    }
  }
  const pairs = Array.from({ length: last - first }, (_, index) => index);
  return pairs.map((month) =>
    row(monthWindow(first + month), monthWindow(first + month + 1), buyers[month]!, returned[month]!),
  );
}

/** Month of each day of the months from `first` to `last`, counted from the first. */
function monthsOfDays(first: number, last: number): Int32Array {
  const start = monthStart(first);
  const months = new Int32Array(monthStart(last + 1) - start);
  for (let month = first; month <= last; month++) {
    months.fill(month - first, monthStart(month) - start, monthStart(month + 1) - start);
  }
  return months;
}

function rows(input: AnalysisInput): readonly (readonly Cell[])[] {
  const { window, previous, observed } = input.scope;
  if (!knowsCustomers(input)) return [];
  if (window !== null) return previous === null ? [] : [windowRow(input, previous, window)];
  const months = completeMonths(observed);
  return months === null ? [] : monthRows(input, months);
}

function comparisonNotes(input: AnalysisInput): readonly Note[] {
  const { window, previous, asOf, observed } = input.scope;
  if (observed === null || !knowsCustomers(input)) return [];
  if (window !== null) {
    const unfinished = previous !== null && asOf < window.to ? [note('warning', 'window-unfinished')] : [];
    return [...windowNotes(input), ...unfinished];
  }
  const months = completeMonths(observed);
  const few = months === null || months.first === months.last;
  return [note('info', few ? 'fewer-than-two-months' : 'complete-months-only')];
}

/** Buyers of one period who buy in the next. */
export const periodReturn = defineMetric({
  id: 'period-return',
  definition: {
    name: { zh: '回购率', en: 'return rate between periods' },
    aliases: [
      '回购率',
      '月回购率',
      '期间回购率',
      'period return',
      'return rate',
      'repurchase between periods',
      'month-over-month return',
    ],
    formula: {
      zh: `第 1 期买过、第 2 期又买的买家 ÷ 第 1 期的买家。\n${wilsonInterval.zh}`,
      en: `buyers of period 1 who also buy in period 2 ÷ buyers of period 1.\n${wilsonInterval.en}`,
    },
    window: {
      zh: '给了统计期：上期 → 统计期（上期 = 上一个自然月、季、年，或紧挨着的同样天数）。没有给：每两个相邻的完整自然月。',
      en: 'with a window: the period before → the window (calendar month, quarter or year before, else as many days directly before). Without one: every two consecutive complete calendar months.',
    },
    young: {
      zh: '只比较完整的自然月：截止日所在的月没有结束就不计，历史开始的那个月不完整也不计。统计期没有结束时会注明。',
      en: 'only complete calendar months are compared: the month of the as-of day only if it is over, the month in which the history begins only if it begins on its first day. A window that is not over is said.',
    },
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'period-return',
    definition: 'period-return',
    window: input.scope.window ?? input.scope.observed,
    columns: [
      { key: 'from1', unit: 'date' },
      { key: 'to1', unit: 'date' },
      { key: 'from2', unit: 'date' },
      { key: 'to2', unit: 'date' },
      { key: 'buyers', unit: 'count' },
      { key: 'returned', unit: 'count' },
      { key: 'rate', unit: 'ratio' },
      { key: 'low', unit: 'ratio' },
      { key: 'high', unit: 'ratio' },
    ],
    rows: rows(input),
    view: 'bars',
    notes: [...customerNotes(input), ...comparisonNotes(input)],
  }),
});
