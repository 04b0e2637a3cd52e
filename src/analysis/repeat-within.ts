import type { Cell } from '../model/report.js';
import { sumOf } from '../util/sums.js';
import { believesAll, believesFirst } from './believed.js';
import { ownDefinition, wholeHistory, wilsonInterval } from './common-words.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { historyStartNotes, wholeHistoryNotes } from './notes/window.js';
import { knowsCustomers } from './period.js';
import { wilson } from './statistics/wilson.js';

/** The days that are marked wherever time to the second purchase is shown; ascending. */
export const markedDays = [30, 60, 90, 180, 365] as const;

/** Of the customers observed for so many days, those with a second purchase within them. */
interface Within {
  readonly days: number;
  eligible: number;
  returned: number;
}

/** One walk over the customers. Who was observed for how long is counted by the day of the first purchase. */
function countedWithin(input: AnalysisInput): readonly Within[] {
  const { history, scope } = input;
  const counts = markedDays.map((days): Within => ({ days, eligible: 0, returned: 0 }));
  if (scope.observed === null) return counts;
  const all = believesAll(input);
  const from = scope.observed.from;
  const firsts = new Int32Array(scope.asOf - from + 1);
  for (let customer = 0; customer < history.customers; customer++) {
    if (!all && !believesFirst(input, customer)) continue;
    const first = history.offsets[customer]!;
    const day = history.day[first]!;
    firsts[day - from]!++;
    if (first + 1 === history.offsets[customer + 1]!) continue;
    const gap = history.day[first + 1]! - day;
    for (let nth = markedDays.length - 1; nth >= 0 && gap <= markedDays[nth]!; nth--) {
      if (markedDays[nth]! <= scope.asOf - day) counts[nth]!.returned++;
    }
  }
  for (const within of counts) within.eligible = sumOf(firsts.subarray(0, Math.max(0, firsts.length - within.days)));
  return counts;
}

function row({ days, eligible, returned }: Within): readonly Cell[] {
  const interval = wilson(returned, eligible);
  const share = eligible === 0 ? null : returned / eligible;
  return [days, eligible, returned, share, interval?.low ?? null, interval?.high ?? null];
}

/** N-day repurchase for N = 30, 60, 90, 180, 365. */
export const repeatWithin = defineMetric({
  id: 'repeat-within',
  definition: {
    name: { zh: 'N 日复购率', en: 'N-day repurchase rate' },
    aliases: [
      'N日复购率',
      'N 日复购率',
      '30日复购率',
      '60日复购率',
      '90日复购率',
      '180日复购率',
      '365日复购率',
      '30天复购率',
      '90天复购率',
      'N-day repurchase',
      'n-day repeat rate',
      'repeat within',
      'repurchase within 90 days',
    ],
    formula: {
      zh: `第 2 次购买距第 1 次 ≤ N 天的买家 ÷ 第 1 次购买日 + N ≤ 截止日的买家，N = 30、60、90、180、365。分子只在分母那些买家里数。\n${wilsonInterval.zh}`,
      en: `customers whose 2nd purchase came ≤ N days after the 1st ÷ customers whose 1st purchase day + N ≤ as-of day, N = 30, 60, 90, 180, 365. The numerator counts among the customers of the denominator only.\n${wilsonInterval.en}`,
    },
    window: wholeHistory,
    young: {
      zh: '观察不满 N 天的买家分子分母都不计，哪怕已经再次购买。首次购买早于 --history-start 的买家不计（看到的第一次未必是第一次）。没有人满 N 天时留空。',
      en: 'customers seen for fewer than N days are in neither count, even if they have bought again. Those first seen before --history-start are left out (the first purchase seen need not be the first). Empty while nobody has been seen for N days.',
    },
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'repeat-within',
    definition: 'repeat-within',
    window: input.scope.observed,
    columns: [
      { key: 'days', unit: 'days' },
      { key: 'eligible', unit: 'count' },
      { key: 'returned', unit: 'count' },
      { key: 'rate', unit: 'ratio' },
      { key: 'low', unit: 'ratio' },
      { key: 'high', unit: 'ratio' },
    ],
    rows: knowsCustomers(input) ? countedWithin(input).map(row) : [],
    view: 'bars',
    notes: [
      ...customerNotes(input, input.scope.observed),
      ...wholeHistoryNotes(input.scope),
      ...historyStartNotes(input.scope),
    ],
  }),
});
