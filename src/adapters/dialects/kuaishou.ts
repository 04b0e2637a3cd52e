import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of Kuaishou shops (快手小店), one row per order; the workbook is protected by a password. `实付款` (older
 * `订单应付金额`) is what the buyer paid; there is no refund amount: an after-sales status that says 退款成功 means all of it
 * went back. It tells no buyer but the receiver. `-` and `0` are blank ids. Source: genuine header rows and exports.
 */
export const kuaishou: Dialect = {
  id: 'kuaishou',
  title: { zh: '快手 小店订单导出', en: 'Kuaishou shop order export' },
  platform: 'kuaishou',
  marks: [
    ['订单号', '订单编号'],
    ['实付款', '订单应付金额'],
    ['CPS达人ID', '快赚客ID', '主播补贴', '混资活动优惠', '团长昵称'],
  ],
  not: ['选购商品', '子订单编号', '买家会员名'],
  grain: 'order',
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单号', '订单编号'),
    phone: text('收货人电话'),
    receiver: text('收货人姓名'),
    address: text('收货地址'),
    province: text('收货地址-省'),
    city: text('收货地址-市'),
    district: text('收货地址-区'),
    created: time('订单创建时间'),
    time: time('订单支付时间'),
    shipped: time('发货时间'),
    postage: money('快递费'),
    discount: money('店铺优惠'),
    paid: money('实付款', '订单应付金额'),
    quantity: count('成交数量'),
    title: text('商品名称'),
    sku: text('商品规格'),
    productCode: text('SKU编码'),
    product: text('商品ID'),
    price: money('商品单价'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf(
      {
        无售后: 'none',
        售后关闭: 'none',
        售后处理中: 'other',
        退款中: 'other',
        退款成功: 'refunded',
        售后成功: 'other',
      },
      '售后状态',
    ),
    memo: text('订单备注'),
  },
  statuses: {
    待付款: 'unpaid',
    待支付: 'unpaid',
    待发货: 'paid',
    已发货: 'shipped',
    已收货: 'completed',
    已完成: 'completed',
    交易成功: 'completed',
    交易关闭: 'closed',
    已关闭: 'closed',
    已取消: 'closed',
  },
};
