import { sumAt } from '../util/sums.js';
import { inWindow, ownDefinition } from './common-words.js';
import { type Measures, measureTable, total, unknown } from './measure.js';
import { defineMetric } from './metric.js';
import { refundNotes } from './notes/refunds.js';
import { paidMoney } from './paid-money.js';
import { refundsByDay } from './refund-day.js';

/**
 * Sales, gross and refunded: gross − refunded = sales, exactly, in either view of the refunds. Without any word of
 * refunds in the files gross and refunded are unknown: "paid" may already be net of them.
 */
export const salesMeasures: Measures = (input, { window, rows }) => {
  const { orders, scope } = input;
  const net = sumAt(orders.net, rows);
  if (!scope.refundsKnown) {
    return [total('sales', 'money', net), unknown('gross', 'money'), unknown('refunded', 'money')];
  }
  const paid = paidMoney(input, window);
  const byRefundDay = scope.refunds === 'refund-day';
  const refunded = byRefundDay ? refundsByDay(input, window).refunded : paid.refunded;
  return [
    total('sales', 'money', byRefundDay ? paid.gross - refunded : net),
    total('gross', 'money', paid.gross),
    total('refunded', 'money', refunded),
  ];
};

export const sales = defineMetric({
  id: 'sales',
  definition: {
    name: { zh: '销售额', en: 'sales' },
    aliases: ['销售额', '成交额', '净销售额', '退款金额', 'sales', 'revenue', 'net sales', 'gross', 'refunded', 'GMV'],
    formula: {
      zh:
        '销售额 = 有效订单的实收净额之和。实收净额 = 实付 − 退款，含邮费（--exclude-postage 去掉邮费）。\n' +
        '退款前金额 = 已付款订单退款前的实付之和；退款金额 = 这些订单的退款之和。已付款订单 = 有效订单 + 已全额退款的订单。\n' +
        '退款前金额 − 退款金额 = 销售额，一分不差。文件里没有任何退款信息时，后两项留空。\n' +
        '退款默认记在原订单的那一天；--refunds refund-day 改为记在退款当天，只改变销售额和退款金额。',
      en:
        'sales = Σ net of valid orders. net = paid − refunded, postage included (--exclude-postage takes it out).\n' +
        'gross = Σ paid before refunds, refunded = Σ refunds, both over paid orders: valid ones and those wholly refunded since.\n' +
        'gross − refunded = sales, to the cent. Where the files tell nothing of refunds, gross and refunded are empty.\n' +
        'A refund counts on the day of its order; with --refunds refund-day on the day it was paid back, which changes sales and refunded only.',
    },
    window: inWindow,
    young: {
      zh: '最近 15 天的订单可能还会退款，结果旁边会注明。',
      en: 'orders of the last 15 days may still be refunded; a note beside the result says so.',
    },
    source: ownDefinition,
  },
  compute: (input) => measureTable('sales', input, salesMeasures, refundNotes(input)),
});
