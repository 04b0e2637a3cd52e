import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of WeChat shops (微信小店, 视频号小店), one row per product. The order's amounts stand on each of its rows
 * and count once; `商品已退款金额` is each product's own. `订单实际支付金额` is before refunds. There is no buyer but the receiver.
 * Source: genuine header rows.
 */
export const wechatShop: Dialect = {
  id: 'wechat-shop',
  title: { zh: '微信小店/视频号小店 订单导出', en: 'WeChat shop order export' },
  platform: 'wechat',
  marks: [
    ['订单号'],
    ['订单实际支付金额', '订单实际收款金额'],
    ['商品编码(平台)', '商品价格(单件)', '商品售后', '订单下单时间', '商品已退款金额'],
  ],
  not: ['商品退款状态', '订单实付金额', '选购商品'],
  grain: 'product',
  own: ['refund'],
  refund: 'paid-is-gross',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单号'),
    phone: text('收件人手机'),
    receiver: text('收件人姓名'),
    address: text('收件人地址'),
    province: text('省'),
    city: text('市'),
    district: text('区'),
    created: time('订单下单时间'),
    time: time('支付时间'),
    shipped: time('订单发货时间'),
    completed: time('订单确认收货时间'),
    goods: money('商品总价'),
    postage: money('订单运费'),
    paid: money('订单实际支付金额'),
    refund: money('商品已退款金额'),
    received: money('订单实际收款金额'),
    quantity: count('商品数量'),
    title: text('商品名称'),
    sku: text('商品属性'),
    productCode: text('SKU编码(自定义)', '商品编码(自定义)'),
    product: text('商品编码(平台)'),
    price: money('商品价格(单件)'),
    status: oneOf({}, '订单状态'),
    memo: text('商家备注'),
  },
  statuses: {
    待付款: 'unpaid',
    待发货: 'paid',
    部分发货: 'shipped',
    已发货: 'shipped',
    待收货: 'shipped',
    已完成: 'completed',
    已取消: 'closed',
    交易关闭: 'closed',
    全部商品售后之后订单取消: 'closed',
  },
};
