import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, onlyFirst, text, time } from '../fields.js';

/**
 * Order exports of the ERP 旺店通, one row per order or per product. `订单支付金额` and `应收金额` are the order's, `分摊后总价`
 * each product's own; how they stand on the rows is found from the data. One file holds orders of several platforms and
 * shops: 订单来源 and 店铺 tell which. The order is that of the platform (原始单号, 子单原始单号), else the number of the ERP. `客户网名`
 * is the buyer. The place is one cell (省市县: `浙江省 杭州市 西湖区`). There is no refund amount: a refund status that says 退款成功
 * means all of it went back. Source: genuine header rows.
 */
export const wangdiantong: Dialect = {
  id: 'wangdiantong',
  title: { zh: '旺店通 订单导出', en: 'Wangdiantong (旺店通) order export' },
  platform: 'wangdiantong',
  marks: [
    ['原始单号', '子单原始单号', '原始子单号'],
    ['客户网名', '店铺', '店铺名称', '仓库'],
    ['订单支付金额', '应收金额', '分摊后总价'],
  ],
  not: ['线上订单号', '内部订单号', '选购商品'],
  grain: 'product',
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('原始单号', '子单原始单号', '订单编号'),
    line: id('原始子单号'),
    buyer: text('客户网名'),
    phone: text('收件人手机', '手机', '电话'),
    receiver: text('收件人'),
    address: text('收货地址', '地址'),
    province: text('省市县', '收货地区'),
    created: time('交易时间'),
    time: time('付款时间'),
    shipped: time('发货时间'),
    total: money('应收金额'),
    postage: money('邮费'),
    discount: money('订单总优惠'),
    paid: onlyFirst(money('分摊后总价', '订单支付金额')),
    quantity: count('货品数量', '下单数量', '数量'),
    title: text('货品名称'),
    sku: text('规格名称'),
    productCode: text('商家编码'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf(
      {
        无退款: 'none',
        取消退款: 'none',
        申请退款: 'other',
        部分退款: 'other',
        已退款: 'refunded',
        退款成功: 'refunded',
      },
      '订单明细退款状态',
      '订单退款状态',
    ),
    platform: text('订单来源'),
    shop: text('店铺', '店铺名称'),
    memo: text('客服备注', '备注'),
  },
  statuses: {
    待付款: 'unpaid',
    未付款: 'unpaid',
    待审核: 'paid',
    已审核: 'paid',
    待发货: 'paid',
    部分发货: 'shipped',
    已发货: 'shipped',
    已签收: 'completed',
    已完成: 'completed',
    已取消: 'closed',
    已关闭: 'closed',
  },
};
