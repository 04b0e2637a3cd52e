import type { Dialect } from '../dialect.js';
import { count, id, money, names, oneOf, text, time } from '../fields.js';

/**
 * The order export of Pinduoduo sellers (orders_export), one row per order; sellers tick the columns and their sequence.
 * It tells no buyer: receiver and phone are blank or encrypted, so such a file gives orders, not customers. There is no
 * refund amount: an order whose status or after-sales status says 退款成功 was refunded in full. `商家实收金额(元)` keeps its
 * value then and is not used. `订单成交时间` makes the day where `支付时间` was not ticked; where both are blank, the
 * order has the day of its creation, with which its number begins (260607-… is 7 June 2026); this is counted and said. Cells end in a TAB.
 * Source: genuine header rows and exports.
 */
export const pinduoduo: Dialect = {
  id: 'pinduoduo',
  title: { zh: '拼多多 订单导出（orders_export）', en: 'Pinduoduo order export (orders_export)' },
  platform: 'pinduoduo',
  marks: [
    ['用户实付金额(元)', '多多支付立减金额(元)'],
    ['订单号'],
    ['订单成交时间', '样式ID', '商家编码-规格维度', '商品数量(件)', '商家实收金额(元)', '售后状态'],
  ],
  not: ['小红书编码', '规格ID', '选购商品'],
  grain: 'order',
  createdIn: 'order',
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单号'),
    phone: text('用户购买手机号'),
    province: text('省'),
    city: text('市'),
    district: text('区'),
    created: time('订单成交时间'),
    time: time('支付时间'),
    shipped: time('发货时间'),
    completed: time('确认收货时间'),
    goods: money('商品总价(元)'),
    postage: money('邮费(元)'),
    paid: money('用户实付金额(元)'),
    received: money('商家实收金额(元)'),
    quantity: count('商品数量(件)'),
    title: text('商品'),
    sku: text('商品规格'),
    productCode: text('商家编码-规格维度', '商家编码-商品维度'),
    product: text('商品id', '样式ID'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf(
      { 无售后或售后取消: 'none', 无售后: 'none', 售后处理中: 'other', 退款成功: 'refunded' },
      '售后状态',
    ),
    shop: text('门店名称'),
    memo: text('商家备注'),
  },
  statuses: Object.fromEntries([
    ...names('待付款 · 待支付').map((status) => [status, 'unpaid'] as const),
    ...names('待发货').map((status) => [status, 'paid'] as const),
    ...names('已发货,待收货 · 已发货,待签收 · 已发货').map((status) => [status, 'shipped'] as const),
    ...names('已收货 · 已签收').map((status) => [status, 'completed'] as const),
    ...names('已取消').map((status) => [status, 'closed'] as const),
    ...names(`
    已取消,退款成功 · 未成交,退款成功 · 未发货,退款成功 · 待发货,退款成功 · 已发货,退款成功 · 已收货,退款成功 ·
    已签收,退款成功 · 退款成功`).map((status) => [status, 'refunded'] as const),
  ]),
};
