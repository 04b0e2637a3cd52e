import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order report of Taobao and Tmall sellers (订单报表, ExportOrderList), 2011 to today, one row per order. The layout
 * changed at least seven times and sellers now tick the columns themselves, so columns are found by name alone.
 * `买家实际支付金额` (later `买家实付金额`) is what is left after refunds: 总金额 = paid + refund. `主订单编号` stands beside
 * `订单编号` since 2020 and may be blank: then the latter counts. A changed address wins over the first one.
 * Source: genuine header rows and exports.
 */
export const taobaoOrders: Dialect = {
  id: 'taobao-orders',
  title: { zh: '淘宝/天猫 订单报表（ExportOrderList）', en: 'Taobao/Tmall order report (ExportOrderList)' },
  platform: 'taobao',
  marks: [
    ['买家实际支付金额', '买家实付金额'],
    ['订单编号', '主订单编号', '买家会员名', '买家会员昵称', '宝贝标题', '订单付款时间', '订单创建时间'],
  ],
  not: [
    '子订单编号',
    '外部系统编号',
    '套餐信息',
    '购买数量',
    '退款状态',
    '商品属性',
    '商品价格',
    '退款编号',
    '买家退款金额',
    '退款完结时间',
    '退款的申请时间',
    '手工退款/系统退款',
    '货物状态',
    '货品标题',
    '卖家会员名',
    '选购商品',
  ],
  grain: 'order',
  splits: true,
  refund: 'paid-is-net',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('主订单编号', '订单编号'),
    buyer: text('买家会员名', '买家会员昵称'),
    account: text('买家支付宝账号'),
    phone: text('联系手机', '联系电话'),
    receiver: text('收货人姓名'),
    address: text('修改后的收货地址', '收货地址'),
    created: time('订单创建时间'),
    time: time('订单付款时间'),
    shipped: time('发货时间'),
    completed: time('确认收货时间'),
    total: money('总金额'),
    goods: money('买家应付货款'),
    postage: money('买家应付邮费'),
    paid: money('买家实际支付金额', '买家实付金额'),
    refund: money('退款金额'),
    received: money('打款商家金额', '确认收货打款金额'),
    quantity: count('宝贝总数量'),
    title: text('宝贝标题', '商品标题'),
    sku: text('商品属性SKU'),
    productCode: text('商家编码'),
    status: oneOf({}, '订单状态'),
    closeReason: oneOf({ 订单未关闭: 'none', 买家未付款: 'never-paid', 退款: 'refunded' }, '订单关闭原因'),
    shop: text('店铺名称', '店铺Id'),
    memo: text('商家备注', '订单备注', '商家备忘'),
  },
  statuses: {
    等待买家付款: 'unpaid',
    定金已付: 'deposit',
    '买家已付款,等待卖家发货': 'paid',
    卖家部分发货: 'shipped',
    '卖家已发货,等待买家确认': 'shipped',
    交易成功: 'completed',
    交易完成: 'completed',
    已收货: 'completed',
    已签收: 'completed',
    待评价: 'completed',
    已结算: 'completed',
    交易关闭: 'closed',
    '付款以后用户退款成功,交易自动关闭': 'refunded',
    退款成功: 'refunded',
  },
};
