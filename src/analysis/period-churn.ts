import type { Cell, Note, Window } from '../model/report.js';
import { ownDefinition, wilsonInterval } from './common-words.js';
import { completeMonths, monthWindow } from './complete-months.js';
import { flowOf } from './customer-status.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { earlyDaysNotes } from './notes/lapse.js';
import { knowsCustomers } from './period.js';
import { wilson } from './statistics/wilson.js';

const DAYS_A_YEAR = 365;

/** The days asked about: the window, else every complete calendar month; then the last 365 days. */
function periods({ scope }: AnalysisInput): readonly Window[] {
  const { window, observed, asOf } = scope;
  if (observed === null) return [];
  const year = { from: asOf - DAYS_A_YEAR + 1, to: asOf };
  if (window !== null) return [window, year];
  const months = completeMonths(observed);
  if (months === null) return [year];
  const length = months.last - months.first + 1;
  return [...Array.from({ length }, (_, index) => monthWindow(months.first + index)), year];
}

/**
 * Counts as far as they are known; the rate is empty where it cannot be judged: without L days of history before the
 * days nobody, or not everybody, can have lapsed in them. Days that are not over have no end to be judged at.
 */
function row(input: AnalysisInput, days: Window): readonly Cell[] {
  const { asOf, observed, lapsedAfter } = input.scope;
  if (days.to > asOf) return [days.from, days.to, null, null, null, null, null];
  const { start, lapsed } = flowOf(input, days);
  const isJudged = start > 0 && observed !== null && days.from - lapsedAfter >= observed.from;
  const interval = isJudged ? wilson(lapsed, start) : null;
  const share = isJudged ? lapsed / start : null;
  return [days.from, days.to, start, lapsed, share, interval?.low ?? null, interval?.high ?? null];
}

function notes(input: AnalysisInput): readonly Note[] {
  return [...customerNotes(input, input.scope.observed), ...earlyDaysNotes(input)];
}

/** The part of the active customers that lapsed in some days. */
export const periodChurn = defineMetric({
  id: 'period-churn',
  definition: {
    name: { zh: '期间流失率', en: 'churn of a period' },
    aliases: ['月流失率', '年流失率', '期间流失', 'period churn', 'monthly churn', 'yearly churn', 'annual churn'],
    formula: {
      zh:
        '期初活跃（期初前一天结束时，最近一次购买在 L 天以内）、期末不再活跃的买家 ÷ 期初活跃的买家；L = 365，--lapsed-after 可改。\n' +
        `与“买家流动”的流失是同一批人。\n${wilsonInterval.zh}`,
      en:
        'active at the start (at the end of the day before, the last purchase at most L days ago) and no longer at the end ÷ active at the start; L = 365, --lapsed-after changes it.\n' +
        `They are the lapsed of the customer flow.\n${wilsonInterval.en}`,
    },
    window: {
      zh: '每个完整的自然月，最后一行是截止日为止的 365 天；给了统计期则是统计期和这 365 天。',
      en: 'every complete calendar month, and in the last row the 365 days to the as-of day; with a window, the window and these 365 days.',
    },
    young: {
      zh: '期初之前的历史不满 L 天时，还没有人、或不是人人都来得及流失：流失率留空。没有结束的统计期全部留空。',
      en: 'with less than L days of history before the period nobody, or not everybody, has had the time to lapse: the rate is empty. A window that is not over is all empty.',
    },
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'period-churn',
    definition: 'period-churn',
    window: input.scope.window ?? input.scope.observed,
    columns: [
      { key: 'from', unit: 'date' },
      { key: 'to', unit: 'date' },
      { key: 'active', unit: 'count' },
      { key: 'lost', unit: 'count' },
      { key: 'churn', unit: 'ratio' },
      { key: 'low', unit: 'ratio' },
      { key: 'high', unit: 'ratio' },
    ],
    rows: knowsCustomers(input) ? periods(input).map((days) => row(input, days)) : [],
    view: 'plain',
    notes: notes(input),
  }),
});
