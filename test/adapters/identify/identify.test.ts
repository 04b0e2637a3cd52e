import { describe, expect, test } from 'vitest';
import { generic } from '../../../src/adapters/dialects/generic.js';
import { explainIdentification } from '../../../src/adapters/identify/explain-identification.js';
import { identify, rowsToIdentify } from '../../../src/adapters/identify/identify.js';
import { CrmError } from '../../../src/errors.js';
import { memorySheet, sheetOf } from '../memory-sheet.js';
import { columnsOf, mappingOf } from '../reading.js';

async function refusal(work: Promise<unknown>): Promise<CrmError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CrmError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

const dialectOf = async (header: string) => (await mappingOf(sheetOf(header))).dialect.id;

const A =
  '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,买家留言,收货人姓名,收货地址,运送方式,联系电话,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,物流单号,物流公司,订单备注,宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费';
const spaced = A.replace('收货地址,', '收货地址 ,')
  .replace('联系电话,', '联系电话 ,')
  .replace('订单付款时间,宝贝标题,宝贝种类,物流单号,', '订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,');
const B = `${spaced},发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易`;
const middle =
  '发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,是否上传小票,是否代付,定金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易';
const retail = '新零售交易类型,新零售导购门店名称,新零售导购门店id,新零售发货门店名称,新零售发货门店id';
const C = `${spaced},${middle},退款金额,预约门店`;
const D1 = `${spaced},${middle},${retail},退款金额,预约门店,确认收货时间,打款商家金额,含应开票给个人的个人红包`;
const D2 = D1.replace('买家支付宝账号,', '买家支付宝账号,支付单号,支付详情,');
const E = `${D2},是否信用购,体验期结束时间,前N有礼,配送类型,主订单编号`;
const F = `${D2.replace('买家支付宝账号', '买家会员昵称').replace('联系手机,', '联系手机,虚拟号过期时间,')},是否信用购,体验期结束时间,前N有礼,配送类型,直播返现状态,返现金额,延迟发货自动赔付金额,新零售成交门店昵称,新零售成交门店id,新零售成交经销商id,预售订单,发货时间,商家备忘,主订单编号`;
const itemsB =
  '子订单编号,主订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码,支付单号,买家应付货款,买家实际支付金额,退款状态,退款金额,订单创建时间,订单付款时间';
const itemsC =
  '子订单编号,主订单编号,商品标题,商品价格,购买数量,外部系统编号,商品属性,套餐信息,联系方式备注,订单状态,商家编码,支付单号,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,淘鲜达渠道,商品ID,分阶段信息,备注标签,商家备注,主订单买家留言,发货时间,物流单号,物流公司,是否主动赔付,主动赔付金额,主动赔付出账时间';

