import { sumOf } from '../util/sums.js';
import { inWindow, nobodyTooYoung } from './common-words.js';
import { type Measures, money, quotient, statistic, unknown } from './measure.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { customerSales } from './per-customer.js';
import { ascendingNet, daysAsked, knowsCustomers, type Period, periodOf } from './period.js';
import { gini } from './statistics/gini.js';

/** The shares of customers the table shows, in percent. */
const topPercents = [1, 5, 10, 20, 50];

/** Sales share of the best fifth of the customers, and the Gini coefficient of their sales. */
export const concentrationMeasures: Measures = (input, period) => {
  if (!knowsCustomers(input)) return [unknown('top20Share', 'ratio'), unknown('gini', 'number')];
  const ascending = ascendingNet(period);
  return [
    quotient('top20Share', 'ratio', money(salesOfBest(ascending, 20)), money(customerSales(period))),
    statistic('gini', 'number', gini(ascending), ascending.length),
  ];
};

/** Number of the best `percent` of n customers, rounded up. */
function best(percent: number, n: number): number {
  return Math.ceil((percent * n) / 100);
}

function salesOfBest(ascending: Float64Array, percent: number): number {
  return sumOf(ascending.subarray(ascending.length - best(percent, ascending.length)));
}

function rows(input: AnalysisInput, period: Period): readonly (readonly (number | null)[])[] {
  if (!knowsCustomers(input)) return [];
  const ascending = ascendingNet(period);
  const all = customerSales(period);
  return topPercents.map((percent) => {
    const sales = salesOfBest(ascending, percent);
    return [percent / 100, best(percent, ascending.length), sales, all === 0 ? null : sales / all];
  });
}

export const concentration = defineMetric({
  id: 'concentration',
  definition: {
    name: { zh: '销售集中度', en: 'concentration of sales' },
    aliases: [
      '集中度',
      '销售集中度',
      '二八',
      '帕累托',
      '基尼系数',
      'concentration',
      'pareto',
      'gini',
      'top 20 %',
      '80/20',
    ],
    formula: {
      zh:
        '最好的 p % 买家的销售额占比 = 销售额最高的 ⌈p % × n⌉ 位买家的销售额 ÷ 全部 n 位买家的销售额，p = 1、5、10、20、50。\n' +
        '基尼系数 = 2 Σ i·xᵢ ÷ (n Σ x) − (n + 1) ÷ n，x 为每位买家的销售额，从小到大排。0 表示人人相同，越接近 1 越集中。',
      en:
        'share of the best p % = sales of the ⌈p % × n⌉ customers with the highest sales ÷ sales of all n customers, p = 1, 5, 10, 20, 50.\n' +
        'Gini = 2 Σ i·xᵢ ÷ (n Σ x) − (n + 1) ÷ n, x the sales of each customer in ascending order. 0: all equal; towards 1: concentrated.',
    },
    window: inWindow,
    young: nobodyTooYoung,
    source: { zh: '自有定义；基尼系数：C. Gini (1912)', en: 'own definition; Gini coefficient: C. Gini (1912)' },
  },
  compute: (input) => ({
    id: 'concentration',
    definition: 'concentration',
    window: input.scope.window ?? input.scope.observed,
    columns: [
      { key: 'topShare', unit: 'ratio' },
      { key: 'customers', unit: 'count' },
      { key: 'sales', unit: 'money' },
      { key: 'share', unit: 'ratio' },
    ],
    rows: rows(input, periodOf(input, daysAsked(input.scope))),
    view: 'bars',
    notes: customerNotes(input),
  }),
});
