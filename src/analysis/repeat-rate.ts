import { ownDefinition, wilsonInterval } from './common-words.js';
import { type Measures, measureTable, rate, unknown } from './measure.js';
import { defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { knowsCustomers } from './period.js';

/** Customers with at least two purchases in the days ÷ customers with at least one. */
export const repeatRateMeasures: Measures = (input, { buyers, begin, end }) => {
  if (!knowsCustomers(input)) return [unknown('repeatRate', 'ratio')];
  let repeaters = 0;
  for (let buyer = 0; buyer < buyers.length; buyer++) if (end[buyer]! - begin[buyer]! >= 2) repeaters++;
  return [rate('repeatRate', repeaters, buyers.length)];
};

export const repeatRate = defineMetric({
  id: 'repeat-rate',
  definition: {
    name: { zh: '复购率', en: 'repeat rate' },
    aliases: [
      '复购率',
      '重复购买率',
      '回头率',
      'repeat rate',
      'repurchase rate',
      'repeat purchase rate',
      'repeat customer rate',
    ],
    formula: {
      zh:
        '统计期内购买 ≥ 2 次的买家 ÷ 统计期内购买 ≥ 1 次的买家。\n' +
        '购买 = 同一买家同一天的全部有效订单算一次：隔几分钟拆开下的单不是回头（--purchase order 则每单算一次）。\n' +
        wilsonInterval.zh,
      en:
        'customers with ≥ 2 purchases in the window ÷ customers with ≥ 1 in it.\n' +
        'purchase = all valid orders of one customer on one day: orders split minutes apart are not loyalty (--purchase order: each order).\n' +
        wilsonInterval.en,
    },
    window: {
      zh: '两次购买都要在统计期内；没有给统计期时是第一笔有效订单到截止日。统计期越短数值越低：一个季度的复购率天然低于一年的，只能与同样长的统计期比较。',
      en: 'both purchases lie in the window; without one, first valid order to as-of day. The shorter the window the lower the rate: a quarter is lower than a year by construction, so compare windows of equal length only.',
    },
    young: {
      zh: '刚来的买家也在分母里，还没有时间再来，会压低数值。要公平比较，请看 N 日复购率（repeat-within）。',
      en: 'customers who came just before the end are in the denominator though they had no time to return, which lowers the rate. The N-day repurchase rate (repeat-within) judges nobody too early.',
    },
    source: ownDefinition,
  },
  compute: (input) => measureTable('repeat-rate', input, repeatRateMeasures, customerNotes(input)),
});
