import type { Cell } from '../model/report.js';
import { sumOf } from '../util/sums.js';
import { inWindow, nobodyTooYoung, ownDefinition } from './common-words.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { ascendingNet, daysAsked, knowsCustomers, periodOf } from './period.js';

/** Decile k holds the customers ranked ⌊n·(k − 1) ÷ 10⌋ + 1 to ⌊n·k ÷ 10⌋ by sales, best first: sizes differ by one at most. */
function rows(input: AnalysisInput): readonly (readonly Cell[])[] {
  if (!knowsCustomers(input)) return [];
  const descending = ascendingNet(periodOf(input, daysAsked(input.scope))).toReversed();
  const all = sumOf(descending);
  return Array.from({ length: 10 }, (_, index) => {
    const [from, to] = [index, index + 1].map((part) => Math.floor((descending.length * part) / 10));
    const sales = sumOf(descending.subarray(from, to));
    return [index + 1, to! - from!, sales, all === 0 ? null : sales / all];
  });
}

/** Customers in ten equal groups by sales, and what each group brings. */
export const deciles = defineMetric({
  id: 'deciles',
  definition: {
    name: { zh: '买家十分位', en: 'deciles of customers' },
    aliases: ['十分位', '买家十分位', '十等分', 'deciles', 'customer deciles'],
    formula: {
      zh: '统计期内的 n 位买家按销售额从高到低排，平分成十组（第 k 组是第 ⌊n(k − 1) ÷ 10⌋ + 1 到 ⌊nk ÷ 10⌋ 位）：每组的买家数、销售额和占全部买家销售额的比例。',
      en: 'the n customers of the window by sales, best first, in ten groups of equal size (group k: ranks ⌊n(k − 1) ÷ 10⌋ + 1 to ⌊nk ÷ 10⌋): customers, sales and share of the sales of all customers.',
    },
    window: inWindow,
    young: nobodyTooYoung,
    source: ownDefinition,
  },
  compute: (input) => ({
    id: 'deciles',
    definition: 'deciles',
    window: input.scope.window ?? input.scope.observed,
    columns: [
      { key: 'decile', unit: 'count' },
      { key: 'customers', unit: 'count' },
      { key: 'sales', unit: 'money' },
      { key: 'share', unit: 'ratio' },
    ],
    rows: rows(input),
    view: 'bars',
    notes: customerNotes(input),
  }),
});
