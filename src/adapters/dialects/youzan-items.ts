import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The item export of Youzan shops (有赞商品明细), one row per product. `订单实付金额` and `运费` are the order's on each of its
 * rows and count once; `商品已退款金额` is each product's own. It has no buyer: with the order report beside it, the buyer
 * and the amounts are taken from there. Source: genuine header rows.
 */
export const youzanItems: Dialect = {
  id: 'youzan-items',
  title: { zh: '有赞 商品明细报表', en: 'Youzan item report' },
  platform: 'youzan',
  marks: [['订单号'], ['订单商品状态', '商品退款状态'], ['订单实付金额', '商品单价', '商品已退款金额']],
  not: ['订单抵用积分数', '商品种类数', '全部商品名称', '订单实际支付金额'],
  grain: 'product',
  own: ['refund'],
  refund: 'paid-is-gross',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单号'),
    created: time('订单创建时间'),
    time: time('买家付款时间'),
    postage: money('运费'),
    paid: money('订单实付金额'),
    refund: money('商品已退款金额'),
    quantity: count('商品数量'),
    title: text('商品名称'),
    sku: text('商品规格'),
    productCode: text('商品编码'),
    price: money('商品单价'),
    status: oneOf({}, '订单状态', '订单商品状态'),
    shop: text('归属店铺'),
  },
  statuses: {
    待付款: 'unpaid',
    等待买家付款: 'unpaid',
    待成团: 'paid',
    待接单: 'paid',
    待发货: 'paid',
    等待商家发货: 'paid',
    已发货: 'shipped',
    商家已发货: 'shipped',
    交易完成: 'completed',
    交易成功: 'completed',
    交易关闭: 'closed',
  },
};
