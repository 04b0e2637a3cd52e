import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of Weidian shops (微店), one row per product; its names changed in June 2020. A row has the price of one
 * unit (商品价格, later 单品折扣后价格), so what was paid is price × units: postage and coupons of the whole order are not in
 * it. `退款金额` is the product's own. 下单账号 is the buyer's phone. Where several products are packed into one row their
 * prices cannot be told apart, and the row is rejected. Since 2020 the model stands in brackets at the end of the name and stays there.
 * UTF-8 and GBK by turns. Source: genuine header rows.
 */
export const weidian: Dialect = {
  id: 'weidian',
  title: { zh: '微店 订单导出', en: 'Weidian order export' },
  platform: 'weidian',
  marks: [
    ['订单编号'],
    ['商品价格', '单品折扣后价格'],
    ['下单账号', '下单模板信息', '分销商店铺ID', '客服指派退款', '是否已成团'],
  ],
  not: ['子订单编号', '外部系统编号', '买家会员名', '选购商品', '内部订单号', '原始单号'],
  grain: 'line',
  paidFrom: 'unit-price',
  refund: 'paid-is-gross',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单编号'),
    buyer: text('下单账号'),
    phone: text('收件人手机', '收件人/提货人手机号'),
    receiver: text('收件人姓名', '收件人/提货人姓名'),
    address: text('收货详细地址', '收货/提货详细地址'),
    province: text('省'),
    city: text('市'),
    district: text('区'),
    created: time('下单时间'),
    time: time('支付时间', '付款时间'),
    goods: money('单品折扣后价格', '商品价格'),
    refund: money('退款金额'),
    quantity: count('商品件数', '购买数量'),
    title: text('商品名称'),
    sku: text('商品型号'),
    productCode: text('商品编码'),
    product: id('商品id'),
    price: money('商品原始单价', '商品原价'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf({ 无退款: 'none', 退款关闭: 'none', 退款成功: 'refunded', 退款中: 'other' }, '退款状态'),
    memo: text('备注'),
  },
  statuses: {
    待付款: 'unpaid',
    待成团: 'paid',
    待发货: 'paid',
    已发货: 'shipped',
    已收货: 'completed',
    已完成: 'completed',
    交易完成: 'completed',
    已关闭: 'closed',
    交易关闭: 'closed',
    已退款: 'refunded',
  },
};
