import { NONE } from '../model/orders.js';
import { ascending } from '../util/ascending.js';
import { inWindow, nobodyTooYoung } from './common-words.js';
import {
  count,
  type Measure,
  type Measures,
  measureTable,
  money,
  quotient,
  statistic,
  total,
  unknown,
} from './measure.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { unitsNotes } from './notes/units.js';
import type { Period } from './period.js';
import { quantile } from './statistics/quantile.js';

/** Orders, money per order (mean and median) and units per order. */
export const basketMeasures: Measures = (input, period) => {
  const net = new Float64Array(period.rows.length);
  let sum = 0;
  for (let i = 0; i < net.length; i++) {
    const own = input.orders.net[period.rows[i]!]!;
    net[i] = own;
    sum += own;
  }
  return [
    total('orders', 'count', net.length),
    quotient('perOrder', 'price', money(sum), count(net.length)),
    statistic('perOrderMedian', 'price', quantile(ascending(net), 0.5), net.length),
    unitsPerOrder(input, period),
  ];
};

/** Units ÷ orders over the orders whose units are known; unknown if none is. */
function unitsPerOrder({ orders }: AnalysisInput, { rows }: Period): Measure {
  let units = 0;
  let known = 0;
  for (let at = 0; at < rows.length; at++) {
    const own = orders.units[rows[at]!]!;
    if (own === NONE) continue;
    units += own;
    known++;
  }
  if (known === 0) return unknown('unitsPerOrder', 'number');
  return quotient('unitsPerOrder', 'number', count(units), count(known));
}

export const basket = defineMetric({
  id: 'basket',
  definition: {
    name: { zh: '笔单价与连带率', en: 'order value and units per order' },
    aliases: [
      '笔单价',
      '连带率',
      '件单数',
      '有效订单',
      'per order',
      'order value',
      'AOV',
      'average order value',
      'units per order',
      'valid orders',
    ],
    formula: {
      zh:
        '有效订单 = 已付款且实收净额 > 0 的订单（赠品、补差价等 0 元订单不算，--keep-zero 可计入）。\n' +
        '笔单价 = 有效订单的销售额 ÷ 有效订单数；旁边给出中位数，少数大单拉不动它。\n' +
        '连带率 = 件数 ÷ 有效订单数；件数不明的订单分子分母都不计，并注明有多少。',
      en:
        'valid orders = paid and net > 0 (gifts, price-difference links and other zero-price orders are not counted; --keep-zero counts them).\n' +
        'per order = Σ net of valid orders ÷ valid orders; the median stands beside it, which a few large orders cannot move.\n' +
        'units per order = units ÷ valid orders; orders with unknown units are in neither, and their number is said.',
    },
    window: inWindow,
    young: nobodyTooYoung,
    source: { zh: '自有定义；分位数为 R-7 法', en: 'own definition; quantiles are R-7' },
  },
  compute: (input) => measureTable('basket', input, basketMeasures, unitsNotes(input)),
});
