import fc from 'fast-check';
import { dayOf, isoDay } from '../../src/util/calendar.js';
import { hostile } from '../reporters/hostile.js';

/** A file as a property draws it. */
export type DrawnFile = readonly [name: string, text: string];

const FIRST = dayOf(2024, 1, 1);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const table = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [header, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');

const moment = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.constantFrom('', ' 00:00', ' 09:30', ' 09:30:15', ' 23:59:59'))
  .map(([days, time]) => isoDay(FIRST + days) + time);
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: '', freq: 4 });
const amount = fc.constantFrom('0', '1', '19.99', '50', '100', '0.005', '-3', '1,234.50');
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('甲', '乙', 'a*n', "''tis", '="x"', '无') },
  { weight: 1, arbitrary: fc.constantFrom(...hostile) },
);
const number = fc.constantFrom('1', '2', '3', '4', '35100000000000579', '0000000000000000001');
const status = fc.constantFrom('等待买家付款', '买家已付款，等待卖家发货', '交易成功', '交易关闭', '没见过的状态', '');
const reason = fc.constantFrom('订单未关闭', '买家未付款', '退款', '');
const units = maybe(fc.constantFrom('1', '2', '30'));
const place = fc.constantFrom('', '广东省 深圳市 南山区 示例路1号', '上海 上海市 浦东新区 示例路2号', '****');

const taobaoColumns: Readonly<Record<string, fc.Arbitrary<string>>> = {
  买家会员名: maybe(name),
  联系手机: maybe(fc.constantFrom("'13900000001", '+86 13900000002', '1**********')),
  收货人姓名: maybe(name),
  收货地址: place,
  总金额: maybe(amount),
  买家应付邮费: maybe(fc.constantFrom('0', '6')),
  退款金额: maybe(fc.constantFrom('0', '1', '19.99', '无退款申请')),
  订单状态: status,
  订单关闭原因: reason,
  订单创建时间: moment,
  订单付款时间: maybe(moment),
  确认收货时间: maybe(moment),
  宝贝标题: maybe(name),
  宝贝总数量: units,
  店铺名称: fc.constantFrom('', '一店', '二店'),
  商家备注: maybe(name),
};

/** An order report of Taobao with some of its columns. */
const taobao = fc
  .tuple(fc.subarray(Object.keys(taobaoColumns)), fc.boolean())
  .chain(([some, numbered]) => {
    const columns = ['买家实际支付金额', ...(numbered ? ['订单编号'] : []), ...new Set([...some, '订单创建时间'])];
    const cells = columns.map((key) => (key === '订单编号' ? number : (taobaoColumns[key] ?? maybe(amount))));
    return fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 7 }).map((rows) => table(columns, rows));
  })
  .map((text): DrawnFile => ['taobao.csv', text]);

const items = fc
  .array(fc.tuple(number, number, name, amount, units, status, amount, moment, moment), { minLength: 1, maxLength: 6 })
  .map((rows): DrawnFile => {
    const header = [
      '子订单编号',
      '主订单编号',
      '标题',
      '价格',
      '购买数量',
      '订单状态',
      '买家实际支付金额',
      '订单创建时间',
      '订单付款时间',
    ];
    return ['items.csv', table(header, rows)];
  });

const jd = fc
  .array(
    fc.tuple(
      number,
      name,
      units,
      moment,
      amount,
      fc.constantFrom('完成', '等待出库', '(删除)等待出库'),
      name,
      maybe(moment),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows): DrawnFile => {
    const header = ['订单号', '商品名称', '订购数量', '下单时间', '应付金额', '订单状态', '下单帐号', '付款确认时间'];
    return [
      'jd.csv',
      table(
        ['商品ID', '京东价', ...header],
        rows.map((row) => ['1', '25', ...row]),
      ),
    ];
  });

/** A hand-made list: no order numbers, amounts in several currencies, days only. */
const list = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 3 }).map((days) => isoDay(FIRST + days)),
      name,
      amount,
      fc.constantFrom('CNY', 'JPY', 'KWD', 'USD'),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map(
    (rows): DrawnFile => [
      'list.csv',
      table(
        ['日期', '客户', '实付金额', '货币'].map((key) =>
          key === '日期' ? '下单时间' : key === '客户' ? '会员名' : key,
        ),
        rows,
      ),
    ],
  );

/** One to three exports of different platforms, hostile texts and bad rows among them. */
export const drawnExports: fc.Arbitrary<readonly DrawnFile[]> = fc
  .uniqueArray(fc.oneof(taobao, items, jd, list), { selector: ([file]) => file, minLength: 1, maxLength: 3 })
  .filter((files) => files.length > 0);

/** An order of a shop and what happened to it, on days after the first. */
interface Lived {
  readonly created: number;
  readonly paid: number | null;
  readonly shipped: number | null;
  readonly end: { readonly kind: 'completed' | 'refunded' | 'part'; readonly day: number } | null;
  readonly yuan: number;
  readonly buyer: string;
  readonly products: readonly string[];
}

