import type { Cell, Quantity } from '../model/report.js';
import { sumOf } from '../util/sums.js';
import { wholeHistory } from './common-words.js';
import { gapDays } from './gap-days.js';
import { lapsePointOf } from './lapse-day.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { lapsePointNotes } from './notes/lapse-point.js';
import { wholeHistoryNotes } from './notes/window.js';
import { knowsCustomers } from './period.js';
import { quantile } from './statistics/quantile.js';

function rows(input: AnalysisInput): readonly (readonly Cell[])[] {
  const gaps = gapDays(input.history);
  const sum = sumOf(gaps);
  return [
    ['n', { value: gaps.length, unit: 'count' }],
    ['mean', days(gaps.length === 0 ? null : sum / gaps.length)],
    ['p25', days(quantile(gaps, 0.25))],
    ['median', days(quantile(gaps, 0.5))],
    ['p75', days(quantile(gaps, 0.75))],
    ['p80', days(quantile(gaps, 0.8))],
    ['lapsePoint', days(lapsePointOf(input).days)],
  ];
}

function days(value: number | null): Quantity | null {
  return value === null ? null : { value, unit: 'days' };
}

/** Days between consecutive purchases. */
export const gaps = defineMetric({
  id: 'gaps',
  definition: {
    name: { zh: '回购周期', en: 'days between purchases' },
    aliases: [
      '回购周期',
      '复购周期',
      '购买间隔',
      '复购间隔',
      'gaps',
      'days between purchases',
      'repurchase cycle',
      'purchase interval',
      'inter-purchase time',
    ],
    formula: {
      zh:
        '同一买家相邻两次购买之间的天数，所有买家合在一起：个数 n、平均数、p25、中位数、p75、p80。分位数为 R-7 法（线性内插）。\n' +
        '买 p 次的买家有 p − 1 个间隔。末行是流失临界点（crm explain 流失临界点）。',
      en:
        'days between consecutive purchases of a customer, of all customers together: n, mean, p25, median, p75, p80. Quantiles are R-7 (linear).\n' +
        'A customer with p purchases has p − 1 gaps. The last row is the lapse point (crm explain lapse-point).',
    },
    window: wholeHistory,
    young: {
      zh: '只有已经结束的间隔：还没回来的买家不在内，历史越短，长间隔越少见到，数值偏短。流失临界点把还没结束的间隔也考虑在内。',
      en: 'closed gaps only: customers who have not come back are not in, and a short history shows few long gaps, so the numbers are too short. The lapse point takes open gaps into account.',
    },
    source: {
      zh: '自有定义；分位数：Hyndman & Fan (1996) 第 7 型',
      en: 'own definition; quantiles: Hyndman & Fan (1996), type 7',
    },
  },
  compute: (input) => ({
    id: 'gaps',
    definition: 'gaps',
    window: input.scope.observed,
    columns: [
      { key: 'stat', unit: 'text' },
      { key: 'days', unit: 'any' },
    ],
    rows: knowsCustomers(input) ? rows(input) : [],
    view: 'plain',
    notes: [
      ...customerNotes(input, input.scope.observed),
      ...lapsePointNotes(input),
      ...wholeHistoryNotes(input.scope),
    ],
  }),
});
