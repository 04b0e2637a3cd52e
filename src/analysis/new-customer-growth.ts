import { ownDefinition } from './common-words.js';
import { count, type Measures, measureTable, quotient, unknown } from './measure.js';
import { defineMetric } from './metric.js';
import { newCustomersIn } from './new-customers.js';
import { newnessNotes } from './notes/newness.js';
import { knowsCustomers } from './period.js';

/** New customers ÷ new customers of the days before − 1. Unknown without days before in which "new" can be believed. */
export const newCustomerGrowthMeasures: Measures = (input, period, before) => {
  const { historyStart } = input.scope;
  const believed = before !== null && (historyStart === null || before.window.from >= historyStart);
  if (!believed || !knowsCustomers(input)) return [unknown('newCustomerGrowth', 'ratio')];
  const now = count(newCustomersIn(input, period));
  const measure = quotient('newCustomerGrowth', 'ratio', now, count(newCustomersIn(input, before)));
  return [{ ...measure, value: measure.value === null ? null : measure.value - 1 }];
};

export const newCustomerGrowth = defineMetric({
  id: 'new-customer-growth',
  definition: {
    name: { zh: '新会员增长率', en: 'new-customer growth' },
    aliases: ['新会员增长率', '新客增长率', '新买家增长率', 'new customer growth', 'growth of new customers'],
    formula: {
      zh:
        '本期新买家数 ÷ 上期新买家数 − 1。新买家 = 历史上第一次购买就在本期的买家（--old-window N：统计期之前 N 天内没买过的买家）。\n' +
        '上期 = 上一个自然月、季、年，或紧挨着的同样天数。上期没有新买家或早于历史时留空。',
      en:
        'new customers of the window ÷ new customers of the period before − 1. new = first purchase ever is in the period (--old-window N: nothing bought in the N days before it).\n' +
        'The period before is the previous calendar month, quarter or year, else as many days directly before. Empty if it had none or starts before the history.',
    },
    window: {
      zh: '只在给了统计期时计算（--month 或 --from/--to）。',
      en: 'computed only with a window (--month or --from/--to).',
    },
    young: {
      zh: '历史刚开始时，老买家看上去也是新买家；--history-start 之前的首次购买不算“新”，上期早于它时留空。',
      en: 'where the history begins, old customers look new; a first purchase before --history-start is not "new", and a period before that starts earlier gives an empty value.',
    },
    source: ownDefinition,
  },
  compute: (input) =>
    measureTable('new-customer-growth', input, newCustomerGrowthMeasures, newnessNotes(input, input.scope.previous)),
});
