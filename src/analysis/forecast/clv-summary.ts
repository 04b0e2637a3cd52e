import type { Cell, Note, Quantity, Table } from '../../model/report.js';
import { ownDefinition, wholeHistory } from '../common-words.js';
import { type AnalysisInput, defineMetric } from '../metric.js';
import { note } from '../notes/note.js';
import { type AllCustomers, allCustomersOf } from './all-customers.js';
import type { Forecast } from './forecast.js';
import { modelNames } from './forecast-models.js';
import { basisNotes, modelNotes, rangeNotes } from './forecast-notes.js';
import type { Predicted } from './headline.js';
import { usualForecastOf } from './usual-forecast.js';

type Unit = Quantity['unit'];

/** What the customers known today will bring within the horizon, with ranges. */
export function clvSummaryTable(input: AnalysisInput, forecast: Forecast): Table {
  return {
    id: 'clv-summary',
    definition: 'clv-summary',
    window: forecast.customers === 0 ? null : { from: forecast.asOf + 1, to: forecast.asOf + forecast.options.horizon },
    columns: [
      { key: 'metric', unit: 'text' },
      { key: 'unit', unit: 'text' },
      { key: 'value', unit: 'any' },
      { key: 'low', unit: 'any' },
      { key: 'high', unit: 'any' },
      { key: 'modelLow', unit: 'any' },
      { key: 'modelHigh', unit: 'any' },
    ],
    rows: rows(input, forecast),
    view: 'plain',
    notes: [...basisNotes(input, forecast), ...aboutNotes(forecast), ...modelNotes(forecast), ...rangeNotes(forecast)],
  };
}

function rows(input: AnalysisInput, forecast: Forecast): readonly (readonly Cell[])[] {
  const { headline, customers, repeaters, backTest } = forecast;
  const all = allCustomersOf(input, forecast);
  if (headline === null || all === null) return [];
  const { purchases, sales, profit, discounted } = headline;
  const error = backTest?.error ?? null;
  const off = (truth: number | null | undefined) => (truth == null || truth <= -1 ? null : 1 / (1 + truth) - 1);
  return [
    ranged('expectedPurchases', 'number', purchases),
    ranged('predictedSales', 'price', sales),
    ...(forecast.options.margin === null ? [] : [ranged('predictedProfit', 'price', profit)]),
    ...(forecast.options.discount === null ? [] : [ranged('presentValue', 'price', discounted)]),
    plain('predictedPerCustomer', 'price', perCustomer(profit ?? sales, customers)),
    plain('customersAlive', 'number', all.alive),
    plain('expectedPurchases90', 'number', all.expected90),
    plain('historicValue', 'price', all.historicValue),
    plain('customers', 'count', customers),
    plain('repeaters', 'count', repeaters),
    ...dueRows(all),
    plain('backTestPurchases', 'ratio', off(error?.purchases)),
    plain('backTestSales', 'ratio', off(error?.sales)),
  ];
}

function dueRows({ overdue, dueWithin14 }: AllCustomers): readonly (readonly Cell[])[] {
  return [plain('overdue', 'count', overdue), plain('dueWithin14', 'count', dueWithin14)];
}

function perCustomer(total: Predicted | null, customers: number): number | null {
  return total === null ? null : total.value / customers;
}

function plain(metric: string, unit: Unit, value: number | null): readonly Cell[] {
  return [metric, unit, value === null ? null : { value, unit }, null, null, null, null];
}

function ranged(metric: string, unit: Unit, total: Predicted | null): readonly Cell[] {
  if (total === null) return plain(metric, unit, null);
  const { value, range, own } = total;
  return [metric, unit, ...[value, range.low, range.high, own.low, own.high].map((one) => ({ value: one, unit }))];
}

/** What is counted: days, sales or profit, by which model. */
function aboutNotes({ fitted, choice, options, customers }: Forecast): readonly Note[] {
  if (fitted === null) return [];
  const said = { model: modelNames[choice.model], days: options.horizon, customers };
  const { margin } = options;
  return [
    note('info', 'clv-about', said),
    margin === null
      ? note('info', 'clv-sales')
      : note('info', 'clv-profit', { margin: `${Number((margin * 100).toFixed(2))} %` }),
  ];
}

/** Predicted value of the customers. */
export const clvSummary = defineMetric({
  id: 'clv-summary',
  definition: {
    name: { zh: '预测客户价值', en: 'predicted customer value' },
    aliases: [
      ...['CLV', 'LTV', 'CLTV', '客户终身价值', '客户生命周期价值', '预测价值', '未来价值'],
      ...['customer lifetime value', 'lifetime value', 'predicted value', 'predicted CLV'],
    ],
    formula: {
      zh:
        '预测价值 = 毛利率 × 每次预期消费 × Σ(d = 1…H) (E(d) − E(d − 1)) ÷ (1 + δ)^((d − ½) ÷ 365)；E(d) 为今后 d 天的预期购买次数，H 默认 365 天。没有 --margin 时为销售额；没有 --discount 时 δ = 0，给了则折现与不折现都列出。\n' +
        '只含截止日前已经来过的买家，不含以后的新客。\n' +
        '区间：“照过去这样下去”的 95 % 区间 = 参数的不确定（按 Hessian 的逆抽样，以似然加权）加上购买和金额的偶然；不包括季节或市场的变化，所以旁边给出回测误差。回测的实际值落在它自己的区间外时，区间两侧各按该相对误差（实际 ÷ 预测 − 1）放宽，并注明；modelLow、modelHigh 是放宽前的区间。',
      en:
        'predicted value = margin × expected spend a purchase × Σ(d = 1…H) (E(d) − E(d − 1)) ÷ (1 + δ)^((d − ½) ÷ 365); E(d): expected purchases in the next d days, H = 365 days unless told otherwise. Sales without --margin; δ = 0 without --discount, with it both are shown.\n' +
        'Only customers who have bought by the as-of day; those still to be won are not in.\n' +
        'Range: 95 % "if the shop goes on as in the past" = uncertainty of the parameters (drawn by the inverse Hessian, weighted by the likelihood) plus chance of purchases and amounts. It does not cover a change of season or market, so the error of the back-test stands beside it. Where the back-test’s truth fell outside its own range, both sides are widened by that relative error (truth ÷ prediction − 1), and it is said; modelLow and modelHigh are the range before.',
    },
    window: wholeHistory,
    young: {
      zh: '全部买家都预测，包括只买过一次的；新客的预测靠全店的规律。',
      en: 'everybody has a prediction, one-time buyers too; that of a new customer rests on the pattern of all.',
    },
    source: ownDefinition,
  },
  compute: (input) => clvSummaryTable(input, usualForecastOf(input)),
});
