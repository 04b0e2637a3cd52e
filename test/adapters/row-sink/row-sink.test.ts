import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CrmError } from '../../../src/errors.js';
import { runs } from '../../runs.js';
import { type MemoryCell, memorySheet, sheetOf } from '../memory-sheet.js';
import { clockText, readSheet, rowsOf } from '../reading.js';

const HEADER = ['订单编号', '买家会员名', '买家实际支付金额', '订单付款时间', '订单备注'];
const sheet = (rows: readonly (readonly MemoryCell[])[], options = {}) => memorySheet([HEADER, ...rows], options);
const good: readonly MemoryCell[] = ['1001', '示例甲', '5.00', '2024-03-01 10:00:00', ''];

async function code(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof CrmError ? error.code : String(error)),
  );
}

describe('rows of a text file', () => {
  test('a header alone is zero orders', async () => {
    const { reading, store } = await readSheet(sheet([]));
    expect([reading.rows, store.size, reading.timeKinds]).toEqual([0, 0, { date: 0, serial: 0, text: 0, blank: 0 }]);
  });

  test('a short row is accepted where only unused columns are missing', async () => {
    const text = '订单编号,买家实际支付金额,订单付款时间,物流单号,物流公司\n1,5,2024-03-01\n2,5,2024-03-01,,\n3,5\n';
    const { reading, issues } = await readSheet(sheetOf(text));
    expect([reading.accepted, Object.fromEntries(issues.byProblem)]).toEqual([2, { 'row-too-short': 1 }]);
    expect(issues.first[0]).toMatchObject({ line: 4, column: null, got: '2 cells', done: 'rejected' });
  });

  test('a long row is accepted where the surplus is blank', async () => {
    const text = '订单编号,买家实际支付金额,订单付款时间\n1,5,2024-03-01,,\n2,5,2024-03-01,x\n';
    const { reading, issues } = await readSheet(sheetOf(text));
    expect([reading.accepted, Object.fromEntries(issues.byProblem)]).toEqual([1, { 'row-too-long': 1 }]);
  });

  test('in a workbook rows may end anywhere', async () => {
    const { reading } = await readSheet(
      sheet(
        [
          ['1', '示例甲', '5'],
          [...good, 'margin'],
        ],
        { workbook: true },
      ),
    );
    expect([reading.accepted, reading.rejected]).toEqual([2, []]);
  });

  test('what a reader could not read is rejected with its line', async () => {
    const { reading, issues } = await readSheet(memorySheet([HEADER, good, { problem: 'nul-bytes' }, good]));
    expect([reading.rows, reading.accepted]).toEqual([3, 2]);
    expect(issues.first[0]).toMatchObject({ line: 3, problem: 'nul-bytes' });
  });

  test('totals, footers and a header in the middle are passed over and no orders', async () => {
    const rows = [
      good,
      ['合计', '', '5.00', '', ''],
      HEADER,
      good,
      ['总  计：', '', '5.00', '', ''],
      ['83 record(s) downloaded', '', '', '', ''],
    ];
    const { reading } = await readSheet(sheet(rows));
    expect([reading.rows, reading.accepted, reading.passedOver]).toEqual([2, 2, 4]);
    expect(reading.notes).toMatchObject([{ id: 'rows-passed-over', params: { count: 4, where: 'orders.csv' } }]);
  });

  test('a total in a column without a name is seen too', async () => {
    const text = ',买家会员名,买家实际支付金额,订单付款时间\n0,示例甲,5,2024-03-01\n合计,,5,\n';
    expect((await readSheet(sheetOf(text))).reading).toMatchObject({ rows: 1, passedOver: 1 });
  });

  test('a footer of one cell is no short row', async () => {
    const text = '订单编号,买家实际支付金额,订单付款时间\n1,5,2024-03-01\n总计：,5\n83 record(s) downloaded\n';
    expect((await readSheet(sheetOf(text))).reading).toMatchObject({ rows: 1, passedOver: 2, rejected: [] });
  });

  test('a buyer called 合计 is a buyer', async () => {
    const text = '买家会员名,买家实际支付金额,订单付款时间\n合计,5,2024-03-01\n';
    expect((await readSheet(sheetOf(text))).reading).toMatchObject({ rows: 1, accepted: 1, passedOver: 0 });
  });
});

