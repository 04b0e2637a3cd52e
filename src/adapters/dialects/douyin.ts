import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of Douyin shops (抖店), one row per sub-order. `订单应付金额` of a row is what the buyer paid for it;
 * there is no refund amount: a sub-order whose after-sales status says 退款成功 was refunded in full. Names, phones and
 * addresses are ciphertext (`##…`, `$$…`) and never become customers. `-` is blank; texts begin with a TAB inside their
 * quotes. Downloads that pack several products into one row (`;`) give one line with the whole amount.
 * Up to 2023 `商品金额` is the price of one unit. Source: genuine header rows and exports.
 */
export const douyin: Dialect = {
  id: 'douyin',
  title: { zh: '抖音 抖店订单导出', en: 'Douyin shop order export' },
  platform: 'douyin',
  marks: [['主订单编号'], ['子订单编号'], ['选购商品', '订单应付金额', '达人ID', '鲁班落地页ID']],
  not: ['买家会员名', '外部系统编号', '线上订单号'],
  grain: 'line',
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('主订单编号'),
    line: id('子订单编号'),
    phone: text('收件人手机号'),
    receiver: text('收件人'),
    address: text('详细地址'),
    province: text('省'),
    city: text('市'),
    district: text('区'),
    created: time('订单提交时间'),
    time: time('支付完成时间'),
    shipped: time('发货时间'),
    completed: time('订单完成时间'),
    postage: money('运费'),
    discount: money('优惠总金额'),
    paid: money('订单应付金额'),
    quantity: count('商品数量'),
    title: text('选购商品'),
    sku: text('商品规格'),
    productCode: text('商家编码', '货号'),
    product: text('商品ID'),
    price: money('商品单价', '商品金额'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf(
      {
        售后关闭: 'none',
        售后取消: 'none',
        售后处理中: 'other',
        退款中: 'other',
        退款成功: 'refunded',
        已全额退款: 'refunded',
      },
      '售后状态',
    ),
    memo: text('商家备注'),
  },
  statuses: {
    待支付: 'unpaid',
    待付款: 'unpaid',
    待发货: 'paid',
    备货中: 'paid',
    部分发货: 'shipped',
    已发货: 'shipped',
    已收货: 'completed',
    已完成: 'completed',
    已关闭: 'closed',
    已取消: 'closed',
  },
};
