import type { Cell, Table } from '../../model/report.js';
import { ownDefinition, wholeHistory } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import type { Forecast } from './forecast.js';
import { basisNotes } from './forecast-notes.js';
import { usualForecastOf } from './usual-forecast.js';

/** Who brings what is predicted: ten groups of customers by predicted value, best first. */
export function clvDecilesTable(input: AnalysisInput, forecast: Forecast): Table {
  return {
    id: 'clv-deciles',
    definition: 'clv-deciles',
    window: forecast.customers === 0 ? null : { from: forecast.asOf + 1, to: forecast.asOf + forecast.options.horizon },
    columns: [
      { key: 'decile', unit: 'count' },
      { key: 'customers', unit: 'count' },
      { key: 'predictedValue', unit: 'price' },
      { key: 'share', unit: 'ratio' },
      { key: 'predictedEach', unit: 'price' },
    ],
    rows: rows(input, forecast),
    view: 'bars',
    notes: basisNotes(input, forecast),
  };
}

function rows({ history }: AnalysisInput, { perCustomer, spend }: Forecast): readonly (readonly Cell[])[] {
  if (perCustomer === null || spend === null) return [];
  const ascending = Float64Array.from(
    { length: history.customers },
    (_, customer) => perCustomer(customer).predictedValue ?? 0,
  );
  const descending = ascending.sort().reverse();
  let all = 0;
  for (const value of descending) all += value;
  return Array.from({ length: 10 }, (_, index) => {
    const [from = 0, to = 0] = [index, index + 1].map((part) => Math.floor((descending.length * part) / 10));
    let value = 0;
    for (const one of descending.subarray(from, to)) value += one;
    const customers = to - from;
    return [index + 1, customers, value, all > 0 ? value / all : null, customers === 0 ? null : value / customers];
  });
}

/** On how few customers the coming year rests. */
export const clvDeciles = defineMetric({
  id: 'clv-deciles',
  definition: {
    name: { zh: '以后靠谁', en: 'who brings the predicted value' },
    aliases: [
      '未来一年靠谁',
      '预测价值十分位',
      '价值十分位',
      '谁带来未来',
      'predicted value deciles',
      'value deciles',
      'who brings',
    ],
    formula: {
      zh: '全部买家按预测价值从高到低平分十组（同“买家十分位”的分法）：每组的买家数、预测价值、占全部预测价值的比例和人均。',
      en: 'all customers by predicted value, highest first, in ten groups of equal size (as the deciles of customers): customers, predicted value, its share of the whole, and per customer.',
    },
    window: wholeHistory,
    young: {
      zh: '全部买家都在其中，包括只买过一次的。',
      en: 'everybody is in it, one-time buyers too.',
    },
    source: ownDefinition,
  },
  compute: (input) => clvDecilesTable(input, usualForecastOf(input)),
});
