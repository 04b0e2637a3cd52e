import type { Cell, Table } from '../../model/report.js';
import { ownDefinition } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import type { BackTest } from './back-test.js';
import type { Forecast } from './forecast.js';
import { basisNotes } from './forecast-notes.js';
import { heldOutDays } from './held-out-words.js';
import { usualForecastOf } from './usual-forecast.js';

const GROUPS = 10;

/** Ten groups by prediction: what was predicted for each, and what came. */
export function clvCalibrationTable(input: AnalysisInput, forecast: Forecast): Table {
  const { backTest, choice, fitted } = forecast;
  const each = backTest?.scores.find(({ model }) => model === choice.id)?.each ?? null;
  const held = backTest?.held ?? null;
  return {
    id: 'clv-calibration',
    definition: 'clv-calibration',
    window: held === null ? null : { from: held.cut + 1, to: held.end },
    columns: [
      { key: 'decile', unit: 'count' },
      { key: 'customers', unit: 'count' },
      { key: 'predicted', unit: 'number' },
      { key: 'actual', unit: 'number' },
      { key: 'predictedEach', unit: 'number' },
      { key: 'actualEach', unit: 'number' },
    ],
    rows: held === null || each === null || fitted === null ? [] : calibration(held, each),
    view: 'plain',
    notes: basisNotes(input, forecast),
  };
}

/**
 * Customers of one row are alike to the model: where a boundary falls inside a row, its purchases are shared in
 * proportion, so that no order of the customers decides.
 */
export function calibration({ rows, row, bought }: BackTest['held'], each: Float64Array): readonly (readonly Cell[])[] {
  const actual = new Float64Array(rows.x.length);
  for (const [place, at] of row.entries()) actual[at]! += bought[place]!;
  const order = [...rows.x.keys()].sort((one, other) => each[other]! - each[one]! || one - other);
  const groups = Array.from({ length: GROUPS }, () => ({ predicted: 0, actual: 0 }));
  const ends = groups.map((_, group) => Math.floor((row.length * (group + 1)) / GROUPS));
  let rank = 0;
  let group = 0;
  for (const at of order) {
    for (let left = rows.weight[at]!; left > 0; ) {
      while (rank >= ends[group]!) group++;
      const taken = Math.min(left, ends[group]! - rank);
      groups[group]!.predicted += taken * each[at]!;
      groups[group]!.actual += (taken / rows.weight[at]!) * actual[at]!;
      rank += taken;
      left -= taken;
    }
  }
  return groups.map(({ predicted, actual: came }, index) => {
    const customers = ends[index]! - (ends[index - 1] ?? 0);
    const mean = (total: number) => (customers === 0 ? null : total / customers);
    return [index + 1, customers, predicted, came, mean(predicted), mean(came)];
  });
}

/** Whether those of whom more is expected do buy more. */
export const clvCalibration = defineMetric({
  id: 'clv-calibration',
  definition: {
    name: { zh: '预测校准（十分位）', en: 'calibration by decile' },
    aliases: ['校准', '预测十分位', '提升表', 'calibration', 'calibration deciles', 'gains table'],
    formula: {
      zh: '回测的买家按预测次数从高到低平分十组：每组的预测购买、实际购买和人均。两者接近，说明预测的高低可信。模型看来完全相同的买家跨两组时，按比例分。',
      en: 'the customers of the back-test by predicted purchases, highest first, in ten equal groups: purchases predicted, purchases made, and per customer. Where both are near, high and low predictions can be believed. Customers who are alike to the model and stand across a boundary are shared in proportion.',
    },
    window: heldOutDays,
    young: {
      zh: '截断日以前来过的买家都算。',
      en: 'everybody seen by the cut counts.',
    },
    source: ownDefinition,
  },
  compute: (input) => clvCalibrationTable(input, usualForecastOf(input)),
});
