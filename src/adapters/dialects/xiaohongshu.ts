import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of Xiaohongshu shops (小红书), one row per product. `用户应付金额(元)` is what the buyer paid; exports without it have
 * `商家应收金额(元)（支付金额）`, with half- or full-width brackets. Whether an order of several products repeats its amounts on
 * their rows or splits them is found from the data. There is no refund amount: an after-sales status that says 退款成功
 * means all of it went back. 用户编号 is the buyer. Order numbers begin with P. Source: genuine header rows.
 */
export const xiaohongshu: Dialect = {
  id: 'xiaohongshu',
  title: { zh: '小红书 订单导出', en: 'Xiaohongshu order export' },
  platform: 'xiaohongshu',
  marks: [
    ['订单号'],
    ['用户应付金额(元)', '商家应收金额(元)(支付金额)'],
    ['小红书编码', 'SKU件数', 'SKU名称', '规格ID', '用户编号'],
  ],
  not: ['选购商品', '样式ID', '订单成交时间'],
  grain: 'product',
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单号'),
    buyer: text('用户编号'),
    phone: text('收件人电话'),
    receiver: text('收件人姓名'),
    address: text('收件人地址'),
    province: text('省'),
    city: text('市'),
    district: text('区'),
    created: time('订单创建时间'),
    time: time('支付时间'),
    shipped: time('订单发货时间'),
    completed: time('订单完成时间'),
    goods: money('商品总价(元)'),
    paid: money('用户应付金额(元)', '商家应收金额(元)(支付金额)'),
    quantity: count('SKU件数'),
    title: text('SKU名称', '商品名称'),
    sku: text('SKU规格'),
    productCode: text('商家编码', '条形码'),
    product: text('规格ID', '商品ID'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf(
      { 无售后: 'none', 售后关闭: 'none', 售后取消: 'none', 退款成功: 'refunded', 售后处理中: 'other' },
      '售后状态',
    ),
    shop: text('店铺名称'),
    memo: text('商家备注'),
  },
  statuses: {
    待付款: 'unpaid',
    待支付: 'unpaid',
    待发货: 'paid',
    待配货: 'paid',
    部分发货: 'shipped',
    已发货: 'shipped',
    待收货: 'shipped',
    已签收: 'completed',
    已完成: 'completed',
    已关闭: 'closed',
    已取消: 'closed',
  },
};