describe('cells', () => {
  test('a bad cell rejects the row where it matters and is blank where it does not', async () => {
    const rows: MemoryCell[][] = [
      ['1', '示例甲', 'abc', '2024-03-01', ''],
      ['2', '示例甲', '5', '2024-02-30', ''],
      ['3', { error: '#N/A' }, '5', '2024-03-01', { error: '#REF!' }],
      ['4', '示例甲', { error: '#N/A' }, '2024-03-01', ''],
      [{ error: '#N/A' }, '示例甲', '5', '2024-03-01', ''],
    ];
    const { reading, store, issues } = await readSheet(sheet(rows), { showValues: true });
    expect(rowsOf(store, 'order', 'buyer', 'memo')).toEqual([{ order: '3', buyer: '', memo: '' }]);
    expect(Object.fromEntries(issues.byProblem)).toEqual({
      'amount-unreadable': 1,
      'cell-error': 2,
      'time-unreadable': 1,
    });
    expect(issues.first.map(({ line, column, got, value }) => [line, column, got, value])).toEqual([
      [2, '买家实际支付金额', 'text, 3 characters', 'abc'],
      [3, '订单付款时间', 'text, 10 characters', '2024-02-30'],
      [5, '买家实际支付金额', 'error, 4 characters', '#N/A'],
      [6, '订单编号', 'error, 4 characters', '#N/A'],
    ]);
    expect(reading.rejected.map(({ problem, count, amount }) => [problem, count, amount])).toEqual([
      ['amount-unreadable', 1, 0],
      ['cell-error', 2, 500],
      ['time-unreadable', 1, 500],
    ]);
  });

  test('the value of a bad cell is not told unless asked for', async () => {
    const { issues } = await readSheet(sheet([['1', '示例甲', '秘密', '2024-03-01', '']]));
    expect(JSON.stringify(issues.first)).not.toContain('秘密');
  });

  test('numbers, dates and strings of a workbook are the same orders as their texts', async () => {
    const shared = (text: string) => ({ shared: text });
    const book = sheet(
      [
        [1001, shared('示例甲'), 5, { date: 45352.5 }, null],
        [shared('1002'), shared('示例甲'), shared('6.50元'), shared('2024-03-02 08:00:00'), shared('null')],
        [1003, 123456, 7.005, 45354, null],
      ],
      { workbook: true },
    );
    const { reading, store } = await readSheet(book);
    expect(rowsOf(store, 'order', 'buyer', 'paid', 'paidAt', 'memo', 'timePrecision')).toEqual([
      { order: '1001', buyer: '示例甲', paid: 500, paidAt: '2024-03-01 12:00:00', memo: '', timePrecision: 2 },
      { order: '1002', buyer: '示例甲', paid: 650, paidAt: '2024-03-02 08:00:00', memo: '', timePrecision: 3 },
      { order: '1003', buyer: '123456', paid: 701, paidAt: '2024-03-03 00:00:00', memo: '', timePrecision: 1 },
    ]);
    expect(reading.timeKinds).toEqual({ date: 1, serial: 1, text: 1, blank: 0 });
  });

  test('strings that are known only after the last row are waited for, over many blocks', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index): MemoryCell[] => [
      `${index}`,
      { shared: `示例${index % 7}` },
      index === 9_000 ? { shared: 'x' } : `${index}`,
      '2024-03-01',
      null,
    ]);
    const { reading, store } = await readSheet(sheet(rows, { workbook: true }));
    expect([reading.accepted, store.texts.buyer.size]).toEqual([9_999, 7]);
    expect(store.texts.buyer.text(store.buyer[9_998]!)).toBe('示例3');
  });

  test('a string of a late row is not taken for one of an early row without it', async () => {
    const rows = Array.from({ length: 9_000 }, (_, index): MemoryCell[] => {
      const memo = index === 8_999 ? { shared: '常客' } : null;
      return [`${index}`, { shared: `示例${index}` }, '5', '2024-03-01', memo];
    });
    const { store } = await readSheet(sheet(rows, { workbook: true }));
    expect(rowsOf(store, 'memo').flatMap(({ memo }, row) => (memo === '' ? [] : [[row, memo]]))).toEqual([
      [8_999, '常客'],
    ]);
    expect([0, 4_095, 4_096, 8_999].map((row) => store.texts.buyer.text(store.buyer[row]!))).toEqual([
      '示例0',
      '示例4095',
      '示例4096',
      '示例8999',
    ]);
  });

  test('a name with rare characters is exact in GB18030', async () => {
    const text = (hex: string) => ({ bytes: Uint8Array.from(Buffer.from(hex, 'hex')) });
    const rows = [
      ['1', text('cabec0fd9530a139'), { bytes: Uint8Array.of(0xa3, 0xa4, 0x35, 0xd4, 0xaa) }, '2024-03-01', ''],
    ];
    const header = HEADER.map((name) => (name === '买家会员名' ? name : name));
    const { store } = await readSheet(memorySheet([header, ...rows], { encoding: 'gb18030' }));
    expect(store.texts.buyer.text(0)).toBe(
      new TextDecoder('gb18030').decode(Uint8Array.from(Buffer.from('cabec0fd9530a139', 'hex'))),
    );
    expect(store.paid[0]).toBe(500);
  });

  test('times with an offset are put on the platform’s clock, or on the one asked for', async () => {
    const rows = [['1', '示例甲', '5', '2024-02-29T16:00:01Z', '']];
    const beijing = await readSheet(sheet(rows));
    expect(clockText(beijing.store.paidAt[0]!)).toBe('2024-03-01 00:00:01');
    const apia = await readSheet(sheet(rows), { timezone: 'Pacific/Apia' });
    expect(clockText(apia.store.paidAt[0]!)).toBe('2024-03-01 05:00:01');
    const generic = sheetOf('Order ID,Paid at,Total\n1,2023-05-31 23:06:04 -0700,5');
    expect(clockText((await readSheet(generic)).store.paidAt[0]!)).toBe('2023-05-31 23:06:04');
  });

  test('03/04/2024 is read as the other days of its column say', async () => {
    const us = sheetOf('Order ID,Order Date,Total\n1,03/04/2024,5\n2,12/31/2023,5');
    expect(rowsOf((await readSheet(us)).store, 'createdAt')[0]).toEqual({ createdAt: '2024-03-04 00:00:00' });
    const europe = sheetOf('Order ID,Order Date,Total\n1,03/04/2024,5\n2,31/12/2023,5');
    expect(rowsOf((await readSheet(europe)).store, 'createdAt')[0]).toEqual({ createdAt: '2024-04-03 00:00:00' });
    const nobody = await readSheet(sheetOf('Order ID,Order Date,Total\n1,03/04/2024,5'));
    expect(Object.fromEntries(nobody.issues.byProblem)).toEqual({ 'time-ambiguous': 1 });
  });

  test('a currency column decides the decimals', async () => {
    const text =
      'Order ID,Order Date,Total,Currency\n1,2024-03-01,1234.50,JPY\n2,2024-03-01,12.50,usd\n3,2024-03-01,12.50,\n4,2024-03-01,5,gold';
    const { store, reading } = await readSheet(sheetOf(text));
    expect(rowsOf(store, 'total', 'currency')).toEqual([
      { total: 1235, currency: 'JPY' },
      { total: 1250, currency: 'USD' },
      { total: 1250, currency: 'CNY' },
    ]);
    expect(reading.rejected).toMatchObject([{ problem: 'currency-unknown', count: 1 }]);
    expect(reading.notes).toMatchObject([{ id: 'rounded-amounts', params: { count: 1 } }]);
  });

  test('statuses are compared with half- and full-width commas alike', async () => {
    const text = (status: string) => [status, '1', '示例甲', '5', '2024-03-01'];
    const statuses = ['买家已付款，等待卖家发货', '买家已付款,等待卖家发货', ' 交易成功 ', '', '天知道'];
    const book = memorySheet([['订单状态', ...HEADER.slice(0, 4)], ...statuses.map(text)]);
    const { store, reading, issues } = await readSheet(book);
    expect(rowsOf(store, 'stage').map(({ stage }) => stage)).toEqual(['paid', 'paid', 'completed', 'none', 'unknown']);
    expect(reading.notes).toMatchObject([{ id: 'unknown-statuses', params: { count: 1, statuses: '天知道' } }]);
    expect(issues.first).toMatchObject([
      { problem: 'status-unknown', done: 'kept', line: 6, column: '订单状态', value: null },
    ]);
  });
});

