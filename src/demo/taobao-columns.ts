import { civilOf, dayOfSeconds, SECONDS_A_DAY, type Seconds } from '../util/calendar.js';
import type { DemoOrder } from './order.js';
import { shopName } from './shop.js';

/** How a cell is written: `id` as ="…" in text files, `money` with two decimals, `count` as it is. */
export type CellKind = 'id' | 'text' | 'money' | 'count';

/** A column of the export: header as the platform writes it (with its trailing blanks), and where its cells come from. */
export interface TaobaoColumn {
  readonly header: string;
  readonly kind: CellKind;
  /** Money in fen. */
  readonly cell: (order: DemoOrder) => string | number;
}

const statuses: Readonly<Record<DemoOrder['outcome'], readonly [string, string]>> = {
  waiting: ['等待买家付款', '等待买家付款'],
  'never-paid': ['交易关闭', '交易关闭'],
  paid: ['买家已付款，等待卖家发货', '买家已付款,等待卖家发货'],
  shipped: ['卖家已发货，等待买家确认', '卖家已发货,等待买家确认'],
  completed: ['交易成功', '交易成功'],
  refunded: ['交易关闭', '付款以后用户退款成功，交易自动关闭'],
};

/** The order report of 2022 to 2024 (71 columns): what the buyer paid is already net of refunds. */
export const taobaoColumns: readonly TaobaoColumn[] = [
  id('订单编号', ({ number }) => number),
  text('买家会员名', ({ buyer }) => buyer),
  text('买家会员昵称', ({ maskedBuyer }) => maskedBuyer),
  id('支付单号', paymentNumber),
  text('支付详情', ({ paidAt }) => (paidAt === null ? '' : '支付方式：支付宝余额支付')),
  money('买家应付货款', ({ goods }) => goods),
  money('买家应付邮费', ({ postage }) => postage),
  count('买家支付积分', () => 0),
  money('总金额', ({ total }) => total),
  count('返点积分', () => 0),
  money('买家实际支付金额', received),
  count('买家实际支付积分', () => 0),
  text('订单状态', (order) => statuses[order.outcome][order.createdAt % 5 === 0 ? 1 : 0]),
  text('买家留言', ({ message }) => message),
  text('收货人姓名', ({ receiver }) => receiver),
  text('收货地址 ', address),
  text('运送方式', () => '快递'),
  text('联系电话 ', () => ''),
  text('联系手机', ({ phone }) => `'${phone}`),
  text('虚拟号过期时间', () => 'null'),
  text('订单创建时间', ({ createdAt }) => moment(createdAt)),
  text('订单付款时间 ', ({ paidAt }) => moment(paidAt)),
  text('宝贝标题 ', ({ lines }) => lines.map(({ title }) => title).join('，')),
  count('宝贝种类 ', ({ lines }) => lines.length),
  text('物流单号 ', ({ tracking }) => (tracking === '' ? '' : `No:${tracking}`)),
  text('物流公司', ({ carrier }) => carrier),
  text('订单备注', ({ memo }) => (memo === '' ? "'null" : memo)),
  count('宝贝总数量', ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0)),
  text('店铺Id', () => '0'),
  text('店铺名称', () => shopName),
  text('订单关闭原因', closeReason),
  text('卖家服务费', () => '0'),
  text('买家服务费', () => '0元'),
  text('发票抬头', () => ''),
  text('是否手机订单', ({ mobile }) => (mobile ? '手机订单' : '')),
  text('分阶段订单信息', ({ presale }) => (presale ? '阶段1：定金；阶段2：尾款' : '')),
  id('特权订金订单id', () => ''),
  text('是否上传合同照片', () => '否'),
  text('是否上传小票', () => '否'),
  text('是否代付', () => '否'),
  text('定金排名', () => ''),
  text('修改后的sku', () => ''),
  text('修改后的收货地址', () => 'null'),
  text('异常信息', () => ''),
  text('天猫卡券抵扣', () => ''),
  text('集分宝抵扣', () => ''),
  text('是否是O2O交易', () => ''),
  ...['新零售交易类型', '新零售导购门店名称', '新零售导购门店id', '新零售发货门店名称', '新零售发货门店id'].map(empty),
  money('退款金额', ({ refund }) => refund),
  text('预约门店', () => ''),
  text('确认收货时间', ({ completedAt }) => moment(completedAt) || 'null'),
  text('打款商家金额', (order) => (order.completedAt === null ? '0.00元' : `${yuan(received(order))}元`)),
  text('含应开票给个人的个人红包', () => ''),
  text('是否信用购', () => '否'),
  ...['体验期结束时间', '前N有礼', '配送类型', '直播返现状态', '返现金额', '延迟发货自动赔付金额'].map(empty),
  ...['新零售成交门店昵称', '新零售成交门店id', '新零售成交经销商id'].map(empty),
  text('预售订单', ({ presale }) => (presale ? '预售订单' : '')),
  text('发货时间', ({ shippedAt }) => moment(shippedAt) || 'null'),
  text('商家备忘', ({ memo }) => memo || 'null'),
  id('主订单编号', ({ number }) => number),
];

/** Fen as yuan with two decimals. */
export function yuan(minor: number): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What the buyer paid, refunds taken off. */
function received({ paidAt, total, refund }: DemoOrder): number {
  return paidAt === null ? 0 : total - refund;
}

function paymentNumber({ paidAt, number }: DemoOrder): string {
  return paidAt === null ? '' : `${moment(paidAt).slice(0, 10).replaceAll('-', '')}2200${number.slice(3)}`;
}

function closeReason({ outcome }: DemoOrder): string {
  if (outcome === 'never-paid') return '买家未付款';
  return outcome === 'refunded' ? '退款' : '订单未关闭';
}

function address({ destination: { province, city, district, street, zip } }: DemoOrder): string {
  return `${province} ${city} ${district} ${street}(${zip})`;
}

function moment(seconds: Seconds | null): string {
  if (seconds === null) return '';
  const { year, month, day } = civilOf(dayOfSeconds(seconds));
  const time = seconds % SECONDS_A_DAY;
  const clock = `${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}`;
  return `${year}-${two(month)}-${two(day)} ${clock}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function id(header: string, cell: (order: DemoOrder) => string): TaobaoColumn {
  return { header, kind: 'id', cell };
}

function text(header: string, cell: (order: DemoOrder) => string): TaobaoColumn {
  return { header, kind: 'text', cell };
}

function money(header: string, cell: (order: DemoOrder) => number): TaobaoColumn {
  return { header, kind: 'money', cell };
}

function count(header: string, cell: (order: DemoOrder) => number): TaobaoColumn {
  return { header, kind: 'count', cell };
}

function empty(header: string): TaobaoColumn {
  return text(header, () => '');
}
