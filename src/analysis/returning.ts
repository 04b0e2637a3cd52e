import { count, type Measure, type Measures, measureTable, money, quotient, rate, unknown } from './measure.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { isNew } from './new-customers.js';
import { returningNotes } from './notes/returning.js';
import { customerSales, purchasesIn } from './per-customer.js';
import { knowsCustomers, type Period, periodOf } from './period.js';
import { returningWindow } from './returning-window.js';

/** Share of returning customers, of their purchases and of their sales. See the definition for the three bases. */
export const returningMeasures: Measures = (input, asked) => {
  const period = daysOfShare(input, asked);
  if (period === null || !knowsCustomers(input)) return noShares;
  const { customers, purchases, sales } = returningIn(input, period);
  return [
    rate('returningCustomers', customers, period.buyers.length),
    quotient('returningPurchases', 'ratio', count(purchases), count(purchasesIn(period))),
    quotient('returningSales', 'ratio', money(sales), money(customerSales(period))),
  ];
};

const noShares: readonly Measure[] = [
  unknown('returningCustomers', 'ratio'),
  unknown('returningPurchases', 'ratio'),
  unknown('returningSales', 'ratio'),
];

/** With a window the days asked for; without one the last complete calendar month, null when there is none. */
function daysOfShare(input: AnalysisInput, asked: Period): Period | null {
  if (input.scope.window !== null) return asked;
  const month = returningWindow(input.scope);
  return month === null ? null : periodOf(input, month);
}

/** All of a returning customer's purchases return; of a new one's all but the first, or none with `--old-window`. */
function returningIn(input: AnalysisInput, period: Period): { customers: number; purchases: number; sales: number } {
  const sum = { customers: 0, purchases: 0, sales: 0 };
  for (let buyer = 0; buyer < period.buyers.length; buyer++) {
    const begin = period.begin[buyer]!;
    if (!isNew(input, period, buyer)) {
      sum.customers++;
      sum.purchases += period.end[buyer]! - begin;
      sum.sales += period.net[buyer]!;
    } else if (input.scope.oldWindow === null) {
      sum.purchases += period.end[buyer]! - begin - 1;
      sum.sales += period.net[buyer]! - input.history.net[begin]!;
    }
  }
  return sum;
}

export const returning = defineMetric({
  id: 'returning',
  definition: {
    name: { zh: '老客占比', en: 'returning share' },
    aliases: [
      '老客占比',
      '老买家占比',
      '老客',
      '新客',
      '新老客',
      '新客占比',
      'returning share',
      'returning customers',
      'new vs returning',
      'returning purchases',
      'returning sales',
    ],
    formula: {
      zh:
        '三个口径，各写明：\n' +
        '买家 = 首次购买早于统计期的买家 ÷ 统计期内的买家（95 % Wilson 区间）；\n' +
        '购买 = 统计期内不是买家首次购买的购买次数 ÷ 全部购买次数；\n' +
        '销售额 = 这些购买的销售额 ÷ 有买家的订单的销售额。\n' +
        '--old-window N（生意参谋口径 N = 365）：统计期之前 N 天内买过的是老买家，其统计期内的全部购买都算老客，其余都算新客。\n' +
        '参考：零售业购买口径 20–30 % 为佳；历史不足 12 个月时不给参考。',
      en:
        'on three bases, each named:\n' +
        'customers = those whose first purchase is before the window ÷ customers who bought in it (Wilson 95 %);\n' +
        "purchases = purchases in the window that are not the customer's first ever ÷ all purchases in it;\n" +
        'sales = sales of those purchases ÷ sales of orders with a customer.\n' +
        '--old-window N (365 is the rule of 生意参谋): a customer who bought in the N days before the window is old, with all purchases in it; all others are new.\n' +
        'Benchmark: 20–30 % of purchases is good for retail; not shown with less than 12 months of history.',
    },
    window: {
      zh: '统计期；没有给统计期时取最后一个完整的自然月，并注明。统计期之前的历史用来认出老买家。',
      en: 'the window; without one the last complete calendar month, which is said. The history before it tells who is old.',
    },
    young: {
      zh: '统计期之前的历史不足 12 个月（或 --old-window 的天数）时，早先的老买家会被当成新买家，结果旁边会注明。首次购买早于 --history-start 的买家不算新买家；统计期不早于它时视为可信。',
      en: 'with less than 12 months of history before the window (or the days of --old-window) earlier customers look new, and a note says so. A first purchase before --history-start is not "new"; a window from that day on is believed.',
    },
    source: {
      zh: '自有定义；参考值来自零售经营经验',
      en: 'own definition; the benchmark is retail practice',
    },
  },
  compute: (input) => measureTable('returning', input, returningMeasures, returningNotes(input)),
});
