import type { Dialect } from '../dialect.js';
import { count, id, money, oneOf, onlyFirst, text, time } from '../fields.js';

/**
 * Order exports of the ERP 聚水潭, one row per product. `买家实付` is each product's own, `已付金额` and `应付金额` are the
 * order's; whether they stand on each row, on the first or are split is found from the data. The order is that of the
 * online shop (线上订单号; several of them joined by a comma are one order that the ERP put together), so an export of the
 * platform beside it tells of the same orders: 平台站点 says which platform. Orders typed in by hand have no online number
 * and keep that of the ERP. Ids stand as `="…"`, amounts with commas for thousands. Source: genuine header rows.
 */
export const jushuitan: Dialect = {
  id: 'jushuitan',
  title: { zh: '聚水潭 订单导出', en: 'Jushuitan (聚水潭) order export' },
  platform: 'jushuitan',
  marks: [
    ['线上订单号', '原始线上订单号', '内部订单号'],
    ['已付金额', '应付金额', '买家实付'],
    ['内部订单号', '线上子订单编号', '原始线上订单号', '平台站点', '收入运费'],
  ],
  not: ['原始单号', '小红书编码', '选购商品', '京东价'],
  grain: 'product',
  refund: 'paid-is-gross',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {
    order: id('线上订单号', '原始线上订单号', '内部订单号'),
    line: id('线上子订单编号', '子订单编号'),
    buyer: text('买家账号', '买家ID'),
    phone: text('手机', '收货人手机'),
    receiver: text('收货人', '收货人姓名'),
    address: text('地址', '收货地址'),
    province: text('省', '省份'),
    city: text('市', '城市'),
    district: text('区县'),
    created: time('下单时间', '订单日期'),
    time: time('付款日期', '付款时间'),
    shipped: time('发货日期'),
    total: money('应付金额'),
    goods: money('商品金额'),
    postage: money('收入运费'),
    discount: money('优惠金额'),
    paid: onlyFirst(money('买家实付', '已付金额')),
    refund: money('订单退款金额'),
    quantity: count('数量', '销售数量'),
    title: text('商品名称'),
    sku: text('颜色规格', '颜色及规格'),
    productCode: text('商品编码', '款号'),
    price: money('原价', '商品单价'),
    status: oneOf({}, '订单状态', '状态'),
    platform: text('平台站点'),
    shop: text('店铺名称', '店铺'),
    memo: text('卖家备注', '订单备注'),
  },
  statuses: {
    待付款: 'unpaid',
    已付款待审核: 'paid',
    已客审待财审: 'paid',
    等供销商发货: 'paid',
    发货中: 'paid',
    异常: 'paid',
    已发货: 'shipped',
    已签收: 'completed',
    交易成功: 'completed',
    取消: 'closed',
    已取消: 'closed',
    被合并: 'closed',
    被拆分: 'closed',
  },
};
