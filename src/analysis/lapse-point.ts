import { wholeHistory } from './common-words.js';
import { gapDays } from './gap-days.js';
import { lapsePointOf } from './lapse-day.js';
import { defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { lapsePointNotes } from './notes/lapse-point.js';
import { wholeHistoryNotes } from './notes/window.js';
import { knowsCustomers } from './period.js';
import { quantile } from './statistics/quantile.js';

/** One row: the lapse point and the gaps it was read from. */
export const lapsePoint = defineMetric({
  id: 'lapse-point',
  definition: {
    name: { zh: '流失临界点', en: 'lapse point' },
    aliases: ['流失临界点', '流失临界', '沉默周期', 'LP', 'lapse point', 'churn threshold', 'lapse threshold'],
    formula: {
      zh:
        '满足 1 − S(t) ≥ 0.8 × (1 − S(t_max)) 的最小天数 t：到 t_max 为止的回购，有八成在此之前发生。\n' +
        'S 是第 2 次及以后各次购买之后的间隔的 Kaplan-Meier 曲线，未结束的间隔观察到截止日（删失）；t_max 是最长的已结束间隔。\n' +
        '已结束的间隔少于 50 个时取 180 天，并注明。旁边的 p80（已结束间隔的 80 % 分位）只作描述；常用经验是 3、6、12 个月。',
      en:
        'smallest t with 1 − S(t) ≥ 0.8 × (1 − S(t_max)): of the returns that come by t_max, four in five have come by then.\n' +
        'S is the Kaplan-Meier curve of the gaps after the 2nd and later purchases, open gaps censored at the as-of day; t_max is the longest closed gap.\n' +
        'With fewer than 50 closed gaps it is 180 days, and said so. p80 (of the closed gaps) is description only; the rule of thumb is 3, 6 and 12 months.',
    },
    window: wholeHistory,
    young: {
      zh: '还没结束的间隔按已观察的天数计入，不当作流失。',
      en: 'open gaps count for the days they were observed and are not taken as lapsed.',
    },
    source: { zh: '自有定义，基于 Kaplan & Meier (1958)', en: 'own definition, on Kaplan & Meier (1958)' },
  },
  compute: (input) => {
    const { days, closed, open, estimated } = lapsePointOf(input);
    const p80 = quantile(gapDays(input.history), 0.8);
    return {
      id: 'lapse-point',
      definition: 'lapse-point',
      window: input.scope.observed,
      columns: [
        { key: 'days', unit: 'days' },
        { key: 'basis', unit: 'text' },
        { key: 'closedGaps', unit: 'count' },
        { key: 'openGaps', unit: 'count' },
        { key: 'p80', unit: 'days' },
      ],
      rows: knowsCustomers(input) ? [[days, estimated ? 'estimated' : 'default', closed, open, p80]] : [],
      view: 'plain',
      notes: [
        ...customerNotes(input, input.scope.observed),
        ...lapsePointNotes(input),
        ...wholeHistoryNotes(input.scope),
      ],
    };
  },
});
