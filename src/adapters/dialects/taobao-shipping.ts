import type { Dialect } from '../dialect.js';
import { id, text, time } from '../fields.js';

/**
 * The shipping report of Taobao and Tmall sellers (发货报表), one row per parcel: in books of three sheets (订单报表,
 * 销售明细, 发货报表) only it has the receivers. Its rows are no orders: they lend the orders of the other sheets receiver,
 * phone and place. Source: such books.
 */
export const taobaoShipping: Dialect = {
  id: 'taobao-shipping',
  title: { zh: '淘宝/天猫 发货报表', en: 'Taobao/Tmall shipping report' },
  platform: 'taobao',
  marks: [
    ['订单编号', '主订单编号'],
    ['收货人姓名', '收货地址', '联系手机'],
    ['物流单号', '物流公司', '运单号'],
  ],
  not: [
    ...[
      '买家实际支付金额',
      '买家实付金额',
      '总金额',
      '买家应付货款',
      '实付款(元)',
      '货品总价(元)',
      '京东价',
      '商品价格',
    ],
    ...['订单状态', '实付金额', '金额', '支付金额', '订单金额', '退款编号', '原始单号', '线上订单号', '内部订单号'],
    ...['订单支付金额', '应收金额', '单品折扣后价格'],
  ],
  grain: 'parcel',
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('主订单编号', '订单编号'),
    phone: text('联系手机', '联系电话'),
    receiver: text('收货人姓名'),
    address: text('修改后的收货地址', '收货地址'),
    shipped: time('发货时间'),
  },
  statuses: {},
};
