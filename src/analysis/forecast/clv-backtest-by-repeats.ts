import type { Cell, Table } from '../../model/report.js';
import { ownDefinition } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import { note } from '../notes/note.js';
import type { Forecast } from './forecast.js';
import { basisNotes } from './forecast-notes.js';
import { heldOutDays } from './held-out-words.js';
import type { Score } from './score.js';
import { sortedSum } from './sorted-sum.js';
import { usualForecastOf } from './usual-forecast.js';

/** The last group holds everybody with so many repeats or more. */
const TOP = 7;

/** The back-test by the repeat purchases made before the cut. */
export function clvBacktestByRepeatsTable(input: AnalysisInput, forecast: Forecast): Table {
  const held = forecast.backTest?.held ?? null;
  return {
    id: 'clv-backtest-by-repeats',
    definition: 'clv-backtest-by-repeats',
    window: held === null ? null : { from: held.cut + 1, to: held.end },
    columns: [
      { key: 'repeats', unit: 'count' },
      { key: 'customers', unit: 'count' },
      { key: 'actual', unit: 'count' },
      { key: 'predicted', unit: 'number' },
      { key: 'naive', unit: 'number' },
      { key: 'actualEach', unit: 'number' },
      { key: 'predictedEach', unit: 'number' },
    ],
    rows: rows(forecast),
    view: 'plain',
    notes: [
      ...basisNotes(input, forecast),
      ...(held === null ? [] : [note('info', 'clv-repeats-top', { repeats: TOP })]),
    ],
  };
}

function rows({ backTest, choice, fitted }: Forecast): readonly (readonly Cell[])[] {
  if (backTest === null || fitted === null) return [];
  const { held, scores } = backTest;
  const chosen = scores.find(({ model }) => model === choice.id);
  const naive = scores.find(({ model }) => model === 'naive');
  return Array.from({ length: TOP + 1 }, (_, repeats): readonly Cell[] => {
    const places = [...held.row.keys()].filter((place) => Math.min(TOP, held.rows.x[held.row[place]!]!) === repeats);
    const n = places.length;
    const actual = places.reduce((sum, place) => sum + held.bought[place]!, 0);
    const sum = (score: Score | undefined) =>
      score?.each == null ? null : sortedSum(Float64Array.from(places, (place) => score.each![score.row[place]!]!));
    const predicted = sum(chosen);
    const each = (total: number | null) => (n === 0 || total === null ? null : total / n);
    return [repeats, n, actual, predicted, sum(naive), each(actual), each(predicted)];
  }).filter(([, customers]) => customers !== 0);
}

/** Where a forecast is right on average and wrong for the loyal, it shows here. */
export const clvBacktestByRepeats = defineMetric({
  id: 'clv-backtest-by-repeats',
  definition: {
    name: { zh: '按复购次数回测', en: 'back-test by number of repeats' },
    aliases: ['分组回测', '按次数回测', 'back-test by repeats', 'conditional expectations'],
    formula: {
      zh: '回测的买家按截断日前的复购次数分组（最后一组为 7 次及以上）：留出期的实际购买、所选模型的预测、朴素法 x ÷ T × H，以及人均。',
      en: 'the customers of the back-test by their repeat purchases before the cut (last group: 7 or more): purchases in the days held out, those the chosen model predicted, the naive x ÷ T × H, and per customer.',
    },
    window: heldOutDays,
    young: {
      zh: '截断日当天才首购的买家在 0 次组里。',
      en: 'a customer first seen on the day of the cut is in the group of 0.',
    },
    source: ownDefinition,
  },
  compute: (input) => clvBacktestByRepeatsTable(input, usualForecastOf(input)),
});
