import type { Cell, Table } from '../../model/report.js';
import { ownDefinition } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import type { Forecast } from './forecast.js';
import { backTestNotes, basisNotes } from './forecast-notes.js';
import { heldOutDays } from './held-out-words.js';
import { usualForecastOf } from './usual-forecast.js';

/** Every model and the naive rate against the days held out. */
export function clvBacktestTable(input: AnalysisInput, forecast: Forecast): Table {
  const held = forecast.backTest?.held ?? null;
  return {
    id: 'clv-backtest',
    definition: 'clv-backtest',
    window: held === null ? null : { from: held.cut + 1, to: held.end },
    columns: [
      { key: 'model', unit: 'text' },
      { key: 'actual', unit: 'count' },
      { key: 'predicted', unit: 'number' },
      { key: 'error', unit: 'ratio' },
      { key: 'mae', unit: 'number' },
      { key: 'rmse', unit: 'number' },
      { key: 'modelLow', unit: 'number' },
      { key: 'modelHigh', unit: 'number' },
      { key: 'marked', unit: 'text' },
    ],
    rows: rows(forecast),
    view: 'plain',
    notes: [...basisNotes(input, forecast), ...backTestNotes(forecast)],
  };
}

function rows({ backTest, choice, fitted }: Forecast): readonly (readonly Cell[])[] {
  if (backTest === null || fitted === null) return [];
  const actual = backTest.held.purchases;
  return backTest.scores.map(({ model, predicted, mae, rmse }) => {
    const error = predicted === null || actual === 0 ? null : predicted / actual - 1;
    const isChosen = model === choice.id;
    const range = isChosen ? (backTest.totals?.purchases.range ?? null) : null;
    const ends = [range?.low ?? null, range?.high ?? null];
    return [model, actual, predicted, error, mae, rmse, ...ends, isChosen ? 'marked' : null];
  });
}

/** How near the models would have come. */
export const clvBacktest = defineMetric({
  id: 'clv-backtest',
  definition: {
    name: { zh: '预测回测', en: 'back-test of the forecast' },
    aliases: [
      '回测',
      '留出检验',
      '预测误差',
      '预测准确度',
      'back-test',
      'backtest',
      'hold-out',
      'forecast error',
      'MAE',
      'RMSE',
    ],
    formula: {
      zh:
        '只用截止日前 H 天（A − H）以前的数据拟合，预测这 H 天里的购买次数，再与实际比较；H = min(预测天数, 历史的一半)，至少 30 天，--calibration-end 可指定截断日。\n' +
        '误差 = 预测 ÷ 实际 − 1；MAE、RMSE 按每位买家的次数计。朴素法：x ÷ T × H（T = 0 时为 0）。截断日后首购的买家不在其中，另行注明。区间是所选模型（标记）自己的 95 % 区间。\n' +
        '--model auto 在 A − H 以前再留出 G = min(H, ⌊A − H 以前天数的 ⅓⌋) 天来选模型：MAE 最小者，相差 1 % 以内取总数误差小的；G < 30 天不选，用 MBG/NBD。要不要加季节先在同一段日子上定（见“季节起伏”），加了之后带季节的模型互相比较。',
      en:
        'fitted to the days up to A − H alone, the purchases of the H days held out are predicted and compared with what came; H = min(horizon, half the history), at least 30 days; --calibration-end sets the cut.\n' +
        'error = predicted ÷ actual − 1; MAE and RMSE in purchases per customer. Naive: x ÷ T × H, 0 if T = 0. Customers first seen after the cut are not in it and are said apart. The range is the chosen model’s own (marked), 95 %.\n' +
        '--model auto holds out G = min(H, ⌊⅓ of the days before A − H⌋) more days before the cut: the smallest MAE, within 1 % the smaller error of the total; with G < 30 no choice is made and MBG/NBD stands. Whether there is a season is decided first, on the same days (see "season"); with one, the models compete with it.',
    },
    window: heldOutDays,
    young: {
      zh: '截断日以前来过的买家都算，哪怕截断日当天才首购。',
      en: 'everybody seen by the cut counts, also a customer first seen on that very day.',
    },
    source: ownDefinition,
  },
  compute: (input) => clvBacktestTable(input, usualForecastOf(input)),
});