describe('a table without a currency column', () => {
  test.each([
    ['Order ID,Order Date,Total\n1,2024-03-01,$90.00', 'USD', 9000, false],
    ['Order ID,Order Date,Total\n1,2024-03-01,AU $90.00', 'AUD', 9000, false],
    ['Order ID,Order Date,Total\n1,2024-03-01,90.5 €', 'EUR', 9050, false],
    ['订单号,下单时间,订单金额\n1,2024-03-01,￥90', 'CNY', 9000, false],
    ['订单号,下单时间,订单金额\n1,2024-03-01,90', 'CNY', 9000, false],
    ['Order ID,Order Date,Total\n1,2024-03-01,90', 'CNY', 9000, true],
    ['Order ID,Order Date,Total\n1,2024-03-01,$90\n2,2024-03-01,£90', 'CNY', 9000, true],
    ['Order ID,Order Date,Total\n1,2024-03-01,JPY 90', 'JPY', 90, false],
  ])('%j is in %s', async (text, currency, total, assumed) => {
    const { store, reading } = await readSheet(sheetOf(text));
    expect(rowsOf(store, 'currency', 'total')[0]).toEqual({ currency, total });
    expect(reading.notes.map(({ id }) => id)).toEqual(assumed ? ['currency-assumed'] : []);
  });
});

