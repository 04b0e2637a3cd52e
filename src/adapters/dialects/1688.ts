import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of 1688 sellers, one row per product. Only the first row of an order names it and has its amounts (in
 * the workbook these cells are merged): rows without number and time go on with the order above. `实付款(元)` is what the
 * buyer paid: 货品总价 + 运费 + 涨价或折扣, the last of them negative for a discount. There is no refund amount.
 * Source: genuine header rows.
 */
export const alibaba1688: Dialect = {
  id: '1688',
  title: { zh: '1688 订单导出', en: '1688 order export' },
  platform: '1688',
  marks: [['订单编号'], ['实付款(元)', '货品总价(元)'], ['卖家会员名', '买家公司名', '涨价或折扣(元)', '货品标题']],
  not: ['买家实际支付金额', '买家实付金额', '选购商品'],
  grain: 'product',
  continues: true,
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单编号'),
    buyer: text('买家会员名'),
    phone: text('联系手机', '联系电话'),
    receiver: text('收货人姓名'),
    address: text('收货地址'),
    created: time('订单创建时间'),
    time: time('订单付款时间'),
    goods: money('货品总价(元)'),
    postage: money('运费(元)'),
    paid: money('实付款(元)'),
    quantity: count('数量'),
    title: text('货品标题'),
    sku: text('型号'),
    productCode: text('单品货号', '货号'),
    product: text('Offer ID', 'SKU ID'),
    price: money('单价(元)'),
    status: oneOf({}, '订单状态'),
    memo: text('买家留言'),
  },
  statuses: {
    等待买家付款: 'unpaid',
    待付款: 'unpaid',
    '买家已付款,等待卖家发货': 'paid',
    等待卖家发货: 'paid',
    待发货: 'paid',
    '卖家已发货,等待买家确认': 'shipped',
    等待买家确认收货: 'shipped',
    待收货: 'shipped',
    交易成功: 'completed',
    已收货: 'completed',
    交易关闭: 'closed',
    交易取消: 'closed',
    已取消: 'closed',
  },
};