const after = (chance: number) => fc.option(fc.integer({ min: 0, max: 20 }), { nil: null, freq: chance });
const lived: fc.Arbitrary<Lived> = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    after(5),
    after(4),
    after(3),
    fc.constantFrom('completed' as const, 'refunded' as const, 'part' as const),
    fc.integer({ min: 2, max: 90 }),
    fc.constantFrom('甲', '乙', '丙'),
    fc.uniqueArray(fc.constantFrom('茶', '杯', '壶'), { minLength: 1, maxLength: 3 }),
  )
  .map(([created, toPaid, toShipped, toEnd, kind, yuan, buyer, products]) => {
    const paid = toPaid === null ? null : created + toPaid;
    const shipped = paid === null || toShipped === null ? null : paid + toShipped;
    const end = shipped === null || toEnd === null ? null : { kind, day: shipped + toEnd };
    return { created, paid, shipped, end, yuan, buyer, products };
  });

/** What an export of a day says of an order; events after the day have not happened. */
function stateOn({ created, paid, shipped, end, yuan }: Lived, today: number) {
  const time = (event: number | null) => (event === null || event > today ? '' : `${isoDay(FIRST + event)} 10:00:00`);
  const ended = end === null || end.day > today ? null : end;
  const refund = ended?.kind === 'refunded' ? yuan : ended?.kind === 'part' ? 1 : 0;
  const done = ended !== null && ended.kind !== 'refunded';
  const status = done
    ? '交易成功'
    : ended !== null
      ? '交易关闭'
      : time(shipped) !== ''
        ? '卖家已发货，等待买家确认'
        : time(paid) !== ''
          ? '买家已付款，等待卖家发货'
          : '等待买家付款';
  return {
    ...{ created: time(created), paid: time(paid), shipped: time(shipped), completed: done ? time(ended.day) : '' },
    ...{ status, refund, total: yuan, reason: status === '交易关闭' ? '退款' : '订单未关闭' },
  };
}

type Layout = (orders: readonly (readonly [number, Lived])[], today: number) => string;

const orderReport: Layout = (orders, today) =>
  table(
    [
      '订单编号',
      '买家会员名',
      '总金额',
      '买家实际支付金额',
      '退款金额',
      '订单状态',
      '订单关闭原因',
      '订单创建时间',
      '订单付款时间',
      '发货时间',
      '确认收货时间',
      '宝贝标题',
      '宝贝总数量',
    ],
    orders.map(([number, order]) => {
      const { created, paid, shipped, completed, status, refund, total, reason } = stateOn(order, today);
      const net = paid === '' ? 0 : total - refund;
      return [
        ...[
          `${number}`,
          order.buyer,
          `${total}`,
          `${net}`,
          `${refund}`,
          status,
          reason,
          created,
          paid,
          shipped,
          completed,
        ],
        order.products.join('，'),
        `${order.products.length}`,
      ];
    }),
  );

const productReport: Layout = (orders, today) =>
  table(
    [
      '商品ID',
      '京东价',
      '订单号',
      '商品名称',
      '订购数量',
      '下单时间',
      '应付金额',
      '订单状态',
      '下单帐号',
      '付款确认时间',
      '订单完成时间',
    ],
    orders.flatMap(([number, order]) => {
      const { created, paid, completed, total } = stateOn(order, today);
      const status = completed === '' ? '等待出库' : '完成';
      return order.products.map((product, nth) => [
        `${nth + 1}`,
        '9',
        `${number}`,
        product,
        '1',
        created,
        `${total}`,
        status,
        order.buyer,
        paid,
        completed,
      ]);
    }),
  );

const itemReport: Layout = (orders, today) =>
  table(
    [
      '子订单编号',
      '主订单编号',
      '标题',
      '价格',
      '购买数量',
      '订单状态',
      '买家实际支付金额',
      '退款状态',
      '退款金额',
      '订单创建时间',
      '订单付款时间',
      '发货时间',
    ],
    orders.flatMap(([number, order]) => {
      const { created, paid, shipped, status, refund, total } = stateOn(order, today);
      return order.products.map((product, nth) => {
        const own = nth === 0 ? total : 1;
        const back = refund === 0 ? ['没有申请退款', '0'] : ['退款成功', `${refund === 1 ? (nth === 0 ? 1 : 0) : own}`];
        return [
          ...[`${number}0${nth}`, `${number}`, product, '9', '1', status, `${own}`],
          ...back,
          created,
          paid,
          shipped,
        ];
      });
    }),
  );

/** Two exports of one shop that overlap, in one layout: of an earlier day and of a later one. Both orders of age occur. */
export const overlappingExports: fc.Arbitrary<readonly [old: DrawnFile, fresh: DrawnFile]> = fc
  .tuple(
    fc.array(lived, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(orderReport, productReport, itemReport),
    fc.integer({ min: 20, max: 120 }),
    fc.integer({ min: 20, max: 120 }),
    fc.nat(3),
    fc.nat(3),
  )
  .map(([orders, layout, one, other, dropped, missing]) => {
    const numbered = orders.map((order, at) => [at + 1, order] as const);
    return [
      ['old.csv', layout(numbered.slice(0, Math.max(1, orders.length - dropped)), one)],
      ['new.csv', layout(numbered.slice(Math.min(missing, orders.length - 1)), other)],
    ];
  });
