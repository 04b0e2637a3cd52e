import type { Cell, Note } from '../model/report.js';
import { wholeHistory } from './common-words.js';
import { ladderRungs, type Rung } from './ladder-rungs.js';
import { lapsePointOf } from './lapse-day.js';
import { type AnalysisInput, defineMetric } from './metric.js';
import { customerNotes } from './notes/customers.js';
import { lapsePointNotes } from './notes/lapse-point.js';
import { note } from './notes/note.js';
import { historyStartNotes, wholeHistoryNotes } from './notes/window.js';
import { knowsCustomers } from './period.js';
import { quantile } from './statistics/quantile.js';
import { wilson } from './statistics/wilson.js';

/** The last rung shown: beyond it there are few customers, and often resellers. */
const HIGHEST = 20;

function row(rung: Rung, index: number): readonly Cell[] {
  const { customers, next, maturedCustomers, maturedNext, gaps } = rung;
  const interval = wilson(maturedNext, maturedCustomers);
  return [
    index + 1,
    customers,
    next,
    next / customers,
    maturedCustomers,
    maturedNext,
    maturedCustomers === 0 ? null : maturedNext / maturedCustomers,
    quantile(gaps, 0.5),
    quantile(gaps, 0.25),
    quantile(gaps, 0.75),
    quantile(gaps, 0.8),
    rung.net / rung.orders,
    interval?.low ?? null,
    interval?.high ?? null,
  ];
}

function notes(input: AnalysisInput, rungs: readonly Rung[]): readonly Note[] {
  const further = rungs[HIGHEST - 1]?.next ?? 0;
  const end = further === 0 ? [] : [note('info', 'ladder-end', { nth: HIGHEST, customers: further })];
  const { scope } = input;
  const customers = customerNotes(input, scope.observed);
  return [...customers, ...lapsePointNotes(input), ...end, ...wholeHistoryNotes(scope), ...historyStartNotes(scope)];
}

/** From purchase to purchase: how many reach the n-th, how many go on, how fast. */
export const orderLadder = defineMetric({
  id: 'order-ladder',
  definition: {
    name: { zh: '第 n 单阶梯', en: 'order ladder' },
    aliases: [
      '第n单',
      '第 n 单',
      '第n单阶梯',
      '购买阶梯',
      '复购阶梯',
      '二单率',
      '第二单转化率',
      'order ladder',
      'purchase ladder',
      'nth order',
    ],
    formula: {
      zh:
        '买家 = 到过第 n 次购买的买家；再买 = 其中目前已有第 n + 1 次购买的；再买率（至今）= 再买 ÷ 买家。\n' +
        '满期再买率 = 第 n 次购买后 LP 天内有第 n + 1 次的买家 ÷ 第 n 次购买日 + LP ≤ 截止日的买家；LP 为流失临界点；95 % Wilson 区间。\n' +
        '间隔 = 第 n 次到第 n + 1 次的天数：p25、中位数、p75、p80（R-7 法，只算已经再买的）。笔单价 = 第 n 次购买的销售额 ÷ 其订单数。列到第 20 次。',
      en:
        'customers = those who reached purchase n; next = of them, who have reached purchase n + 1 so far; rate so far = next ÷ customers.\n' +
        'matured rate = customers whose purchase n + 1 came ≤ LP days after purchase n ÷ customers who reached n on a day d with d + LP ≤ as-of day; LP is the lapse point; Wilson 95 %.\n' +
        'days between purchase n and n + 1: p25, median, p75, p80 (R-7, of those who went on). per order = sales of the n-th purchases ÷ their orders. Shown to the 20th.',
    },
    window: wholeHistory,
    young: {
      zh: '再买率（至今）包含刚买不久、还没时间再来的买家，只会随时间上升；满期再买率只看第 n 次购买已满 LP 天的买家，可以互相比较。首次购买早于 --history-start 的买家不计。',
      en: 'the rate so far contains customers who had no time yet to go on and can only rise; the matured rate looks only at those whose purchase n is at least LP days old, and can be compared. Customers first seen before --history-start are left out.',
    },
    source: { zh: '自有定义', en: 'own definition' },
  },
  compute: (input) => {
    const rungs = knowsCustomers(input) ? ladderRungs(input, lapsePointOf(input).days, HIGHEST) : [];
    return {
      id: 'order-ladder',
      definition: 'order-ladder',
      window: input.scope.observed,
      columns: [
        { key: 'nth', unit: 'count' },
        { key: 'customers', unit: 'count' },
        { key: 'next', unit: 'count' },
        { key: 'rate', unit: 'ratio' },
        { key: 'maturedCustomers', unit: 'count' },
        { key: 'maturedNext', unit: 'count' },
        { key: 'maturedRate', unit: 'ratio' },
        { key: 'medianDays', unit: 'days' },
        { key: 'p25', unit: 'days' },
        { key: 'p75', unit: 'days' },
        { key: 'p80', unit: 'days' },
        { key: 'perOrder', unit: 'price' },
        { key: 'maturedLow', unit: 'ratio' },
        { key: 'maturedHigh', unit: 'ratio' },
      ],
      rows: rungs.map(row),
      view: 'plain',
      notes: notes(input, rungs),
    };
  },
});