describe('which report a header belongs to', () => {
  test.each([
    ['A, 2011', A],
    ['B, 2016', B],
    ['C, 2017', C],
    ['D1, 2018', D1],
    ['D2, 2018-09', D2],
    ['E, about 2020', E],
    ['F, about 2022', F],
    [
      'nine columns of Qianniu',
      '订单编号,支付单号,支付详情,买家实付金额,订单状态,订单付款时间,店铺名称,发货时间,确认收货打款金额',
    ],
    ['seven columns of a Tmall shop', '订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额'],
    ['five columns left by hand', '买家会员名,买家实际支付金额,收货人姓名,宝贝标题,订单付款时间 '],
    ['no time at all', '买家会员名,买家实际支付金额,收货人姓名,宝贝标题'],
    ['a column of the shop’s own and a code', '订单编号,买家实付金额,商品标题,商品属性SKU,商家编码,订单付款时间,类别'],
  ])('the order report of Taobao: %s', async (_title, header) => {
    expect(await dialectOf(header)).toBe('taobao-orders');
  });

  test.each([
    ['a, to 2019', '订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码'],
    ['b, 2021', itemsB],
    ['c, 2023', itemsC],
    ['some of its columns', '主订单编号,商品标题,买家实付金额,退款状态,退款金额,订单创建时间'],
  ])('the item report of Taobao: %s', async (_title, header) => {
    expect(await dialectOf(header)).toBe('taobao-items');
  });

  test('the refund report and the shipping report of Taobao', async () => {
    const refunds = '订单编号,退款编号,支付单号,订单付款时间,退款完结时间,买家实际支付金额,宝贝标题,买家退款金额';
    expect(await dialectOf(refunds)).toBe('taobao-refunds');
    const parcels = '订单编号,收货人姓名,收货地址,联系手机,物流公司,物流单号';
    expect(await dialectOf(parcels)).toBe('taobao-shipping');
    const map = [{ field: 'paid', column: '合计' } as const];
    expect((await mappingOf(sheetOf(`${parcels},合计`), { map })).dialect.id).toBe('generic');
    expect((await refusal(mappingOf(sheetOf(`${parcels},应收款`)))).code).toBe('no-time-no-amount');
  });

  test.each([
    ['a hand-made list', '订单号,客户网名,实付金额,付款时间'],
    ['an English one', 'Order ID,Customer ID,Order Date,Total'],
    ['its currency in a header', 'Order ID,Customer ID,Order Date,Total (USD)'],
    ['no order number', '会员名,支付金额,支付时间'],
    ['no time', '订单号,会员名,实付金额'],
    ['statistics words beside an order number', '订单号,实付金额,库存'],
  ])('any order table: %s', async (_title, header) => {
    expect(await dialectOf(header)).toBe('generic');
  });

  test('the shifted columns of 2018 are found by name', async () => {
    const [before, after] = await Promise.all([columnsOf(sheetOf(D1)), columnsOf(sheetOf(D2))]);
    expect(before).toContain('paid=9 status=11 ');
    expect(after).toContain('paid=11 status=13 ');
  });

  test('all of the order report that is needed is found, in every spelling', async () => {
    expect(await columnsOf(sheetOf(C))).toBe(
      'order=1 buyer=2 account=3 goods=4 postage=5 total=7 paid=9 status=11 receiver=13 address=14 phone=16 phone=17 ' +
        'created=18 time=19 title=20 memo=24 quantity=25 shop=26 shop=27 closeReason=28 address=40 refund=45',
    );
    expect(await columnsOf(sheetOf('\ufeff订单编号 ,\u00a0买家会员名,\t买家实际支付金额,订单付款时间\u3000'))).toBe(
      'order=1 buyer=2 paid=3 time=4',
    );
    expect(await columnsOf(sheetOf('订单号,会员名,商品总价（元）,收货人手机号 / 提货人手机号,下单时间'))).toBe(
      'order=1 buyer=2 total=3 phone=4 created=5',
    );
  });

  test('of several names for one thing the generic layout takes the most preferred', async () => {
    expect(await columnsOf(sheetOf('支付金额,实付金额,订单号,原始单号,下单时间,手机'))).toBe(
      'paid=2 order=3 order=4 created=5 phone=6',
    );
  });
});

describe('where the header is', () => {
  test('below titles and notes', async () => {
    const sheet = sheetOf('示例店三月订单,,\n导出时间：2024-04-01 10:00:00,,\n订单号,会员名,实付金额\n1,示例甲,5.00');
    expect(await mappingOf(sheet)).toMatchObject({ skipRows: 3, headerLine: 3 });
  });

  test('blank lines above it do not count as rows, but as lines', async () => {
    const sheet = memorySheet([[null], ['订单号', '实付金额'], ['1', '2']]);
    expect(await mappingOf(sheet)).toMatchObject({ skipRows: 1, headerLine: 2 });
  });

  test('a sheet with nothing in it has none', async () => {
    expect((await refusal(mappingOf(memorySheet([])))).code).toBe('no-header');
  });
});

