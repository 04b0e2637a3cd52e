import type { Cell, Table } from '../../model/report.js';
import { ownDefinition, wholeHistory } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import { banded } from './banded.js';
import type { Forecast } from './forecast.js';
import { basisNotes } from './forecast-notes.js';
import type { Risk } from './per-customer-forecast.js';
import { usualForecastOf } from './usual-forecast.js';

const bands: readonly Risk[] = ['low', 'medium', 'high'];

/** Customers by the chance that they buy nothing in the next 90 days. */
export function clvRiskTable(input: AnalysisInput, forecast: Forecast): Table {
  return {
    id: 'clv-risk',
    definition: 'clv-risk',
    window: forecast.customers === 0 ? null : { from: forecast.asOf + 1, to: forecast.asOf + 90 },
    columns: [
      { key: 'risk', unit: 'text' },
      { key: 'customers', unit: 'count' },
      { key: 'share', unit: 'ratio' },
      { key: 'pAlive', unit: 'ratio' },
      { key: 'expected90', unit: 'number' },
      { key: 'historicValue', unit: 'price' },
      { key: 'predictedValue', unit: 'price' },
    ],
    rows: rows(input, forecast),
    view: 'bars',
    notes: basisNotes(input, forecast),
  };
}

function rows({ history }: AnalysisInput, { perCustomer, spend }: Forecast): readonly (readonly Cell[])[] {
  if (perCustomer === null) return [];
  const found = banded(history.customers, perCustomer, bands.length, ({ risk }) => bands.indexOf(risk));
  return found.map(({ customers, share, pAlive, expected90, historicValue, predictedValue }, band) => [
    ...[bands[band]!, customers, share, pAlive, expected90, historicValue],
    spend === null ? null : predictedValue,
  ]);
}

/** Chance to be alive, and the risk of losing a customer. */
export const clvRisk = defineMetric({
  id: 'clv-risk',
  definition: {
    name: { zh: '流失风险', en: 'risk of losing customers' },
    aliases: [
      '活跃概率',
      '存活概率',
      '流失概率',
      '风险分层',
      'P(alive)',
      'pAlive',
      'risk band',
      'churn risk',
      'probability alive',
    ],
    formula: {
      zh:
        '按“今后 90 天一次也不买”的概率分：低于 ⅓ 低，⅓ 到 ⅔ 中，高于 ⅔ 高。概率用模型自己的公式。\n' +
        '活跃概率 P(alive)：截止日仍未永久离开的概率；表中为该组平均。BG/NBD 认为只买过一次的买家都活跃，所以不是默认模型。',
      en:
        'by the chance of no purchase in the next 90 days: below ⅓ low, ⅓ to ⅔ medium, above ⅔ high; the model’s own closed form.\n' +
        'P(alive): the chance that the customer has not left for good by the as-of day; here the mean of the band. BG/NBD takes every one-time buyer for alive, so it is not the default.',
    },
    window: wholeHistory,
    young: {
      zh: '全部买家都判断；只买过一次的买家，时间越久活跃概率越低。',
      en: 'everybody is judged; a one-time buyer is the less likely alive the longer ago it was.',
    },
    source: ownDefinition,
  },
  compute: (input) => clvRiskTable(input, usualForecastOf(input)),
});
