import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalOrders } from '../../src/analysis/lists/normal-orders.js';
import type { AnalysisOptions } from '../../src/commands/run-import.js';
import { sharedOrders } from '../../src/commands/shared-orders.js';
import type { Imported } from '../../src/model/imported.js';
import { cutting, piecesOf, recordsOf } from '../adapters/split-files.js';
import { runs } from '../runs.js';
import { analysis, converted, formats, read } from './converted.js';
import type { DrawnFile } from './drawn-exports.js';
import { type DrawnShop, drawnShop, orderFile, refundFile } from './drawn-refunds.js';

const byRefundDay: AnalysisOptions = { refunds: 'refund-day' };
const all = (shop: DrawnShop): readonly DrawnFile[] => [
  orderFile('orders.csv', shop, shop.orders),
  refundFile('refunds.csv', shop.orders, () => true),
];
const textOf = async (imported: Imported) => Buffer.from(await converted(imported, 'csv')).toString();

async function expectEqual(after: Imported, before: Imported): Promise<void> {
  expect(after.has.refundDays).toBe(before.has.refundDays);
  for (const options of [byRefundDay, {}]) {
    expect(await analysis(after, options)).toEqual(await analysis(before, options));
  }
}

describe.each(formats)('refunds of a refund report, converted to %s', (format) => {
  test('are counted on their day as if the reports themselves were read, and written again they are the same', async () => {
    await fc.assert(
      fc.asyncProperty(drawnShop, async (shop) => {
        const before = await read(all(shop));
        const after = await read([[`orders.${format}`, await converted(before, format)]]);
        await expectEqual(after, before);
        expect(await textOf(after)).toBe(await textOf(before));
      }),
      runs(300, 12),
    );
  });
});

test('reports cut into months that overlap, each converted by itself, give what the whole reports give', async () => {
  const pieces = fc.record({ parts: fc.integer({ min: 1, max: 3 }), seed: fc.nat(), formats: fc.nat() });
  await fc.assert(
    fc.asyncProperty(drawnShop, pieces, async (shop, { parts, seed, formats: first }) => {
      const isIn = (part: number, thing: number) => thing % parts === part || (thing * 7 + seed) % (part + 2) === 0;
      const files: [string, Uint8Array][] = [];
      for (let part = 0; part < parts; part++) {
        const orders = shop.orders.filter(({ number }) => isIn(part, number));
        if (orders.length === 0) continue;
        const own = refundFile('refunds.csv', shop.orders, (order, nth) => isIn(part, order + nth + (seed % 5)));
        const format = formats[(part + first) % formats.length]!;
        const piece = await read([orderFile('orders.csv', shop, orders), own]);
        files.push([`${part}.${format}`, await converted(piece, format)]);
      }
      const told = shop.orders.length > 0 && files.length > 0;
      if (!told) return;
      await expectEqual(await read(files), await read(originals(shop, parts, isIn, seed)));
    }),
    runs(300),
  );
});

/** What all pieces together hold. */
function originals(
  shop: DrawnShop,
  parts: number,
  isIn: (part: number, thing: number) => boolean,
  seed: number,
): readonly DrawnFile[] {
  const used = Array.from({ length: parts }, (_, part) => part).filter((part) =>
    shop.orders.some(({ number }) => isIn(part, number)),
  );
  const orders = shop.orders.filter(({ number }) => used.some((part) => isIn(part, number)));
  const has = (order: number, nth: number) => used.some((part) => isIn(part, order + nth + (seed % 5)));
  return [orderFile('orders.csv', shop, orders), refundFile('refunds.csv', shop.orders, has)];
}

test('a converted file cut anywhere, in the middle of an order too, with pieces given twice, is the whole', async () => {
  await fc.assert(
    fc.asyncProperty(drawnShop, cutting(true), async (shop, cuts) => {
      const before = await read(all(shop));
      const pieces = piecesOf('orders.csv', recordsOf(await converted(before, 'csv'), 1), cuts);
      await expectEqual(await read(pieces), before);
    }),
    runs(300),
  );
});

