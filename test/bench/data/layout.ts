import type { DemoOrder } from '../../../src/demo/order.js';
import { type TaobaoColumn, taobaoColumns } from '../../../src/demo/taobao-columns.js';

/** The order report as it was before 2020: 37 of today's 71 columns, in their order. */
const narrow = [
  ...['订单编号', '买家会员名', '支付单号', '支付详情', '买家应付货款', '买家应付邮费', '买家支付积分', '总金额'],
  ...['返点积分', '买家实际支付金额', '买家实际支付积分', '订单状态', '买家留言', '收货人姓名', '收货地址', '运送方式'],
  ...['联系电话', '联系手机', '订单创建时间', '订单付款时间', '宝贝标题', '宝贝种类', '物流单号', '物流公司'],
  ...['订单备注', '宝贝总数量', '店铺Id', '店铺名称', '订单关闭原因', '卖家服务费', '买家服务费', '发票抬头'],
  ...['是否手机订单', '分阶段订单信息', '退款金额', '确认收货时间', '打款商家金额'],
];

/** The columns of every file of the benchmark. */
export const columns: readonly TaobaoColumn[] = narrow.map((name) => {
  const found = taobaoColumns.find(({ header }) => header.trim() === name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
});

/** The header as the platform writes it, with its trailing blanks. */
export const header: readonly string[] = columns.map(({ header }) => header);

/** The columns a peer reads, by position: just those that the import reads. */
export const needed: readonly number[] = [
  ...['订单编号', '买家会员名', '买家应付货款', '买家应付邮费', '总金额', '买家实际支付金额', '订单状态', '收货人姓名'],
  ...[
    '收货地址',
    '联系电话',
    '联系手机',
    '订单创建时间',
    '订单付款时间',
    '宝贝标题',
    '订单备注',
    '宝贝总数量',
    '店铺Id',
  ],
  ...['店铺名称', '订单关闭原因', '退款金额', '确认收货时间'],
].map((name) => narrow.indexOf(name));

/** Of these, amounts and times; the others are texts. */
export const amounts: readonly number[] = placesOf(
  '买家应付货款',
  '买家应付邮费',
  '总金额',
  '买家实际支付金额',
  '退款金额',
);
export const times: readonly number[] = placesOf('订单创建时间', '订单付款时间', '确认收货时间');
/** Texts that reading keeps as they are: the import looks them up when somebody asks. */
export const kept: readonly number[] = placesOf('收货人姓名', '收货地址');

/** Positions of the columns that are summed or counted to compare answers. */
export const checked = {
  order: narrow.indexOf('订单编号'),
  buyer: narrow.indexOf('买家会员名'),
  paid: narrow.indexOf('买家实际支付金额'),
} as const;

/** The cells of an order: text, or fen and counts as numbers. */
export function cellsOf(order: DemoOrder): (string | number)[] {
  return columns.map(({ cell }) => cell(order));
}

function placesOf(...names: readonly string[]): readonly number[] {
  return names.map((name) => narrow.indexOf(name));
}
