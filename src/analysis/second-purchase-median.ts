import { wholeHistory } from './common-words.js';
import { defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { historyStartNotes, wholeHistoryNotes } from './notes/window.js';
import { knowsCustomers } from './period.js';
import { secondPurchaseCurve } from './second-purchase-curve.js';
import { medianTime } from './statistics/kaplan-meier.js';

/** One row: who is in the second-purchase curve, and its median. */
export const secondPurchaseMedian = defineMetric({
  id: 'second-purchase-median',
  definition: {
    name: { zh: '二次购买中位天数', en: 'median time to the second purchase' },
    aliases: ['二次购买中位天数', '二购中位天数', 'median time to second purchase', 'median second purchase'],
    formula: {
      zh: '二次购买曲线 S 首次 ≤ ½ 的天数：一半买家在这么多天内再次购买。曲线没有降到 ½ 时留空。followedDays 是最长的观察天数。',
      en: 'first day on which the second-purchase curve S is ≤ ½: half of the customers have bought again by then. Empty if the curve does not get there. followedDays is the longest follow-up.',
    },
    window: wholeHistory,
    young: {
      zh: '与二次购买曲线相同：新来的买家只计入其被观察到的天数。它不同于“已经回来的买家的中位间隔”，后者不计没有回来的人。',
      en: 'as in the second-purchase curve: young customers count for the days they were observed. It is not the median gap of those who came back, which leaves out everybody who did not.',
    },
    source: { zh: 'E. L. Kaplan & P. Meier (1958)', en: 'E. L. Kaplan & P. Meier (1958)' },
  },
  compute: (input) => {
    const curve = secondPurchaseCurve(input);
    return {
      id: 'second-purchase-median',
      definition: 'second-purchase-median',
      window: input.scope.observed,
      columns: [
        { key: 'customers', unit: 'count' },
        { key: 'returned', unit: 'count' },
        { key: 'medianDays', unit: 'days' },
        { key: 'followedDays', unit: 'days' },
      ],
      rows: knowsCustomers(input)
        ? [[curve.customers, curve.returned, medianTime(curve), curve.last < 0 ? null : curve.last]]
        : [],
      view: 'plain',
      notes: [
        ...customerNotes(input, input.scope.observed),
        ...wholeHistoryNotes(input.scope),
        ...historyStartNotes(input.scope),
      ],
    };
  },
});
