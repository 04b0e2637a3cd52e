import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { OrderTable } from '../src/model/orders.js';
import { isoDay } from '../src/util/calendar.js';
import { importSources } from './adapters/dialects/platform-fixtures.js';
import { type Answer, answer, crm } from './crm.js';

/** Real files are not part of the project; where they are is said by CRM_REFERENCE_DATA. */
const FOLDER = process.env['CRM_REFERENCE_DATA'] ?? '';
const at = (name: string) => join(FOLDER, name);

describe.skipIf(FOLDER === '')('figures of real exports (CRM_REFERENCE_DATA)', () => {
  describe('a Tmall shop of February 2020 without buyers', () => {
    const file = at('tmall-orders-2020-02.csv');

    test('orders, sales and refunds to the fen', () => {
      const a = answer(['analyze', file]);
      expect(a.exit).toBe(0);
      expect(a.document['asOf']).toBe('2020-03-01');
      expect(a.row('reconciliation', 'orders')['count']).toBe(28_010);
      expect(a.row('reconciliation', 'orders.uncounted.unpaid')['count']).toBe(3_923);
      expect(a.row('reconciliation', 'orders.uncounted.refunded')['count']).toBe(5_132);
      expect(a.row('reconciliation', 'orders.valid')).toMatchObject({ count: 18_955, amount: 1_902_487.15 });
      expect(value(a, 'gross')).toBe(2_474_823.07);
      expect(value(a, 'sales')).toBe(1_902_487.15);
      expect(value(a, 'refunded')).toBe(572_335.92);
      expect(value(a, 'refundRateMoney')).toBeCloseTo(572_335.92 / 2_474_823.07, 12);
    });

    test('no customer number is given, and it is said why', () => {
      const a = answer(['analyze', file]);
      for (const metric of ['customers', 'purchases', 'perCustomer', 'repeatRate', 'gini', 'returningSales']) {
        expect(value(a, metric)).toBeNull();
      }
      expect(JSON.stringify(a.document['notes'])).toContain('no-buyer');
      expect(crm(['repeat', file]).exit).toBe(5);
    });

    test('the month of February leaves the orders of 1 March out', () => {
      const a = answer(['analyze', file, '--month', '2020-02']);
      expect(a.document['asOf']).toBe('2020-02-29');
      expect(a.row('reconciliation', 'orders.uncounted.after-as-of')['count']).toBe(6);
      expect(a.row('reconciliation', 'orders.valid.in-window')['count']).toBe(18_952);
      expect(value(a, 'orders')).toBe(18_952);
      expect(value(a, 'sales')).toBe(1_902_189.15);
    });
  });

  test('the 2017 order report and its item report join to five paid orders', () => {
    const a = answer(['check', at('ExportOrderList201707.csv'), at('ExportOrderDetailList201707.csv')]);
    expect(a.exit).toBe(0);
    expect(a.row('reconciliation', 'orders')['count']).toBe(5);
    expect(a.row('reconciliation', 'orders.valid')).toMatchObject({ count: 5, amount: 1_944.37 });
    expect(
      a
        .rows('sheets')
        .map(({ platform }) => platform)
        .sort(),
    ).toEqual(['taobao-items', 'taobao-orders']);
  });

  test('ids and phones of the 2017 reports are exact: each order is found by its phone', () => {
    const both = [at('ExportOrderList201707.csv'), at('ExportOrderDetailList201707.csv')];
    const amounts = {
      '13900000001': 201.12,
      '13900000002': 186.15,
      '13900000003': 331.55,
      '13900000004': 989,
      '13900000005': 236.55,
    };
    for (const [phone, net] of Object.entries(amounts)) {
      const [order] = answer(['customer', phone, ...both]).rows('customer-orders');
      expect(order).toMatchObject({ net });
      expect(String(order?.['order'])).toMatch(/^\d{17}$/);
    }
    expect(answer(['customer', '13900000001', ...both]).rows('customer-orders')[0]?.['order']).toBe(
      '35100000000000579',
    );
  });

  describe('old workbooks with columns picked by hand', () => {
    test('4,103 rows of books', () => {
      const a = answer(['analyze', at('taobao-books-4103.xls')]);
      expect(a.row('reconciliation', 'orders')).toMatchObject({ count: 4_103, amount: 556_866.33 });
      expect(value(answer(['analyze', at('taobao-books-4103.xls'), '--keep-zero']), 'customers')).toBe(3_952);
      const checked = answer(['check', at('taobao-books-4103.xls')]);
      expect(checked.row('buyers', 'allOrders')).toMatchObject({
        orders: 4_103,
        withCustomer: 4_103,
        customers: 3_952,
      });
      const times = checked.rows('time-kinds');
      expect(times.reduce((sum, row) => sum + Number(row['texts']), 0)).toBe(972);
      expect(times.reduce((sum, row) => sum + Number(row['dateCells']) + Number(row['serialNumbers']), 0)).toBe(3_131);
    });

    test('704 rows of books, 30 of them closed', () => {
      const a = answer(['analyze', at('taobao-books-704.xls')]);
      expect(a.row('reconciliation', 'orders')).toMatchObject({ count: 704, amount: 111_219.8 });
      expect(a.row('reconciliation', 'orders.uncounted.closed')['count']).toBe(30);
      expect(a.row('reconciliation', 'orders.uncounted.zero-amount')['count']).toBe(2);
      expect(a.row('reconciliation', 'orders.valid')['count']).toBe(672);
      const checked = answer(['check', at('taobao-books-704.xls')]);
      expect(checked.row('buyers', 'allOrders')['customers']).toBe(704);
    });

    test('three sheets with different columns; the first has no time', () => {
      const strict = answer(['check', at('taobao-three-sheets.xlsx'), '--strict']);
      expect(strict.exit).toBe(0);
      expect(strict.row('reconciliation', 'orders.uncounted.no-time')['count']).toBe(50);
      expect((strict.document['issues'] as { count: number }).count).toBe(0);
      const sheets = strict.rows('sheets').map(({ rows, amount }) => [rows, amount]);
      expect(sheets).toContainEqual([50, 4_085.86]);
      expect(sheets).toContainEqual([49, 2_969.86]);
    });

    test('comma and tab give the same, and both together are not doubled in silence', () => {
      const [comma, tab] = [answer(['analyze', at('taobao-gbk.csv')]), answer(['analyze', at('taobao-gbk-tabs.txt')])];
      expect(comma.row('reconciliation', 'orders.valid')).toMatchObject({ count: 50, amount: 4_085.86 });
      expect(tab.document['tables']).toEqual(comma.document['tables']);
      const both = answer(['analyze', at('taobao-gbk.csv'), at('taobao-gbk-tabs.txt')]);
      expect(JSON.stringify(both.document['notes'])).toContain('same-rows-without-order-number');
    });
  });

  describe('the CDNOW sample', () => {
    const cdnow = [
      'analyze',
      at('CDNOW_sample.txt'),
      '--delimiter',
      'blank',
      '--no-header',
      '--map',
      'buyer=2,time=3,paid=5',
    ];

    test('repeat purchase by day and by line', () => {
      const a = answer([...cdnow, '--keep-zero']);
      expect(a.document['asOf']).toBe('1998-06-30');
      expect(value(a, 'customers')).toBe(2_357);
      expect(value(a, 'repeatRate')).toBeCloseTo(0.483241, 6);
      expect(value(a, 'top20Share')).toBeCloseTo(0.67455, 6);
      expect(value(a, 'gini')).toBeCloseTo(0.630917, 6);
      expect(value(answer([...cdnow, '--keep-zero', '--purchase', 'order']), 'repeatRate')).toBeCloseTo(0.488757, 6);
      const without = answer(cdnow);
      expect(value(without, 'customers')).toBe(2_349);
      expect(value(without, 'repeatRate')).toBeCloseTo(0.484887, 6);
    });

    test('N-day repurchase, survival, gaps and the ladder', () => {
      const a = answer([...cdnow, '--keep-zero']);
      const within = a.rows('repeat-within').map(({ days, eligible, returned }) => [days, returned, eligible]);
      expect(within).toEqual([
        [30, 410, 2_357],
        [60, 601, 2_357],
        [90, 687, 2_357],
        [180, 887, 2_357],
        [365, 1_074, 2_357],
      ]);
      for (const [day, survival] of [
        [30, 0.82605],
        [90, 0.708528],
        [180, 0.623674],
        [365, 0.544336],
      ] as const) {
        expect(a.row('second-purchase', day)['survival']).toBeCloseTo(survival, 6);
      }
      expect(a.row('second-purchase', 90)['low']).toBeCloseTo(0.689729, 6);
      expect(a.row('second-purchase', 90)['high']).toBeCloseTo(0.726424, 6);
      expect(a.row('gaps', 'lapsePoint')['days']).toBe(125);
      expect(a.row('gaps', 'p80')['days']).toBe(117);
      expect(a.row('gaps', 'median')['days']).toBe(34);
      const ladder = a.rows('order-ladder');
      expect(ladder.slice(0, 5).map(({ customers }) => customers)).toEqual([2_357, 1_139, 736, 527, 378]);
      expect(ladder[0]?.['medianDays']).toBe(55);
      const matured = ladder.slice(0, 4).map(({ maturedNext, maturedCustomers }) => [maturedNext, maturedCustomers]);
      expect(matured).toEqual([
        [768, 2_357],
        [523, 1_075],
        [390, 642],
        [302, 434],
      ]);
    });
  });

  test('the CDNOW sample: the cohort of January 1997, recency classes, churn', () => {
    const files = [at('CDNOW_sample.txt'), '--delimiter', 'blank', '--no-header', '--map', 'buyer=2,time=3,paid=5'];
    const cohort = (a: Answer) => a.rows('retention').filter(({ cohort: key }) => key === '1997-01');
    const january = cohort(answer(['retention', ...files, '--keep-zero']));
    expect(january[0]?.['size']).toBe(781);
    expect(january.slice(1, 7).map(({ active }) => active)).toEqual([124, 95, 70, 65, 77, 65]);
    expect(cohort(answer(['retention', ...files]))[0]?.['size']).toBe(777);
    const classes = answer(['recency', ...files, '--keep-zero']).rows('recency');
    expect(classes.map(({ customers }) => customers)).toEqual([145, 161, 211, 301, 1_539]);
    const byDays = answer(['recency', ...files, '--keep-zero', '--edges', '30,60,90,180,365']).rows('recency');
    expect(byDays.map(({ customers }) => customers)).toEqual([143, 88, 69, 215, 303, 1_539]);
    expect(answer(['churn', ...files, '--keep-zero']).row('churn', 365)).toMatchObject({
      lost: 1_539,
      eligible: 2_357,
    });
    const flow = answer(['churn', ...files, '--keep-zero']).rows('customer-flow');
    for (const { start, new: fresh, wonBack, lapsed, end } of flow) {
      expect(Number(start) + Number(fresh) + Number(wonBack) - Number(lapsed)).toBe(end);
    }
  });

  test('the CDNOW sample: the models fitted to September 1997 and the hold-out', () => {
    const a = answer(
      ['clv', at('CDNOW_sample.txt'), '--delimiter', 'blank', '--no-header', '--map', 'buyer=2,time=3,paid=5'].concat([
        '--keep-zero',
        '--unit',
        'week',
        '--calibration-end',
        '1997-09-30',
      ]),
    );
    const estimate = (model: string, parameter: string) =>
      Number(a.rows('clv-model').find((row) => row['model'] === model && row['parameter'] === parameter)?.['estimate']);
    const published = {
      'bg-nbd': { r: 0.242595, alpha: 4.413602, a: 0.792922, b: 2.425907, logLikelihood: -9582.4292 },
      'mbg-nbd': { r: 0.524843, alpha: 6.183084, a: 0.891359, b: 1.614003, logLikelihood: -9582.1357 },
      'pareto-nbd': { r: 0.553277, alpha: 10.577684, s: 0.60624, beta: 11.668735, logLikelihood: -9594.9762 },
      'gamma-gamma': { p: 6.24957, q: 3.74422, v: 15.44352, logLikelihood: -4055.9177 },
    };
    for (const [model, parameters] of Object.entries(published)) {
      for (const [name, value] of Object.entries(parameters)) expect(estimate(model, name)).toBeCloseTo(value, 3);
    }
    for (const [model, predicted, mae] of [
      ['bg-nbd', 1653, 0.785],
      ['mbg-nbd', 1577, 0.765],
      ['pareto-nbd', 1666, 0.755],
      ['naive', 2930, 1.024],
    ] as const) {
      const row = a.row('clv-backtest', model);
      expect([row['actual'], Math.round(Number(row['predicted']))]).toEqual([1882, predicted]);
      expect(Number(row['mae'])).toBeCloseTo(mae, 3);
    }
  });

  describe('Shopify shops', () => {
    test('811 lines are 409 orders: 402 continuation lines are folded, every total counts once', async () => {
      const { table, rows, notes } = await importSources(file('shopify-811.csv'));
      expect([rows.read.count, rows.used.count, table.size]).toEqual([811, 811, 409]);
      expect(notes.find(({ id }) => id === 'product-rows-folded')?.params).toMatchObject({ rows: 402 });
      expect([sum(table.gross), sum(table.refunded)]).toEqual([7_449_844, 1_133_630]);
      expect(statusCounts(table)).toEqual({ paid: 340, refunded: 43, partially_refunded: 26 });
      const mails = Array.from(table.buyer, (code) => table.texts.buyer.text(code)).filter((text) => text !== '');
      expect(new Set(mails).size).toBe(296);
    });

    test.each(['shopify-811.csv', 'shopify-mixed-line-ends.csv'])('%s: days are those the shop wrote', async (name) => {
      const { table, clock } = await importSources(file(name));
      expect(clock.zone).toBe('');
      const written = writtenDays(name);
      expect(written.size).toBe(table.size);
      for (let order = 0; order < table.size; order++) {
        expect(isoDay(table.day[order]!)).toBe(written.get(table.texts.order.text(table.order[order]!)));
      }
    });

    test('the window onto the figures: 358 orders count, 43 went back, 6 were cancelled', () => {
      const a = answer(['analyze', at('shopify-811.csv')]);
      expect(a.document['currency']).toBe('USD');
      expect(value(a, 'refunded')).toBe(11_336.3);
      expect(a.row('reconciliation', 'orders')).toMatchObject({ count: 409, amount: 63_162.14 });
      expect(a.row('reconciliation', 'orders.valid')).toMatchObject({ count: 358, amount: 62_842.14 });
      expect(a.row('reconciliation', 'orders.uncounted.refunded')).toMatchObject({ count: 43, amount: 0 });
      expect(a.row('reconciliation', 'orders.uncounted.closed')).toMatchObject({ count: 6, amount: 320 });
    });

    test('a shop with mixed line ends that ships on cash on delivery: 20 of 114 orders are paid', async () => {
      const { table, rows } = await importSources(file('shopify-mixed-line-ends.csv'));
      expect([rows.read.count, rows.used.count, table.size]).toEqual([115, 115, 114]);
      expect([sum(table.gross), sum(table.refunded)]).toEqual([244_506_500, 0]);
      expect(statusCounts(table)).toEqual({ pending: 94, paid: 20 });
      const a = answer(['analyze', at('shopify-mixed-line-ends.csv')]);
      expect(a.document['currency']).toBe('PKR');
      expect(a.row('reconciliation', 'orders.valid')).toMatchObject({ count: 20, amount: 418_770 });
      expect(a.row('reconciliation', 'orders.uncounted.unpaid')['count']).toBe(94);
    });
  });

  test('product statistics are refused with the reason', () => {
    const { exit, stdout, stderr } = crm(['analyze', at('not-orders-jd-product-statistics.xlsx')]);
    expect(exit).toBe(3);
    expect(stdout).toBe('');
    expect(stderr.replace(/\s/g, '')).toContain('这是商品或店铺的统计表，不是订单表：有「浏览量');
  });
});

/** A real file as one of a run, by its name. */
function file(name: string): readonly [string, Uint8Array] {
  return [name, readFileSync(at(name))];
}

function sum(amounts: Float64Array): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function statusCounts({ status, texts }: OrderTable): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of status) counts[texts.status.text(code)] = (counts[texts.status.text(code)] ?? 0) + 1;
  return counts;
}

/** Per order number, the day of payment, else of creation, as it stands in the file: read with csv-parse. */
function writtenDays(name: string): ReadonlyMap<string, string> {
  const records = parse(readFileSync(at(name)), {
    columns: true,
    bom: true,
    record_delimiter: ['\r\n', '\n'],
  }) as unknown as readonly Readonly<Record<string, string>>[];
  const days = new Map<string, string>();
  for (const record of records) {
    const number = record['Name'] ?? '';
    const time = record['Paid at'] || record['Created at'] || '';
    if (!days.has(number)) days.set(number, time.slice(0, 10));
  }
  return days;
}

function value(a: Answer, metric: string): number | null {
  return a.row('overview', metric)['value'] as number | null;
}
