import type { Cell } from '../model/report.js';
import { ownDefinition, wholeHistory, wilsonInterval } from './common-words.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { lapseNotes } from './notes/lapse.js';
import { knowsCustomers } from './period.js';
import { wilson } from './statistics/wilson.js';

/** Customers lost at the as-of day, and those old enough to be. */
export interface Lost {
  readonly matured: number;
  readonly lost: number;
}

/** Who is lost was a customer for as long, so the lost are the same on both bases. One walk over the customers. */
export function lostOf({ history, scope }: AnalysisInput): Lost {
  const latest = scope.asOf - scope.lapsedAfter;
  let matured = 0;
  let lost = 0;
  for (let customer = 0; customer < history.customers; customer++) {
    if (history.day[history.offsets[customer]!]! < latest) matured++;
    if (history.day[history.offsets[customer + 1]! - 1]! < latest) lost++;
  }
  return { matured, lost };
}

function row(days: number, base: string, eligible: number, lost: number): readonly Cell[] {
  if (eligible === 0) return [days, base, 0, 0, null, null, null, null];
  const churned = lost / eligible;
  const interval = wilson(lost, eligible);
  return [days, base, eligible, lost, churned, 1 - churned, interval?.low ?? null, interval?.high ?? null];
}

function rows(input: AnalysisInput): readonly (readonly Cell[])[] {
  if (!knowsCustomers(input)) return [];
  const { matured, lost } = lostOf(input);
  const days = input.scope.lapsedAfter;
  return [row(days, 'matured', matured, lost), row(days, 'all', input.history.customers, lost)];
}

/** Two rows: of the customers old enough to be lost, and of all, young ones included. */
export const churn = defineMetric({
  id: 'churn',
  definition: {
    name: { zh: '流失率', en: 'churn rate' },
    aliases: ['流失', '保持率', '客户流失率', '客户保持率', 'churn', 'lost customers', 'attrition'],
    formula: {
      zh:
        '在首次购买距截止日超过 L 天的买家里，最后一次购买距截止日也超过 L 天的占比；L = 365，--lapsed-after 可改。保持率 = 1 − 流失率。\n' +
        `第二行的分母是全部买家（含新客）：新客还来不及流失，所以偏低，只作对照。\n${wilsonInterval.zh}`,
      en:
        'of the customers whose first purchase is more than L days before the as-of day, those whose last purchase is too; L = 365, --lapsed-after changes it. Retention = 1 − churn.\n' +
        `The second row is of all customers, young ones included, who had no time to be lost: it is too low and stands for comparison.\n${wilsonInterval.en}`,
    },
    window: wholeHistory,
    young: {
      zh: '首次购买不满 L 天的买家分子分母都不计；没有满 L 天的买家时留空。',
      en: 'customers first seen within the last L days are in neither count; empty if there are no others.',
    },
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'churn',
    definition: 'churn',
    window: input.scope.observed,
    columns: [
      { key: 'days', unit: 'days' },
      { key: 'base', unit: 'text' },
      { key: 'eligible', unit: 'count' },
      { key: 'lost', unit: 'count' },
      { key: 'churn', unit: 'ratio' },
      { key: 'retention', unit: 'ratio' },
      { key: 'low', unit: 'ratio' },
      { key: 'high', unit: 'ratio' },
    ],
    rows: rows(input),
    view: 'plain',
    notes: lapseNotes(input),
  }),
});