describe('what is refused, and why', () => {
  test.each([
    ['时间,商品名称,SKU,品牌,浏览量,访客数,人均浏览量,成交商品件数,加购人数', 'not-orders-statistics'],
    ['日期,商品名称,支付金额,支付买家数,支付转化率', 'not-orders-statistics'],
    ['商品名称,供应商,进货价,数量', 'not-orders-purchases'],
    ['采购单号,商品编码,商品名称,入库数量,订单日期,实付金额', 'not-orders-purchases'],
    ['账务流水号,业务流水号,发生时间,对方账号,收入金额（+元）,支出金额（-元）,备注', 'not-orders-statement'],
    ['商品名称,商品编码,价格,数量', 'not-orders'],
    ['付款时间,实付金额', 'not-orders'],
    ['会员名,手机号,地址', 'no-time-no-amount'],
    ['订单编号,收货人姓名,发货时间,订单创建时间', 'no-amount'],
    ['订单编号,退款编号,退款完结时间,下单时间', 'no-amount'],
    ['a,b,c', 'not-orders'],
  ])('%s', async (header, code) => {
    const error = await refusal(mappingOf(sheetOf(header)));
    expect([error.code, error.exit]).toEqual([code, 3]);
    expect(error.details.join()).toContain(header.split(',')[0]);
  });

  test.each([['No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Harga Awal,Jumlah', 'Shopee (TH, ID, VN)']])(
    'a platform that is not read yet is named: %s',
    async (header, platform) => {
      const error = await refusal(mappingOf(sheetOf(header)));
      expect([error.code, error.params['platform']]).toEqual(['unsupported-platform', platform]);
      expect(error.commands).toEqual(['crm analyze orders.csv --platform generic']);
    },
  );

  test('a name close to the buyer’s is offered as a command', async () => {
    const error = await refusal(mappingOf(sheetOf('单据号,成交日期,应收(元),会员号,货品')));
    expect(error.commands).toEqual([
      "crm analyze orders.csv --map 'order=单据号,buyer=会员号,time=成交日期,paid=应收(元)'",
    ]);
    const other = await refusal(mappingOf(sheetOf('付款日,客户 编码,成交金额')));
    expect(other.commands).toEqual(['crm analyze orders.csv --map buyer=2,time=付款日,paid=成交金额']);
  });

  test('an amount that goes by another name is offered, with what was asked for already', async () => {
    const sheet = sheetOf('订单编号,付款时间,实收金额,会员号,宝贝标题,订单状态');
    const map = [{ field: 'buyer', column: '会员号' }] as const;
    const error = await refusal(mappingOf(sheet, { map }));
    expect([error.code, error.commands]).toEqual([
      'no-amount',
      ['crm analyze orders.csv --map buyer=会员号,paid=实收金额'],
    ]);
  });

  test('--platform decides, and one that nobody knows is a usage error', async () => {
    const both = '订单编号,标题,购买数量,买家实付金额,订单付款时间';
    const error = await refusal(mappingOf(sheetOf(both), { platform: 'nobody' }));
    expect([error.code, error.exit]).toEqual(['unknown-platform', 2]);
    expect(error.details).toContain('taobao-orders');
    expect((await mappingOf(sheetOf(both), { platform: 'taobao-orders' })).dialect.id).toBe('taobao-orders');
    expect((await mappingOf(sheetOf(both))).dialect.id).toBe('taobao-items');
  });
});

test('a header that two layouts claim is refused with both, each as a command', async () => {
  const twin = { ...generic, id: 'twin-a', marks: [['订单号']] };
  const known = [twin, { ...twin, id: 'twin-b' }, generic];
  const head = await sheetOf('订单号,实付金额').head(rowsToIdentify);
  const options = { platform: null, map: [], header: true, orderIds: 'keep' } as const;
  const place = { file: 'a.csv', path: '店/a b.csv', sheet: '' };
  expect(identify(head, options, place, known)).toMatchObject({
    kind: 'skipped',
    skipped: 'sheet-two-dialects',
    error: {
      code: 'two-dialects',
      params: { first: 'twin-a', second: 'twin-b' },
      commands: ["crm analyze '店/a b.csv' --platform twin-a", "crm analyze '店/a b.csv' --platform twin-b"],
    },
  });
  const chosen = identify(head, { ...options, platform: 'twin-b' }, place, known);
  expect(chosen).toMatchObject({ kind: 'orders', mapping: { dialect: { id: 'twin-b' } } });
});

