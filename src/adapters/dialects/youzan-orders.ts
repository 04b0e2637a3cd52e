import type { Dialect } from '../dialect.js';
import { id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of Youzan shops (有赞), one row per order. `订单实付金额` is before refunds: net = paid − 订单已退款金额.
 * The buyer is known by 买家手机号; 买家昵称 is a WeChat nickname that several people may share, so it counts as an account
 * that only helps where the phone is masked. The header has 分销员 twice; `——` is blank. Source: genuine header rows.
 */
export const youzanOrders: Dialect = {
  id: 'youzan-orders',
  title: { zh: '有赞 订单报表', en: 'Youzan order report' },
  platform: 'youzan',
  marks: [['订单号'], ['订单实付金额'], ['订单抵用积分数', '归属店铺', '商品种类数', '收货人/提货人', '全部商品名称']],
  not: ['商品退款状态', '订单商品状态'],
  grain: 'order',
  refund: 'paid-is-gross',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单号'),
    buyer: text('买家手机号'),
    account: text('买家昵称'),
    phone: text('收货人手机号/提货人手机号'),
    receiver: text('收货人/提货人'),
    address: text('详细收货地址/提货地址'),
    province: text('收货人省份'),
    city: text('收货人城市'),
    district: text('收货人地区'),
    created: time('订单创建时间'),
    time: time('买家付款时间'),
    completed: time('交易成功时间'),
    total: money('应收订单金额'),
    goods: money('商品金额合计'),
    postage: money('运费'),
    discount: money('店铺优惠合计'),
    paid: money('订单实付金额'),
    refund: money('订单已退款金额'),
    received: money('订单实收金额'),
    title: text('全部商品名称'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf(
      { '退款成功(全额退款)': 'refunded', '退款成功(部分退款)': 'other', 退款中: 'other', 无退款: 'none' },
      '订单退款状态',
    ),
    shop: text('归属店铺'),
    memo: text('商家订单备注'),
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
