import type { Dialect } from '../dialect.js';
import { id, money, oneOf, time } from '../fields.js';

/**
 * The refund report of Taobao and Tmall sellers (退款管理), one row per refund. Its rows are no orders: those that
 * succeeded give the order of the order report beside it its refund and the day on which the money went back. Sales by
 * refund day (`--refunds refund-day`) need it. Source: genuine header rows.
 */
export const taobaoRefunds: Dialect = {
  id: 'taobao-refunds',
  title: { zh: '淘宝/天猫 退款报表（退款管理）', en: 'Taobao/Tmall refund report' },
  platform: 'taobao',
  marks: [['订单编号'], ['买家退款金额'], ['退款编号', '退款完结时间', '退款的申请时间', '退款状态']],
  not: [],
  grain: 'refund',
  refund: 'paid-is-gross',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单编号'),
    line: id('退款编号'),
    completed: time('退款完结时间', '完结时间'),
    refund: money('买家退款金额'),
    refundStatus: oneOf(
      {
        退款成功: 'refunded',
        退款关闭: 'none',
        '买家已经申请退款,等待卖家同意': 'other',
        '卖家已经同意退款,等待买家退货': 'other',
        '买家已经退货,等待卖家确认收货': 'other',
        卖家拒绝退款: 'other',
      },
      '退款状态',
    ),
  },
  statuses: {},
};
