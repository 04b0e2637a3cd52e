import type { Cell } from '../model/report.js';
import { believesFirst } from './believed.js';
import { cohortCalendars } from './cohort-calendar.js';
import { ownDefinition, wholeHistory, wilsonInterval } from './common-words.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { cohortNotes } from './notes/cohorts.js';
import { markedDays } from './repeat-within.js';
import { wilson } from './statistics/wilson.js';

/** Customers of one cohort, and how many of them made their second purchase within each of the marked days. */
interface Returns {
  size: number;
  readonly within: number[];
}

/** By number of the period in the calendar. One walk over the customers. */
function returnsOf(input: AnalysisInput): ReadonlyMap<number, Returns> {
  const { history, scope } = input;
  const calendar = cohortCalendars[scope.cohort];
  const cohorts = new Map<number, Returns>();
  for (let customer = 0; customer < history.customers; customer++) {
    if (!believesFirst(input, customer)) continue;
    const first = history.offsets[customer]!;
    const index = calendar.indexOf(history.day[first]!);
    const cohort = cohorts.get(index) ?? { size: 0, within: markedDays.map(() => 0) };
    cohorts.set(index, cohort);
    cohort.size++;
    if (first + 1 === history.offsets[customer + 1]!) continue;
    const gap = history.day[first + 1]! - history.day[first]!;
    for (const [place, days] of markedDays.entries()) if (gap <= days) cohort.within[place]!++;
  }
  return cohorts;
}

function rows(input: AnalysisInput): readonly (readonly Cell[])[] {
  const calendar = cohortCalendars[input.scope.cohort];
  const inOrder = [...returnsOf(input)].sort(([one], [other]) => one - other);
  return inOrder.flatMap(([index, { size, within }]) =>
    markedDays.map((days, place) => {
      const start = [calendar.key(index), size, days];
      if (calendar.end(index) + days > input.scope.asOf) return [...start, null, null, null, null, null];
      const returned = within[place]!;
      const interval = wilson(returned, size);
      return [...start, size, returned, returned / size, interval?.low ?? null, interval?.high ?? null];
    }),
  );
}

/** N-day repurchase of each cohort, beside its retention by calendar periods. */
export const cohortRepeatWithin = defineMetric({
  id: 'cohort-repeat-within',
  definition: {
    name: { zh: '同期群 N 日复购率', en: 'N-day repurchase by cohort' },
    aliases: ['同期群N日复购率', '群组复购率', '群N日复购率', 'cohort n-day repurchase', 'n-day repurchase of cohorts'],
    formula: {
      zh:
        '同期群中第 2 次购买距第 1 次 ≤ N 天的买家 ÷ 该群买家，N = 30、60、90、180、365。\n' +
        `与按周期的留存不同，首购所在周期里的再次购买也算在内。\n${wilsonInterval.zh}`,
      en:
        'customers of the cohort whose 2nd purchase came ≤ N days after the 1st ÷ customers of the cohort, N = 30, 60, 90, 180, 365.\n' +
        `Unlike retention by periods it counts returns inside the period of the first purchase.\n${wilsonInterval.en}`,
    },
    window: wholeHistory,
    young: {
      zh: '群里最晚可能首购的买家（周期最后一天）也满 N 天才计算，否则留空。首次购买早于 --history-start 的买家不计。',
      en: 'empty until N days after the last day of the cohort’s period, so that every customer in it has been seen for N days. Customers first seen before --history-start are left out.',
    },
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'cohort-repeat-within',
    definition: 'cohort-repeat-within',
    window: input.scope.observed,
    columns: [
      { key: 'cohort', unit: 'text' },
      { key: 'size', unit: 'count' },
      { key: 'days', unit: 'days' },
      { key: 'eligible', unit: 'count' },
      { key: 'returned', unit: 'count' },
      { key: 'rate', unit: 'ratio' },
      { key: 'low', unit: 'ratio' },
      { key: 'high', unit: 'ratio' },
    ],
    rows: rows(input),
    view: 'heat',
    notes: cohortNotes(input),
  }),
});
