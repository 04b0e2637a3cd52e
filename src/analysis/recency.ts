import type { Cell } from '../model/report.js';
import { nobodyTooYoung, ownDefinition, wholeHistory, wilsonInterval } from './common-words.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { wholeHistoryNotes } from './notes/window.js';
import { knowsCustomers } from './period.js';
import { classAt, type RecencyClass, recencyClasses } from './recency-class.js';
import { wilson } from './statistics/wilson.js';

/** What the customers of one class have done up to the as-of day. */
interface ClassSums {
  customers: number;
  oneTime: number;
  purchases: number;
  /** Minor units. */
  sales: number;
}

/** One walk over the purchases. */
function sumsOf({ history, scope }: AnalysisInput, classes: readonly RecencyClass[]): readonly ClassSums[] {
  const sums = classes.map(() => ({ customers: 0, oneTime: 0, purchases: 0, sales: 0 }));
  const first = scope.observed?.from ?? scope.asOf;
  const classOf = Int32Array.from({ length: scope.asOf - first + 1 }, (_, day) => classAt(classes, first + day));
  for (let customer = 0; customer < history.customers; customer++) {
    const begin = history.offsets[customer]!;
    const end = history.offsets[customer + 1]!;
    const sum = sums[classOf[history.day[end - 1]! - first]!]!;
    sum.customers++;
    sum.purchases += end - begin;
    if (end - begin === 1) sum.oneTime++;
    for (let purchase = begin; purchase < end; purchase++) sum.sales += history.net[purchase]!;
  }
  return sums;
}

function row({ key, from, to }: RecencyClass, sum: ClassSums, all: number): readonly Cell[] {
  const { customers, oneTime, purchases, sales } = sum;
  const interval = wilson(customers, all);
  const share = all === 0 ? null : customers / all;
  const each = (part: number) => (customers === 0 ? null : part / customers);
  const means = [sales, each(sales), each(purchases), each(oneTime)];
  return [key, from, to, customers, share, ...means, oneTime, interval?.low ?? null, interval?.high ?? null];
}

/** Customers by the time since their last purchase. */
export const recency = defineMetric({
  id: 'recency',
  definition: {
    name: { zh: '活跃度分层', en: 'recency classes' },
    aliases: [
      ...[
        '活跃度',
        '活跃',
        '热',
        '温',
        '睡眠',
        '预流失',
        '热客',
        '温客',
        '睡眠客户',
        '预流失客户',
        '流失客户',
        '活跃客户',
      ],
      ...['recency', 'active', 'hot', 'warm', 'sleeping', 'aboutToLeave', 'about to leave', 'lost', 'recency class'],
    ],
    formula: {
      zh:
        '按最近一次购买距截止日的时间，每位买家恰好在一层。分界是截止日往前 1、3、6、12 个自然月的同一天（当月没有这一天就取月末），当天算较近的一层：\n' +
        '热：1 个月内；温：1–3 个月；睡眠：3–6 个月；预流失：6–12 个月；流失：12 个月以上。活跃 = 热 + 温。\n' +
        '用途：热——当月再卖、上新；温——再卖、上新；睡眠——告知优惠；预流失——给更大的优惠；流失——问原因，决定挽回或放手。\n' +
        '--edges 30,60,90,180,365 改按天数分层：0–30 天、31–60 天……366 天以上。每层：买家数、占比、累计销售额、客单价、人均购买次数、只买过一次的占比。\n' +
        wilsonInterval.zh,
      en:
        'by the time from the last purchase to the as-of day; every customer is in exactly one class. Boundaries are the same day 1, 3, 6, 12 calendar months before (the last of the month where it has no such day); the day itself belongs to the more recent class:\n' +
        'hot: within 1 month; warm: 1–3; sleeping: 3–6; about to leave: 6–12; lost: beyond 12 months. active = hot + warm.\n' +
        'What for: hot – second sale within the month, new items; warm – second sale, new items; sleeping – tell them of an offer; about to leave – a larger offer; lost – ask why, win back or let go.\n' +
        '--edges 30,60,90,180,365 makes classes of days: 0–30, 31–60 … 366 and more. Per class: customers, share, sales to date, sales and purchases per customer, share of one-time buyers.\n' +
        wilsonInterval.en,
    },
    window: wholeHistory,
    young: nobodyTooYoung,
    source: ownDefinition,
  },
  compute: (input) => {
    const classes = recencyClasses(input.scope.asOf, input.scope.edges);
    const sums = sumsOf(input, classes);
    const isKnown = knowsCustomers(input) && input.scope.observed !== null;
    return {
      id: 'recency',
      definition: 'recency',
      window: input.scope.observed,
      columns: [
        { key: 'class', unit: 'text' },
        { key: 'from', unit: 'date' },
        { key: 'to', unit: 'date' },
        { key: 'customers', unit: 'count' },
        { key: 'share', unit: 'ratio' },
        { key: 'sales', unit: 'money' },
        { key: 'perCustomer', unit: 'price' },
        { key: 'purchasesPerCustomer', unit: 'number' },
        { key: 'oneTimeShare', unit: 'ratio' },
        { key: 'oneTimeCustomers', unit: 'count' },
        { key: 'low', unit: 'ratio' },
        { key: 'high', unit: 'ratio' },
      ],
      rows: isKnown ? classes.map((one, index) => row(one, sums[index]!, input.history.customers)) : [],
      view: 'bars',
      notes: [...customerNotes(input, input.scope.observed), ...wholeHistoryNotes(input.scope)],
    };
  },
});
