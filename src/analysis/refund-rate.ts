import { inWindow, ownDefinition } from './common-words.js';
import { count, type Measures, measureTable, money, quotient, unknown } from './measure.js';
import { defineMetric } from './metric.js';
import { refundNotes } from './notes/refunds.js';
import { paidMoney } from './paid-money.js';

/** Refunded ÷ gross, and orders with a refund ÷ paid orders. A refund belongs to its order, in either refund view. */
export const refundRateMeasures: Measures = (input, { window }) => {
  if (!input.scope.refundsKnown) return [unknown('refundRateMoney', 'ratio'), unknown('refundRateOrders', 'ratio')];
  const paid = paidMoney(input, window);
  return [
    quotient('refundRateMoney', 'ratio', money(paid.refunded), money(paid.gross)),
    quotient('refundRateOrders', 'ratio', count(paid.withRefund), count(paid.orders)),
  ];
};

export const refundRate = defineMetric({
  id: 'refund-rate',
  definition: {
    name: { zh: '退款率', en: 'refund rate' },
    aliases: ['退款率', '金额退款率', '订单退款率', '退货率', 'refund rate', 'return rate of goods'],
    formula: {
      zh:
        '两个口径，都写明：\n按金额 = 退款金额 ÷ 退款前金额；\n按订单 = 有退款的订单 ÷ 已付款订单。\n' +
        '已付款订单 = 有效订单 + 已全额退款的订单，分子分母都包含全额退款的订单。退款归到原订单的那一天。',
      en:
        'on two bases, both named:\nmoney = refunded ÷ gross;\norders = orders with a refund ÷ paid orders.\n' +
        'paid orders = valid orders and those wholly refunded since; the wholly refunded are in numerator and denominator of both. A refund counts on the day of its order.',
    },
    window: inWindow,
    young: {
      zh: '最近 15 天的订单可能还会退款，数值会再升，结果旁边会注明。文件里没有退款信息时留空，不当作 0。',
      en: 'orders of the last 15 days may still be refunded, so the rate will rise; a note says so. Where the files tell nothing of refunds it is empty, not 0.',
    },
    source: ownDefinition,
  },
  compute: (input) => measureTable('refund-rate', input, refundRateMeasures, refundNotes(input)),
});