describe('--map', () => {
  const own = '编号x,谁,多少钱,哪天,备注x';

  test('by name or position, whatever the names are', async () => {
    const map = [
      { field: 'buyer', column: '谁' },
      { field: 'paid', column: 3 },
      { field: 'time', column: ' 哪天' },
    ] as const;
    expect(await columnsOf(sheetOf(own), { map })).toBe('buyer=2 paid=3 time=4');
  });

  test('overrides what was found and leaves the rest', async () => {
    const map = [{ field: 'buyer', column: '收货人姓名' }] as const;
    const sheet = sheetOf('订单编号,买家会员名,买家实际支付金额,收货人姓名,订单付款时间');
    expect(await columnsOf(sheet, { map })).toBe('order=1 paid=3 buyer=4 time=5');
    expect((await mappingOf(sheet, { map })).dialect.id).toBe('taobao-orders');
  });

  test.each([
    [[{ field: 'buyer', column: '谁谁' }], 'map-column-missing', '谁'],
    [[{ field: 'buyer', column: 9 }], 'map-position', ''],
    [[{ field: 'buyer', column: 0 }], 'map-position', ''],
    [
      [
        { field: 'buyer', column: 2 },
        { field: 'paid', column: '谁' },
      ],
      'map-column-twice',
      '',
    ],
  ] as const)('%j is a usage error: %s', async (map, code, near) => {
    const error = await refusal(mappingOf(sheetOf(own), { map }));
    expect([error.code, error.exit]).toEqual([code, 2]);
    if (near !== '') expect(error.details).toContain(near);
  });

  test('without a header positions only, and at least one', async () => {
    const sheet = sheetOf('00004,0001,19970101,2,29.33');
    expect((await refusal(mappingOf(sheet, { header: false }))).code).toBe('map-needed');
    const named = [{ field: 'buyer', column: '谁' }] as const;
    expect((await refusal(mappingOf(sheet, { header: false, map: named }))).code).toBe('map-needs-position');
    const map = [
      { field: 'buyer', column: 2 },
      { field: 'time', column: 3 },
      { field: 'paid', column: 5 },
    ] as const;
    expect((await refusal(mappingOf(sheet, { header: false, map: map.slice(0, 2) }))).code).toBe('no-amount');
    expect(await mappingOf(sheet, { header: false, map })).toMatchObject({ skipRows: 0, headerLine: null, width: 5 });
  });

  test('a hostile header does no harm', async () => {
    const sheet = sheetOf('__proto__,constructor,toString,hasOwnProperty,,订单号,实付金额,时间');
    const { unusedHeaders, columns } = await mappingOf(sheet);
    expect(unusedHeaders).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '时间']);
    expect(columns.map(({ field }) => field)).toEqual(['order', 'paid']);
    expect(({} as Record<string, unknown>)['field']).toBeUndefined();
  });

  test('--order-ids none leaves the order number out', async () => {
    expect(await columnsOf(sheetOf('订单号,会员名,实付金额'), { orderIds: 'none' })).toBe('buyer=2 paid=3');
  });
});

test('the reasons can be asked for', async () => {
  const sheet = sheetOf(itemsB);
  const options = { platform: null, map: [], header: true, orderIds: 'keep' } as const;
  const report = explainIdentification(await sheet.head(rowsToIdentify), options, { file: 'x', path: 'x', sheet: '' });
  expect(report.mapping?.dialect.id).toBe('taobao-items');
  expect(report.claims.find(({ dialect }) => dialect.id === 'taobao-orders')).toMatchObject({
    claimed: false,
    missing: [],
    foreign: ['子订单编号', '外部系统编号', '套餐信息', '购买数量', '退款状态', '商品属性'],
  });
});
