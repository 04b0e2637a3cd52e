import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utils } from 'xlsx';
import { dialects } from '../../../src/adapters/dialects/index.generated.js';
import { claimsOn } from '../../../src/adapters/identify/claims.js';
import { findHeader } from '../../../src/adapters/identify/header-row.js';
import { rowsToIdentify } from '../../../src/adapters/identify/identify.js';
import { openFile } from '../../../src/adapters/read/open.js';
import { memorySource } from '../../../src/commands/memory-source.js';
import { runs } from '../../runs.js';
import { plainOptions } from '../csv-import.js';
import { services } from '../read/run-child.js';
import { bookBytes } from '../read/write-files.js';
import { answerOf, fixtureBytes, fixtureNames, importFixtures, importSources, ordersOf } from './platform-fixtures.js';

const older = ['taobao-orders', 'taobao-items', 'generic', 'example'];
const platforms = fixtureNames.filter((name) => !older.includes(name.split('/')[0] ?? ''));

describe('an export of a platform becomes the orders that were worked out by hand', () => {
  test.each(platforms)('%s', async (name) => {
    const answer = answerOf(name);
    const result = await importFixtures(name, ...(answer.with ?? []));
    const own = result.files.find((file) => file.name === name);
    expect(own?.sheets.map(({ platform }) => platform)).toEqual([answer.dialect]);
    expect(result.rows.read.count).toBe(answer.rows);
    expect(Object.fromEntries([...result.rows.rejected].map(([problem, { count }]) => [problem, count]))).toEqual(
      answer.rejected,
    );
    expect(Object.fromEntries(result.issues.byProblem)).toEqual({ ...answer.rejected, ...answer.kept });
    const orders = ordersOf(result);
    const asked = Object.fromEntries(
      Object.entries(orders).map(([order, facts]) => {
        const wanted = Object.keys(answer.orders[order] ?? facts);
        return [order, Object.fromEntries(wanted.map((key) => [key, facts[key]]))];
      }),
    );
    expect(asked).toEqual(answer.orders);
    expect(result.notes.map(({ id }) => id)).toEqual(answer.notes);
  });
});

describe('of all layouts exactly one claims the export', () => {
  test.each(fixtureNames)('%s', async (name) => {
    const opened = await openFile(memorySource(name, [fixtureBytes(name)]), plainOptions, services);
    const header = findHeader(await opened.sheets[0]!.head(rowsToIdentify), []);
    const claimed = claimsOn(header?.names ?? [], dialects).filter((claim) => claim.claimed);
    const { dialect } = answerOf(name);
    const expected = ['generic', undefined].includes(dialect) ? [] : [dialect];
    expect(claimed.map((claim) => claim.dialect.id)).toEqual(
      name.startsWith('example/') ? ['taobao-orders'] : expected,
    );
  });
});

describe('whatever columns a shop ticks, no two layouts claim what is left of an export', () => {
  test.each(fixtureNames)('%s', async (name) => {
    const opened = await openFile(memorySource(name, [fixtureBytes(name)]), plainOptions, services);
    const names = findHeader(await opened.sheets[0]!.head(rowsToIdentify), [])?.names ?? [];
    fc.assert(
      fc.property(fc.subarray([...names]), (some) => {
        expect(claimsOn(some, dialects).filter(({ claimed }) => claimed).length).toBeLessThan(2);
      }),
      runs(1_000, 10),
    );
  });
});

describe('an export read together with a copy of itself gives the same orders', () => {
  test.each(platforms)('%s', async (name) => {
    const beside = answerOf(name).with ?? [];
    const once = await importFixtures(name, ...beside);
    const copy = Buffer.concat([fixtureBytes(name), Buffer.from('\n')]);
    const files = [name, ...beside].map((file): [string, Uint8Array] => [file, fixtureBytes(file)]);
    const twice = await importSources(...files, ['copy.csv', copy]);
    expect(ordersOf(twice)).toEqual(ordersOf(once));
    expect(twice.rows.used).toEqual(once.rows.used);
    const sheets = once.files.find((file) => file.name === name)?.sheets ?? [];
    const accepted = sheets.reduce((sum, { used, duplicate }) => sum + used + duplicate, 0);
    expect(twice.rows.duplicate.count).toBe(once.rows.duplicate.count + accepted);
  });
});

