import type { Cell, Table } from '../../model/report.js';
import { wholeHistory } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import type { Forecast } from './forecast.js';
import { type AnyFit, forecastModels } from './forecast-models.js';
import { basisNotes, modelNotes } from './forecast-notes.js';
import { usualForecastOf } from './usual-forecast.js';

/** Parameters of all models, the forecast's first, then those of spend. */
export function clvModelTable(input: AnalysisInput, forecast: Forecast): Table {
  const { fits } = forecast.shown;
  const isEmpty = fits.every(({ state }) => state === 'not-fittable');
  return {
    id: 'clv-model',
    definition: 'clv-model',
    window: forecast.customers === 0 ? null : { from: forecast.first, to: forecast.shown.until },
    columns: [
      { key: 'model', unit: 'text' },
      { key: 'parameter', unit: 'text' },
      { key: 'estimate', unit: 'number' },
      { key: 'se', unit: 'number' },
    ],
    rows: isEmpty ? [] : [...fits.flatMap(modelRows), ...spendRows(forecast)],
    view: 'plain',
    notes: [...basisNotes(input, forecast), ...modelNotes(forecast)],
  };
}

function modelRows(fitted: AnyFit): readonly (readonly Cell[])[] {
  const { id, model, customers, repeaters } = fitted;
  const names = forecastModels.find((one) => one.id === model)?.parameterNames ?? [];
  const isFitted = fitted.state !== 'not-fittable';
  const found = isFitted ? fitted.parameters : names.map((name) => ({ name, estimate: null, se: null }));
  return [
    ...found.map(({ name, estimate, se }) => [id, name, estimate, se]),
    [id, 'logLikelihood', isFitted ? fitted.logLikelihood : null, null],
    [id, 'customers', customers, null],
    [id, 'repeaters', repeaters, null],
  ];
}

function spendRows({ shown: { spend, fits } }: Forecast): readonly (readonly Cell[])[] {
  if (spend === null) return [];
  const { parameters, logLikelihood, repeaters } = spend.fit;
  return [
    ...parameters.map(({ name, estimate, se }) => ['gamma-gamma', name, estimate, se]),
    ['gamma-gamma', 'logLikelihood', logLikelihood, null],
    ['gamma-gamma', 'customers', fits[0]?.customers ?? null, null],
    ['gamma-gamma', 'repeaters', repeaters, null],
    ['gamma-gamma', 'correlation', spend.fit.correlation, null],
  ];
}

/** What the forecast is made with. */
export const clvModel = defineMetric({
  id: 'clv-model',
  definition: {
    name: { zh: '复购模型参数', en: 'parameters of the purchase models' },
    aliases: [
      ...[
        '客户价值模型',
        'MBG/NBD',
        'MBG/CNBD-k',
        'BG/NBD',
        'Pareto/NBD',
        'Gamma-Gamma',
        'MBG',
        'BTYD',
        '模型参数',
        '买到停模型',
      ],
      ...['purchase model', 'buy till you die', 'model parameters', 'gamma gamma'],
    ],
    formula: {
      zh:
        '每位买家三个数：x = 复购次数（购买次数 − 1），tx = 首购到最近一次购买的时间，T = 首购到截止日的时间；单位为天，--unit week 为天 ÷ 7。\n' +
        '默认 MBG/NBD：每位买家有自己的购买速度 λ ~ gamma(r, α)，每次购买后（含首购）以概率 p ~ beta(a, b) 不再来。--model 可换 BG/NBD（首购后不会离开）、Pareto/NBD（随时可能离开）、MBG/CNBD-k（购买间隔较规律），auto 按内层留出期选择。\n' +
        '每次消费：Gamma-Gamma(p, q, v)，用有复购的买家的复购平均金额拟合。极大似然估计；se 为标准误（Hessian 的逆）。参数在无穷远处的留空。',
      en:
        'Three numbers a customer: x repeat purchases (purchases − 1), tx from the first to the last purchase, T from the first to the as-of day; in days, with --unit week days ÷ 7.\n' +
        'MBG/NBD by default: everybody buys at a rate λ ~ gamma(r, α) of their own and, after each purchase (the first too), leaves for good with chance p ~ beta(a, b). --model picks BG/NBD (nobody leaves after the first), Pareto/NBD (leaving at any moment), MBG/CNBD-k (regular times between purchases), or auto (best on an inner hold-out).\n' +
        'Spend a purchase: Gamma-Gamma(p, q, v) on the mean net of repeat purchases. Maximum likelihood; se from the inverse Hessian. Empty where the optimum lies at infinity.',
    },
    window: wholeHistory,
    young: {
      zh: '只买过一次的买家留在模型里；刚来的买家 T 小，模型自己知道对他们所知不多。',
      en: 'one-time buyers stay in the fit; a new customer has a small T, by which the models know how little they know of them.',
    },
    source: {
      zh: 'Batislam, Denizel & Filiztekin 2007；Fader, Hardie & Lee 2005；Schmittlein, Morrison & Colombo 1987；Platzer & Reutterer 2016；Fader & Hardie 2013',
      en: 'Batislam, Denizel & Filiztekin 2007; Fader, Hardie & Lee 2005; Schmittlein, Morrison & Colombo 1987; Platzer & Reutterer 2016; Fader & Hardie 2013',
    },
  },
  compute: (input) => clvModelTable(input, usualForecastOf(input)),
});