test('a column that looks like the missing buyer is named', async () => {
  const { reading } = await readSheet(
    sheetOf('订单编号,付款时间,实付金额,会员号,宝贝标题,订单状态\n1,2024-03-01,5,a,x,交易成功'),
  );
  expect(reading.notes).toMatchObject([{ id: 'columns-suggested', params: { map: 'buyer=会员号' } }]);
});

describe('columns of one name', () => {
  const twins = (rows: readonly string[]) =>
    sheetOf(`订单编号,买家会员名,买家会员名 ,买家实际支付金额,订单付款时间\n${rows.join('\n')}`);

  test('are merged cell by cell', async () => {
    const { store } = await readSheet(
      twins(['1,示例甲,,5,2024-03-01', '2,,示例乙,5,2024-03-01', '3,示例丙,示例丙,5,2024-03-01']),
    );
    expect(rowsOf(store, 'buyer')).toEqual([{ buyer: '示例甲' }, { buyer: '示例乙' }, { buyer: '示例丙' }]);
  });

  test('that say different things are refused', async () => {
    const work = readSheet(twins(['1,示例甲,示例乙,5,2024-03-01']));
    await expect(work).rejects.toMatchObject({
      code: 'twin-columns',
      params: { first: '买家会员名 (2)', second: '买家会员名 (3)', line: 2 },
    });
  });

  test('that hold one amount in two currencies are refused', async () => {
    const work = readSheet(sheetOf('Order ID,Customer ID,Order Date,Total (USD),Total (EUR)\n1,a,2024-03-01,5,4.6'));
    await expect(work).rejects.toMatchObject({ code: 'twin-columns', params: { first: 'Total (USD) (4)' } });
  });

  test('of two names of one field the more preferred wins where it is not blank', async () => {
    const text =
      '订单编号,主订单编号,买家会员名,买家实际支付金额,订单付款时间,收货地址,修改后的收货地址\n11,1,示例甲,5,2024-03-01,四川省 成都市,null\n12,,示例甲,5,2024-03-01,四川省 成都市,云南省 昆明市';
    expect(rowsOf((await readSheet(sheetOf(text))).store, 'order', 'province', 'city')).toEqual([
      { order: '1', province: '四川', city: '成都市' },
      { order: '12', province: '云南', city: '昆明市' },
    ]);
  });
});

