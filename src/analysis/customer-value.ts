import type { Cell, Quantity } from '../model/report.js';
import { sumOf } from '../util/sums.js';
import { nobodyTooYoung, ownDefinition, wholeHistory } from './common-words.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { lapseNotes } from './notes/lapse.js';
import { ascendingNet, customerNet, knowsCustomers } from './period.js';
import { quantile } from './statistics/quantile.js';

function rows(input: AnalysisInput): readonly (readonly Cell[])[] {
  if (!knowsCustomers(input)) return [];
  const ascending = ascendingNet({ net: customerNet(input) });
  const sum = sumOf(ascending);
  const n = ascending.length;
  return [
    ['n', { value: n, unit: 'count' }],
    ['sales', { value: sum, unit: 'money' }],
    ['mean', price(n === 0 ? null : sum / n)],
    ['p25', price(quantile(ascending, 0.25))],
    ['median', price(quantile(ascending, 0.5))],
    ['p75', price(quantile(ascending, 0.75))],
    ['p90', price(quantile(ascending, 0.9))],
    ['p99', price(quantile(ascending, 0.99))],
    ['max', price(ascending[n - 1] ?? null)],
  ];
}

function price(value: number | null): Quantity | null {
  return value === null ? null : { value, unit: 'price' };
}

/** What customers have brought so far. */
export const customerValue = defineMetric({
  id: 'customer-value',
  definition: {
    name: { zh: '历史价值', en: 'historic value' },
    aliases: [
      ...['买家价值', '客户价值', '历史客户价值', '累计消费', '累计消费额'],
      ...['customer value', 'value to date', 'historic customer value', 'historical CLV'],
    ],
    formula: {
      zh: '每位买家至截止日的全部有效订单的实收净额之和；没有给毛利率，所以是销售额而不是利润。列出人数、合计、平均、分位数（R-7 法）和最大值。名单里每位买家一行。',
      en: 'Σ net of all valid orders of a customer up to the as-of day; without a margin it is sales, not profit. Number, sum, mean, quantiles (R-7) and largest are shown; the list has it for each customer.',
    },
    window: wholeHistory,
    young: nobodyTooYoung,
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'customer-value',
    definition: 'customer-value',
    window: input.scope.observed,
    columns: [
      { key: 'stat', unit: 'text' },
      { key: 'value', unit: 'any' },
    ],
    rows: rows(input),
    view: 'plain',
    notes: lapseNotes(input),
  }),
});
