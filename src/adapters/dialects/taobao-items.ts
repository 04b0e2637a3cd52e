import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The item report of Taobao and Tmall sellers (宝贝报表, ExportOrderDetailList, later ExportItemList), one row per product
 * line of an order. It has no buyer. Here the paid amount is the one at the deal: net = paid − refund, the opposite of
 * the order report. Old files have one field more in their rows than in their header; it is blank.
 * 价格 is the list price of one unit. Source: genuine header rows and exports.
 */
export const taobaoItems: Dialect = {
  id: 'taobao-items',
  title: { zh: '淘宝/天猫 宝贝报表（ExportOrderDetailList）', en: 'Taobao/Tmall item report (ExportOrderDetailList)' },
  platform: 'taobao',
  marks: [
    ['订单编号', '主订单编号'],
    ['标题', '商品标题', '宝贝标题'],
    ['外部系统编号', '套餐信息', '子订单编号', '商品属性', '商品价格', '退款状态', '购买数量'],
  ],
  not: [
    '买家会员名',
    '买家会员昵称',
    '总金额',
    '宝贝总数量',
    '退款编号',
    '买家退款金额',
    '退款完结时间',
    '退款的申请时间',
    '手工退款/系统退款',
    '货物状态',
    '货品标题',
    '选购商品',
    '商品型号',
    '下单账号',
    '收件人手机',
    '商品总价(元)',
  ],
  grain: 'line',
  refund: 'paid-is-gross',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('主订单编号', '订单编号'),
    line: id('子订单编号'),
    created: time('订单创建时间'),
    time: time('订单付款时间'),
    shipped: time('发货时间'),
    goods: money('买家应付货款'),
    paid: money('买家实付金额', '买家实际支付金额'),
    refund: money('退款金额'),
    quantity: count('购买数量'),
    title: text('商品标题', '宝贝标题', '标题'),
    sku: text('商品属性'),
    productCode: text('商家编码', '外部系统编号'),
    product: id('商品ID'),
    price: money('商品价格', '价格'),
    status: oneOf({}, '订单状态'),
    refundStatus: oneOf(
      {
        没有申请退款: 'none',
        退款关闭: 'none',
        '买家已经申请退款,等待卖家同意': 'other',
        '卖家已经同意退款,等待买家退货': 'other',
        '买家已经退货,等待卖家确认收货': 'other',
        卖家拒绝退款: 'other',
        退款成功: 'refunded',
      },
      '退款状态',
    ),
    memo: text('商家备注', '主订单备注'),
  },
  statuses: {
    等待买家付款: 'unpaid',
    定金已付: 'deposit',
    '买家已付款,等待卖家发货': 'paid',
    卖家部分发货: 'shipped',
    '卖家已发货,等待买家确认': 'shipped',
    交易成功: 'completed',
    交易完成: 'completed',
    交易关闭: 'closed',
    '付款以后用户退款成功,交易自动关闭': 'refunded',
    退款成功: 'refunded',
  },
};