describe('order numbers', () => {
  const many = (damaged: number, cell: MemoryCell = '5.03918E+18') =>
    sheet(
      Array.from({ length: 40 }, (_, index): MemoryCell[] => [
        index < damaged ? cell : `10${index}`,
        '示例甲',
        '5',
        '2024-03-01',
        '',
      ]),
    );

  test('that lost digits reject their rows, and the sheet above one in twenty', async () => {
    const { reading, issues } = await readSheet(many(2));
    expect(reading.rejected).toMatchObject([{ problem: 'order-id-damaged', count: 2, amount: 1000 }]);
    expect(issues.first[0]).toMatchObject({ column: '订单编号', got: 'text, 11 characters' });
    expect(await code(readSheet(many(3)))).toBe('order-ids-damaged');
    expect(await code(readSheet(many(3, 5.03918e18)))).toBe('order-ids-damaged');
    expect((await readSheet(many(3), { orderIds: 'none' })).reading.accepted).toBe(40);
  });

  test('of up to 15 digits may be numbers', async () => {
    const { store } = await readSheet(sheet([[123456789012345, '示例甲', '5', '2024-03-01', '']]));
    expect(rowsOf(store, 'order')).toEqual([{ order: '123456789012345' }]);
  });

  test('many of which end in 000 are warned of', async () => {
    const rows = Array.from({ length: 20 }, (_, index): MemoryCell[] => [
      `35100000000${index + 10}000000`,
      '示例甲',
      '5',
      '2024-03-01',
      '',
    ]);
    expect((await readSheet(sheet(rows))).reading.notes).toMatchObject([
      { id: 'order-ids-rounded', level: 'warning', params: { count: 20 } },
    ]);
    const exact = rows.map((row, index): MemoryCell[] => [
      `35100000000${index + 10}00000${index % 9}1`,
      ...row.slice(1),
    ]);
    expect((await readSheet(sheet(exact))).reading.notes).toEqual([]);
  });

  test('0 and null are none, 19 digits are exact', async () => {
    const rows = ['0', 'null', '="3510000000000000117"', "'3510000000000000118\t"].map((order) => [
      order,
      '示例甲',
      '5',
      '2024-03-01',
      '',
    ]);
    expect(rowsOf((await readSheet(sheet(rows))).store, 'order').map(({ order }) => order)).toEqual([
      '',
      '',
      '3510000000000000117',
      '3510000000000000118',
    ]);
  });

  test('a sheet that is refused leaves nothing behind', async () => {
    const { RowStoreBuilder } = await import('../../../src/adapters/rows/row-store-builder.js');
    const { IssueCollector } = await import('../../../src/adapters/rows/issue-collector.js');
    const { readRows } = await import('../../../src/adapters/rows/row-sink.js');
    const { mappingOf } = await import('../reading.js');
    const [builder, issues] = [new RowStoreBuilder(), new IssueCollector()];
    const context = {
      file: 'x',
      path: 'x',
      sheet: '',
      fileIndex: 0,
      issues,
      options: { timezone: null, showValues: false, orderIds: 'keep' },
    } as const;
    const read = async (one: ReturnType<typeof sheet>) => readRows(one, await mappingOf(one), builder, context);
    await read(sheet([good]));
    expect(await code(read(many(9)))).toBe('order-ids-damaged');
    await read(sheet([good]));
    expect([builder.build().size, builder.build().sheets.length, issues.log().count]).toEqual([2, 2, 0]);
    expect(builder.build().hashOf(0)).toBe(builder.build().hashOf(1));
  });
});

describe('the hash of a row', () => {
  test('is the same wherever the order stands and however it is encoded', async () => {
    const one = await readSheet(
      sheetOf('订单编号,买家会员名,买家实际支付金额,订单付款时间\n7,乙,1,2024-03-01\n1001,甲,5.00,2024-03-01 10:00:00'),
    );
    const other = await readSheet(
      sheetOf('买家实际支付金额,备注x,订单付款时间,订单编号,买家会员名\n5,x,2024/3/1 10:00:00,="1001",\'甲'),
    );
    expect(other.store.hashOf(0)).toBe(one.store.hashOf(1));
    expect(one.store.hashOf(0)).not.toBe(one.store.hashOf(1));
  });

  test('any change of a value changes it', async () => {
    const cell = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('甲', '乙', '__proto__'),
      fc.integer({ min: 0, max: 99 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 30 }), async (cells) => {
        const rows = cells.map(([order, buyer, paid]): MemoryCell[] => [
          `${order}`,
          buyer,
          `${paid}`,
          '2024-03-01',
          '',
        ]);
        const { store } = await readSheet(sheet(rows));
        const hashes = new Map<string, number>();
        cells.forEach((one, row) => {
          const known = hashes.get(one.join());
          if (known !== undefined) expect(store.hashOf(row)).toBe(known);
          hashes.set(one.join(), store.hashOf(row));
        });
        expect(new Set(hashes.values()).size).toBe(hashes.size);
        expect([...hashes.values()].every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
      }),
      runs(300),
    );
  });
});

test('rows read are accepted or rejected, and nothing is lost, whatever is in the cells', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => text !== ''),
    fc.constantFrom('5.00', '2024-03-01', 'null', '1001', '合计', '5.03918E+18', '__proto__', '="12"'),
    fc.double(),
    fc.constantFrom({ error: '#N/A' }, { date: 45000 }, { shared: '5' }, null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 0, maxLength: 7 }), { maxLength: 20 }), async (rows) => {
      const { reading, store } = await readSheet(sheet(rows), { orderIds: 'none' });
      const rejected = reading.rejected.reduce((sum, { count }) => sum + count, 0);
      expect(reading.rows).toBe(reading.accepted + rejected);
      expect(reading.rows + reading.passedOver + reading.blank).toBe(rows.length);
      expect(store.size).toBe(reading.accepted);
      const { date, serial, text, blank } = reading.timeKinds;
      expect(date + serial + text + blank).toBe(reading.rows);
      for (const amount of store.paid) expect(Number.isNaN(amount) || Number.isSafeInteger(amount)).toBe(true);
      expect(store.paid.some((amount) => Object.is(amount, -0))).toBe(false);
    }),
    runs(500),
  );
});
