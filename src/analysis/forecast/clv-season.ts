import type { Table } from '../../model/report.js';
import { ownDefinition } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import type { Forecast } from './forecast.js';
import { basisNotes, seasonNotes } from './forecast-notes.js';
import { usualForecastOf } from './usual-forecast.js';

/** The months and events of the season in the forecast; empty without one, with the reason. */
export function clvSeasonTable(input: AnalysisInput, forecast: Forecast): Table {
  const parts = forecast.season?.factors.parts ?? [];
  return {
    id: 'clv-season',
    definition: 'clv-season',
    window: forecast.customers === 0 ? null : { from: forecast.first, to: forecast.asOf },
    columns: [
      { key: 'part', unit: 'text' },
      { key: 'factor', unit: 'number' },
      { key: 'repeatPurchases', unit: 'count' },
      { key: 'even', unit: 'number' },
    ],
    rows: parts.map(({ part, factor, purchases, even }) => [part, factor, purchases, even]),
    view: 'plain',
    notes: [...basisNotes(input, forecast), ...seasonNotes(forecast)],
  };
}

/** When in the year customers buy again. */
export const clvSeason = defineMetric({
  id: 'clv-season',
  definition: {
    name: { zh: '季节起伏', en: 'season of repeat purchases' },
    aliases: [
      ...['季节性', '旺季', '淡季', '季节指数', '大促', '双11', '618', '春节'],
      ...['season', 'seasonality', 'seasonal factor', 'peak season', 'Chinese New Year'],
    ],
    formula: {
      zh:
        '月份倍数 = 该月复购 ÷ 模型按全年均匀预计的复购（按当时已有的买家算，所以买家变多不算旺季），每 365 天另有水平，再按证据多少向 1 收缩（经验贝叶斯）。大促（3.8、6.18、11.11、12.12 前后）和春节（正月初一前 10 天到后 7 天，随农历移动）再乘各自的倍数 (n + 30) ÷ (E + 30)。\n' +
        '用法：把日子按倍数拉长或缩短，模型在这个时间里计算，再换算回日历；应购日、预计回购日和流失风险也随之移动。\n' +
        '只在 --model auto 下考虑：回测以前的历史满 720 天，起伏超出偶然（1 % 水平），并且在内层留出期上使各月总数的平均误差更小才采用；然后各模型带着它比较。按人的误差（MAE）不用来判断季节：多数人几周内本来就不买，预测越少误差越小，旺季永远选不上。',
      en:
        'factor of a month = its repeat purchases ÷ those an even year would bring by the model, of the customers won by then (so more customers are no season), with a level of its own for every 365 days, drawn towards 1 by how little is known (empirical Bayes). Campaigns (around 3.8, 6.18, 11.11, 12.12) and Chinese New Year (from ten days before to seven after; it moves with the moon) multiply their month by (n + 30) ÷ (E + 30).\n' +
        'The days are made longer or shorter by the factors, the models count in that time, and answers are turned back into calendar days: due days, likely-by days and risk move with the season too.\n' +
        'Considered with --model auto alone: 720 days of history before the back-test, an uneven year beyond chance (1 %), and a smaller mean error of the monthly totals on the inner hold-out; the models then compete with it. The error per customer (MAE) does not decide on a season: most customers buy nothing in a few weeks, so predicting less always has the smaller one, and a rising season would never win.',
    },
    window: {
      zh: '截止日以前的历史，最多最近五年。',
      en: 'the history to the as-of day, the last five years at most.',
    },
    young: {
      zh: '按每天已有的买家算预计值，新客从首购的次日算起。',
      en: 'a new customer counts in what is expected from the day after the first purchase.',
    },
    source: ownDefinition,
  },
  compute: (input) => clvSeasonTable(input, usualForecastOf(input)),
});
