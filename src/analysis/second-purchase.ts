import type { Cell } from '../model/report.js';
import { wholeHistory } from './common-words.js';
import { defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { note } from './notes/note.js';
import { historyStartNotes, wholeHistoryNotes } from './notes/window.js';
import { knowsCustomers } from './period.js';
import { markedDays } from './repeat-within.js';
import { type SecondPurchaseCurve, secondPurchaseCurve } from './second-purchase-curve.js';
import { logLogInterval, medianTime, stepAt } from './statistics/kaplan-meier.js';

function rows(curve: SecondPurchaseCurve): readonly (readonly Cell[])[] {
  const days = new Set<number>([...curve.steps.map((step) => step.time), ...markedDays]);
  return [...days].sort((one, other) => one - other).map((day) => row(curve, day));
}

function row(curve: SecondPurchaseCurve, day: number): readonly Cell[] {
  const marked = (markedDays as readonly number[]).includes(day) ? 'marked' : null;
  if (day > curve.last) return [day, null, null, null, 0, 0, marked];
  const step = stepAt(curve, day);
  const interval = logLogInterval(step);
  const events = step?.time === day ? step.events : 0;
  const survival = step?.survival ?? 1;
  return [day, survival, interval?.low ?? null, interval?.high ?? null, curve.atRisk[day]!, events, marked];
}

function medianNote(curve: SecondPurchaseCurve) {
  const { customers, returned } = curve;
  if (customers === 0) return [];
  const days = medianTime(curve);
  if (days === null) return [note('info', 'median-not-reached', { customers, returned })];
  return [note('info', 'median-second-purchase', { days, customers, returned })];
}

/** The curve of customers still waiting for their second purchase. */
export const secondPurchase = defineMetric({
  id: 'second-purchase',
  definition: {
    name: { zh: '二次购买曲线', en: 'second-purchase curve' },
    aliases: [
      '二次购买曲线',
      '第二次购买',
      '二购',
      '首购到二购',
      'second purchase',
      'second-purchase curve',
      'time to second purchase',
      'kaplan-meier',
      'survival curve',
    ],
    formula: {
      zh:
        'S(t) = 首次购买 t 天后仍未再买的买家占比，Kaplan-Meier 估计：S(t) = ∏ (1 − d ÷ n)，d 为当天再次购买的人数，n 为之前还没再买且仍在观察的人数。\n' +
        '还没再买的买家观察到截止日为止（删失）；同一天先计再购，后计删失。超出最长观察天数时 S 留空。\n' +
        '区间：95 %，Greenwood 方差、log(−log) 尺度，是 S 的区间；S 为 1 或 0 时留空。\n' +
        '每个有人再购的日子一行，并标出 30、60、90、180、365 天。中位数 = S 首次 ≤ ½ 的天数，没有到达时留空。',
      en:
        'S(t) = share of customers who have not bought again t days after the first purchase, Kaplan-Meier: S(t) = ∏ (1 − d ÷ n), d those who bought again on the day, n those still waiting and under observation before it.\n' +
        'Customers without a second purchase are observed to the as-of day (censored); on one day purchases come before censorings. S is empty beyond the longest follow-up.\n' +
        'Interval: 95 %, Greenwood variance on the log(−log) scale; it belongs to S and is empty while S is 1 or 0.\n' +
        'One row for every day on which somebody bought again, and 30, 60, 90, 180, 365 marked. Median = first day with S ≤ ½, empty if not reached.',
    },
    window: wholeHistory,
    young: {
      zh: '新来的买家只在其被观察到的天数里计入，之后退出，既不算回来也不算没回来。首次购买早于 --history-start 的买家不计。',
      en: 'young customers count for the days they were observed and then leave, neither as returned nor as not returned. Those first seen before --history-start are left out.',
    },
    source: {
      zh: 'E. L. Kaplan & P. Meier (1958)；M. Greenwood (1926)；log(−log) 区间：Kalbfleisch & Prentice (1980)',
      en: 'E. L. Kaplan & P. Meier (1958); M. Greenwood (1926); log(−log) interval: Kalbfleisch & Prentice (1980)',
    },
  },
  compute: (input) => {
    const curve = secondPurchaseCurve(input);
    return {
      id: 'second-purchase',
      definition: 'second-purchase',
      window: input.scope.observed,
      columns: [
        { key: 'day', unit: 'days' },
        { key: 'survival', unit: 'ratio' },
        { key: 'low', unit: 'ratio' },
        { key: 'high', unit: 'ratio' },
        { key: 'atRisk', unit: 'count' },
        { key: 'events', unit: 'count' },
        { key: 'marked', unit: 'text' },
      ],
      rows: knowsCustomers(input) ? rows(curve) : [],
      view: 'line',
      notes: [
        ...customerNotes(input, input.scope.observed),
        ...medianNote(curve),
        ...wholeHistoryNotes(input.scope),
        ...historyStartNotes(input.scope),
      ],
    };
  },
});
