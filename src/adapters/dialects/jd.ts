import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, text, time } from '../fields.js';

/**
 * The order export of JD marketplace sellers (京东 POP), one row per product; the order's amounts stand on each of its
 * rows and count once. `订单金额` is the list total, `应付金额` what the buyer had to pay. An order that JD split stays in
 * the file as `(删除)…`, or only its remark says 订单拆分为 … without naming the order itself: it is closed, its parts are
 * orders of their own. Money cells may carry a remark (`499.00（系统计算中，该值仅供参考）`). `下单帐号` is often hidden in newer files. There is no refund amount.
 * Source: genuine header rows of 2015 to 2018 and exports.
 */
export const jd: Dialect = {
  id: 'jd',
  title: { zh: '京东 POP 订单导出', en: 'JD marketplace order export' },
  platform: 'jd',
  marks: [
    ['订单号'],
    ['京东价', '结算金额', '订购数量', '商家应收'],
    ['应付金额', '订单金额', '付款确认时间', '下单帐号', '下单账号'],
  ],
  not: ['线上订单号', '小红书编码', '商品总价(元)', '选购商品'],
  grain: 'product',
  splitMemo: '订单拆分为',
  refund: 'none',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('订单号'),
    buyer: text('下单帐号', '下单账号'),
    account: text('邮箱地址'),
    phone: text('联系电话'),
    receiver: text('客户姓名'),
    address: text('客户地址'),
    created: time('下单时间'),
    time: time('付款确认时间'),
    completed: time('订单完成时间'),
    total: money('订单金额'),
    postage: money('运费金额'),
    paid: money('应付金额'),
    received: money('结算金额', '商家应收'),
    quantity: count('订购数量'),
    title: text('商品名称'),
    productCode: text('货号', '商家SKUID'),
    product: text('商品ID'),
    price: money('京东价'),
    status: oneOf({}, '订单状态'),
    memo: text('商家备注', '订单备注'),
  },
  statuses: {
    等待付款: 'unpaid',
    等待付款确认: 'unpaid',
    等待出库: 'paid',
    等待发货: 'paid',
    已出库: 'shipped',
    等待确认收货: 'shipped',
    完成: 'completed',
    已完成: 'completed',
    取消: 'closed',
    已取消: 'closed',
    '(删除)等待付款': 'closed',
    '(删除)等待出库': 'closed',
    '(删除)等待确认收货': 'closed',
    '(删除)完成': 'closed',
  },
};