/**
 * Not among them: rows that name their order only by standing under it (1688, eBay); a layout that the cut hides, since only
 * the rows of one order show it (已卖出的宝贝); days that only the rest of the file explains (TikTok Shop); a continuation
 * whose first row is rejected in the other file (Shopify, see below).
 */
const uncuttable = ['1688', 'ebay', 'taobao-sold', 'tiktok-shop', 'shopify'];

describe('an export that was cut between any two rows, the header repeated, gives the same orders', () => {
  test.each(platforms.filter((name) => !uncuttable.includes(name.split('/')[0] ?? '')))('%s', async (name) => {
    const records = recordsOf(Buffer.from(fixtureBytes(name)).toString('latin1'));
    const header =
      records.findIndex((record) => record.split(/[,\t;]/).filter((cell) => cell.trim() !== '').length > 4) + 1;
    const beside = (answerOf(name).with ?? []).map((file): [string, Uint8Array] => [file, fixtureBytes(file)]);
    const whole = ordersOf(await importFixtures(name, ...(answerOf(name).with ?? [])));
    for (let cut = header + 1; cut < records.length; cut++) {
      const [one, other] = [records.slice(0, cut), [...records.slice(0, header), ...records.slice(cut)]].map((part) =>
        Buffer.from(part.join(''), 'latin1'),
      );
      expect(ordersOf(await importSources(...beside, ['a.csv', one!], ['b.csv', other!]))).toEqual(whole);
      expect(ordersOf(await importSources(...beside, ['a.csv', other!], ['b.csv', one!]))).toEqual(whole);
    }
  });
});

/** The records of a text, line ends included: a line end inside quotes ends none. */
function recordsOf(text: string): readonly string[] {
  const records: string[] = [''];
  for (const line of text.split(/(?<=\n)/)) {
    records[records.length - 1] += line;
    if ((records.at(-1)!.split('"').length - 1) % 2 === 0) records.push('');
  }
  return records.filter((record) => record !== '');
}

test('a Shopify export that was cut between two products of an order is put together again', async () => {
  const name = 'shopify/orders.csv';
  const [header = '', ...rows] = Buffer.from(fixtureBytes(name)).toString('utf8').trimEnd().split('\n#');
  for (const cut of [1, 4, 6]) {
    const part = (some: readonly string[]) => Buffer.from(`${[header, ...some].join('\n#')}\n`);
    const both = await importSources(['a.csv', part(rows.slice(0, cut))], ['b.csv', part(rows.slice(cut))]);
    expect(ordersOf(both)).toEqual(ordersOf(await importFixtures(name)));
  }
});

test('with the order report beside it, the item report of Youzan gives the lines, and the buyers are known', async () => {
  const both = await importFixtures('youzan-orders/orders.csv', 'youzan-items/items.csv');
  const { E20240501110000000000022: order } = ordersOf(both);
  expect(order).toMatchObject({ gross: 10000, refunded: 3000, customer: '13900000002', units: 3 });
  expect(order?.['lines']).toEqual(['示例杯 × 2 = 3000 − 3000', '示例茶 × 1 = 7000 − 0']);
  expect(both.table.size).toBe(5);
});

test('with the orders file beside it, the items file of Etsy gives the lines, and refunds are known', async () => {
  const both = await importFixtures('etsy-orders/orders.csv', 'etsy-items/items.csv');
  const { '3000000001': first, '3000000003': third } = ordersOf(both);
  expect(first).toMatchObject({ gross: 4450, refunded: 0, customer: 'annshop', units: 2 });
  expect(first?.['lines']).toEqual(['Cup, blue × 1 = 1483 − 0', 'Pot × 1 = 2967 − 0']);
  expect(third).toMatchObject({ gross: 4500, refunded: 1000, lines: ['Vase × 1 = 4500 − 1000'] });
  expect(both.table.size).toBe(4);
  expect(both.issues.byProblem.get('conflicting-states')).toBeUndefined();
});