describe('worked out by hand', () => {
  // Order 1: its report knows of no refund, 20.00 and 5.50 went back in two; order 2: two products, its report knows of
  // 30.00, the refund report of 10.00 of them; order 8 is in another file.
  const orders: DrawnFile = [
    'orders.csv',
    `订单编号,买家会员名,总金额,买家实际支付金额,退款金额,订单状态,订单付款时间
1,甲,100.00,100.00,0.00,交易成功,2024-03-01 09:00:00
2,乙,80.00,50.00,30.00,交易成功,2024-03-02 09:00:00
`,
  ];
  const refunds: DrawnFile = [
    'refunds.csv',
    `订单编号,退款编号,退款完结时间,买家退款金额,退款状态
1,902,2024-03-09 08:00:00,5.50,退款成功
1,901,2024-03-05,20.00,退款成功
1,903,2024-03-06,70.00,退款关闭
2,904,,10.00,退款成功
8,905,2024-03-07 23:59:59,3.00,退款成功
`,
  ];
  const shown = 'order line lines gross refunded net refundId refundDay refundTime refundAmount uncounted kinds'.split(
    ' ',
  );
  const cells = async (imported: Imported) => {
    const [header = '', ...lines] = (await textOf(imported)).replace('\ufeff', '').trimEnd().split('\n');
    const places = shown.map((key) => header.split(',').indexOf(key));
    return lines.map((line) => places.map((place) => line.split(',')[place]).join(' '));
  };

  test('each refund stands on a row of its order; that of an order in no file on a row of its own', async () => {
    expect(await cells(await read([orders, refunds]))).toEqual([
      '1 1 0 100.00 25.50 74.50 901 2024-03-05 "2024-03-05 00:00:00" 20.00  order',
      '1 2 0    902 2024-03-09 "2024-03-09 08:00:00" 5.50  order',
      '2 1 0 80.00 30.00 50.00 904   10.00  order',
      '8      905 2024-03-07 "2024-03-07 23:59:59" 3.00 no-order refund',
    ]);
  });

  test('given away, refunds and their orders have codes instead of numbers, the same for the same', async () => {
    const { table } = normalOrders(await read([orders, refunds]));
    const keys = table.columns.map(({ key }) => key);
    const rows = [...sharedOrders(table, new Uint8Array(32)).rows];
    const column = (key: string) => rows.map((row) => row[keys.indexOf(key)]);
    const [first, second] = column('order');
    expect(second).toBe(first);
    for (const cell of [...column('order'), ...column('refundId')]) expect(cell).toMatch(/^c-[0-9a-f]{20}$/);
  });

  test('a refund of an order in no file joins the order that comes with a later file', async () => {
    const history = await converted(await read([orders, refunds]), 'csv');
    const later: DrawnFile = ['later.csv', orders[1].replace('\n1,', '\n8,').replace(/\n2,.*/, '')];
    const { table } = await read([['history.csv', history], later]);
    const refunded = Array.from(table.order, (code, row) => [table.texts.order.text(code), table.refunded[row]]);
    expect(refunded).toEqual([
      ['1', 2550],
      ['8', 300],
      ['2', 3000],
    ]);
  });

  test('a file from before refunds were written is read as it was: amounts, and no days', async () => {
    const rows = (await textOf(await read([orders]))).trimEnd().split('\n');
    const places = rows[0]!.split(',').flatMap((key, place) => (key.startsWith('refundI') ? [place] : []));
    const old = rows.map((row) => row.split(',').filter((_, place) => place < places[0]! || place > places[0]! + 3));
    const { table, has } = await read([['old.csv', `${old.map((row) => row.join(',')).join('\n')}\n`]]);
    expect([...table.net]).toEqual([10000, 5000]);
    expect([has.refund, has.refundDays, table.refunds.size]).toEqual([true, false, 0]);
  });

  test('without the rows of further refunds the amounts stay what they are', async () => {
    const rows = (await textOf(await read([orders, refunds]))).split('\n').filter((row) => !/,1,2,0,|,8,,,/.test(row));
    const { table } = await read([['first-rows.csv', rows.join('\n')]]);
    expect([...table.refunded]).toEqual([2550, 3000]);
    expect([...table.refunds.amount]).toEqual([2000, 1000]);
  });
});