test('All Orders of Amazon tells the status, the order report beside it the buyer, and each order counts once', async () => {
  const both = await importFixtures('amazon/all-orders.txt', 'amazon-orders/orders.txt');
  const { '111-0000002-0000002': order } = ordersOf(both);
  expect(order).toMatchObject({ gross: 500, customer: 'buyer.one@example.com', lines: ['Bulb × 1 = 500 − 0'] });
  expect(ordersOf(both)['111-0000003-0000003']).toMatchObject({ fate: 'closed' });
  expect(both.table.size).toBe(6);
});

test('an order that an ERP exports and its platform too is one order', async () => {
  const taobao = '订单编号,买家会员名,总金额,买家实际支付金额,退款金额,订单状态,订单付款时间,店铺名称\n';
  const row = '3520000000000000011,tb_wdt_a,150.00,150.00,0.00,交易成功,2026-06-01 09:00:20,示例淘宝店\n';
  const both = await importSources(
    ['taobao.csv', Buffer.from(taobao + row)],
    ['erp.csv', fixtureBytes('wangdiantong/orders.csv')],
  );
  expect(both.table.size).toBe(5);
  expect(ordersOf(both)['3520000000000000011']).toMatchObject({
    gross: 15000,
    platform: 'taobao',
    customer: 'tb_wdt_a',
  });
});

test('a book of three sheets: orders, their lines, and the receivers that only the shipping sheet has', async () => {
  const rows = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
  const sheet = (text: string) => utils.aoa_to_sheet(rows(text));
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    sheet(`订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单付款时间
3540000000000000011,tb_s_a,100.00,100.00,交易成功,2026-04-01 10:00:00
3540000000000000022,,80.00,80.00,交易成功,2026-04-02 10:00:00`),
    '订单报表',
  );
  utils.book_append_sheet(
    book,
    sheet(`子订单编号,主订单编号,商品标题,商品价格,购买数量,商品属性,买家实付金额,退款状态,退款金额
3540000000000000012,3540000000000000011,示例锅,70.00,1,黑,60.00,没有申请退款,无退款申请
3540000000000000013,3540000000000000011,示例铲,50.00,1,红,40.00,没有申请退款,无退款申请`),
    '销售明细',
  );
  utils.book_append_sheet(
    book,
    sheet(`订单编号,收货人姓名,收货地址,联系手机,物流公司,物流单号
3540000000000000011,示例甲,四川省 成都市 锦江区 示例街1号,13900000031,示例快递,221307650001
3540000000000000022,示例乙,重庆 重庆市 南岸区 示例街2号,13900000032,示例快递,221307650002`),
    '发货报表',
  );
  const result = await importSources(['三张表.xlsx', bookBytes(book, 'xlsx')]);
  expect(result.files[0]?.sheets.map(({ platform }) => platform)).toEqual([
    'taobao-orders',
    'taobao-items',
    'taobao-shipping',
  ]);
  const orders = ordersOf(result);
  expect(Object.keys(orders)).toHaveLength(2);
  expect(orders['3540000000000000011']).toMatchObject({
    ...{ gross: 10000, customer: 'tb_s_a', province: '四川', city: '成都市' },
    lines: ['示例铲 × 1 = 4000 − 0', '示例锅 × 1 = 6000 − 0'],
  });
  expect(orders['3540000000000000022']).toMatchObject({ gross: 8000, customer: '13900000032', province: '重庆' });
});

test('an after-sales status nobody knows is said where only it could tell of a refund', async () => {
  const text = Buffer.from(fixtureBytes('kuaishou/orders.csv')).toString('utf8').replace('退款成功', '极速退款完成');
  const result = await importSources(['kuaishou.csv', Buffer.from(text)]);
  const note = result.notes.find(({ id }) => id === 'unknown-refund-statuses');
  expect(note?.params).toEqual({ where: 'kuaishou.csv', statuses: '极速退款完成' });
});

test('every layout has a fixture', () => {
  const covered = new Set(fixtureNames.map((name) => name.split('/')[0]));
  expect(dialects.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});
