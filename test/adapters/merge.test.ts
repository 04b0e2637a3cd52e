import { describe, expect, test } from 'vitest';
import { imported } from './csv-import.js';
import { type DrawnRow, type DrawnSheet, itemReport, ordersFrom } from './row-store.js';

const created = '2020-02-20 09:00:00';
const time = '2020-02-20 10:00:00';

/** One order out of these states, each state in a file of its own, in every sequence of the files. */
function merged(...states: DrawnRow[]) {
  const made = sequences(states).map((sequence) =>
    ordersFrom(sequence.map((row, file) => ({ file, rows: [{ order: '1', ...row }] }))),
  );
  for (const other of made) expect(other.orders).toEqual(made[0]!.orders);
  expect(made[0]!.orders).toHaveLength(1);
  return made[0]!.orders[0]!;
}

function sequences<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((first, at) =>
    sequences([...things.slice(0, at), ...things.slice(at + 1)]).map((rest) => [first, ...rest]),
  );
}

describe('two states of one order', () => {
  test.each<[string, DrawnRow, DrawnRow]>([
    [
      'the later event time',
      { created, time, paid: 2, completed: '2020-03-01' },
      { created, time, paid: 1, refund: 9 },
    ],
    ['the higher stage', { created, paid: 2, status: 'shipped' }, { created, paid: 1, status: 'paid', refund: 9 }],
    [
      'refunded over completed',
      { created, paid: 2, status: 'refunded', refund: 0 },
      { created, paid: 1, status: 'completed' },
    ],
    [
      'closed after payment over completed',
      { time, paid: 2, status: 'closed' },
      { time, paid: 1, status: 'completed' },
    ],
    [
      'paid over closed without payment',
      { created, paid: 2, status: 'paid' },
      { created, paid: 1, status: 'closed', closeReason: 'never-paid' },
    ],
    [
      'the larger refund',
      { created, paid: 2, refund: 50 },
      { created, paid: 100, refund: 10, memo: 'm', buyer: 'ann' },
    ],
    ['more filled fields', { created, paid: 2, buyer: 'ann' }, { created, paid: 1 }],
  ])('%s wins', (_, newer, older) => {
    expect(merged(newer, older).net).toBe(newer.paid! - (newer.status === 'refunded' ? newer.paid! : 0));
  });

  test('without anything to tell them apart the choice is still the same for every sequence of files', () => {
    merged({ created, paid: 1 }, { created, paid: 2 }, { created, paid: 3 });
  });

  test('blanks of the newer state are filled from the older ones, the newest of them first', () => {
    const order = merged(
      { created, time, completed: '2020-03-01', paid: 60 },
      { created, time, shipped: '2020-02-22', paid: 100, buyer: 'ann', quantity: 2 },
      { created, time, paid: 100, buyer: 'bob', refund: 0, status: 'paid' },
    );
    expect(order).toMatchObject({ net: 60, buyer: 'ann', units: 2, stage: 'paid' });
  });

  test('a masked buyer gives way to the full name of an older export', () => {
    expect(
      merged(
        { created, time, completed: '2020-03-01', paid: 1, buyer: 'a**n' },
        { created, time, paid: 1, buyer: 'ann' },
      ),
    ).toMatchObject({
      buyer: 'ann',
      customer: 'ann',
    });
  });

  test('an export saved again without seconds is not older for it', () => {
    const order = merged(
      { created: '2020-02-20 09:00:30', time: '2020-02-20 10:00:42', paid: 100, status: 'paid' },
      { created: '2020-02-20 09:00', time: '2020-02-20 10:00', paid: 60, refund: 40, status: 'completed' },
    );
    expect(order).toMatchObject({ net: 60, stage: 'completed' });
  });

  test('losing rows are duplicates, equal ones too', () => {
    const row = { order: '1', time, paid: 1 };
    const { fates } = ordersFrom([{ rows: [row, row] }, { file: 1, rows: [{ ...row, completed: '2020-02-22' }, row] }]);
    expect(fates).toEqual(['duplicate', 'duplicate', 'used', 'duplicate']);
  });
});

describe('conflicts', () => {
  const conflicts = (...states: DrawnRow[]) =>
    ordersFrom(
      states.map((row, file) => ({ file, rows: [{ order: '1', created, time, ...row }] })),
    ).merged.conflicts.map(({ row, field }) => [row, field]);
  test('what cannot change in the life of an order is listed at the losing row', () => {
    expect(conflicts({ paid: 100, buyer: 'ann', completed: '2020-03-01' }, { paid: 100, buyer: 'bob' })).toEqual([
      [1, 'buyer'],
    ]);
    expect(
      conflicts({ paid: 100, refund: 0, total: 100, completed: '2020-03-01' }, { paid: 90, refund: 0, total: 90 }),
    ).toEqual([
      [1, 'total'],
      [1, 'paid'],
    ]);
    expect(conflicts({ paid: 1, completed: '2020-03-01' }, { paid: 1, time: '2020-02-19' })).toEqual([[1, 'time']]);
  });
  test('what changes by itself is not: status, refund, shipping, a mask, the price before payment', () => {
    expect(
      conflicts(
        { paid: 60, refund: 40, status: 'completed', completed: '2020-03-01' },
        { paid: 100, refund: 0, status: 'paid' },
      ),
    ).toEqual([]);
    expect(conflicts({ paid: 1, buyer: 'a*n', completed: '2020-03-01' }, { paid: 1, buyer: 'ann' })).toEqual([]);
    const unpaid = { order: '1', created, total: 200, paid: 0, status: 'unpaid' as const };
    expect(
      ordersFrom([{ rows: [unpaid, { order: '1', created, time, total: 180, paid: 180 }] }]).merged.conflicts,
    ).toEqual([]);
  });
});

test('orders without a shop whose number several shops have are said', async () => {
  const files = {
    'a.csv':
      '订单编号,买家会员名,买家实际支付金额,订单付款时间,店铺名称\n1,ann,1.00,2020-02-01,a\n1,ann,1.00,2020-02-01,b\n1,ann,1.00,2020-02-01,\n',
  };
  const { notes } = await imported(files);
  expect(notes.find(({ id }) => id === 'ambiguous-shop')?.params).toEqual({ orders: 1 });
});

describe('which rows are one order', () => {
  const row = { order: '1', time, paid: 1 };
  const count = (...sheets: DrawnSheet[]) => ordersFrom(sheets).orders.length;
  test('the same number on two platforms or in two shops is two orders', () => {
    expect(count({ rows: [row] }, { dialect: { platform: 'other' }, rows: [row] })).toBe(2);
    expect(
      count({
        rows: [
          { ...row, shop: 'a' },
          { ...row, shop: 'b' },
        ],
      }),
    ).toBe(2);
  });
  test('a blank shop belongs to the only shop that has the number, to nobody where two have it', () => {
    expect(ordersFrom([{ rows: [row, { ...row, shop: 'a' }] }]).orders).toMatchObject([{ shop: 'a' }]);
    expect(count({ rows: [row, { ...row, shop: 'a' }, { ...row, shop: 'b' }] })).toBe(3);
  });
  test('a platform written in the row and the same one said by the dialect are one', () => {
    expect(count({ rows: [row, { ...row, platform: 'mall' }] })).toBe(1);
  });
  test('rows without an order number are never merged', () => {
    const { order: _, ...bare } = row;
    expect(count({ rows: [bare, bare, row] })).toBe(3);
    expect(count({ orderNumbers: false, rows: [row, row] })).toBe(2);
  });
});

describe('order report and item report together', () => {
  const item = (rows: DrawnRow[], more: Partial<DrawnSheet> = {}): DrawnSheet => ({
    file: 1,
    dialect: itemReport,
    rows,
    ...more,
  });
  const lines: DrawnRow[] = [
    { order: '1', lineId: '11', time, product: 'pan', quantity: 1, price: 239, paid: 201, status: 'paid' },
    {
      order: '1',
      lineId: '12',
      time,
      product: 'lid',
      quantity: 2,
      price: 50,
      paid: 99,
      refund: 99,
      status: 'refunded',
    },
  ];
  test('the order report gives amounts, status and times; the lines attach', () => {
    const { orders, fates, amount } = ordersFrom([
      { rows: [{ order: '1', time, paid: 201, refund: 100, status: 'completed', shop: 'a' }] },
      item(lines),
    ]);
    expect(orders).toMatchObject([{ gross: 301, refunded: 100, stage: 'completed', shop: 'a', units: 3 }]);
    expect(orders[0]!.lines.map(({ product }) => product).sort()).toEqual(['lid', 'pan']);
    expect(fates).toEqual(['used', 'used', 'used']);
    expect([...amount]).toEqual([201, 0, 0]);
  });
  test('an item report alone: the order is the sum of its lines', () => {
    const { orders } = ordersFrom([item(lines)]);
    expect(orders).toMatchObject([{ gross: 300, refunded: 99, net: 201, units: 3, stage: 'paid', uncounted: 'valid' }]);
  });
  test('a line given up without a refund amount went back', () => {
    const given = [lines[0]!, { ...lines[1]!, refund: 0, status: 'closed' as const }];
    expect(ordersFrom([item(given)]).orders).toMatchObject([{ gross: 300, refunded: 99, uncounted: 'valid' }]);
    const all = lines.map((line) => ({ ...line, refund: 0, status: 'refunded' as const }));
    expect(ordersFrom([item(all)]).orders).toMatchObject([{ gross: 300, refunded: 300, uncounted: 'refunded' }]);
  });
  test('lines that occur in two exports count once, in their newest state', () => {
    const later = { ...lines[0]!, shipped: '2020-02-21', status: 'shipped' as const };
    const { orders, fates } = ordersFrom([item(lines), item([later, lines[1]!], { file: 2 })]);
    expect(orders).toMatchObject([{ gross: 300, refunded: 99, stage: 'shipped' }]);
    expect(fates).toEqual(['duplicate', 'used', 'used', 'duplicate']);
  });
  test('old item reports have no line id: product, variant, price and units tell the lines apart', () => {
    const old = lines.map(({ lineId: _, paid: __, refund: ___, ...line }) => line);
    const { orders } = ordersFrom([{ rows: [{ order: '1', time, paid: 339 }] }, item([...old, old[0]!])]);
    expect(orders[0]!.lines).toMatchObject([{ amount: expect.anything() }, { amount: expect.anything() }]);
    expect(orders[0]!.lines.reduce((sum, line) => sum + line.amount!, 0)).toBe(339);
  });
  test('rows without line id are told by the report that has line ids', () => {
    const old = lines.map(({ lineId: _, ...line }) => line);
    const { orders, fates } = ordersFrom([item(lines), item(old, { file: 2 })]);
    expect(orders).toMatchObject([{ gross: 300 }]);
    expect(fates.slice(2)).toEqual(['duplicate', 'duplicate']);
  });
  test('item rows of an order that the order report does not have are an order too', () => {
    expect(
      ordersFrom([{ rows: [{ order: '2', time, paid: 5 }] }, item(lines)])
        .orders.map(({ net }) => net)
        .sort(),
    ).toEqual([201, 5]);
  });
  test('an order report without times takes those of the lines', () => {
    expect(ordersFrom([{ rows: [{ order: '1', paid: 201 }] }, item(lines)]).orders).toMatchObject([
      { day: '2020-02-20', uncounted: 'valid' },
    ]);
  });
});

describe('order reports with one row per product', () => {
  const rows = (...amounts: (number | undefined)[]): DrawnRow[] =>
    amounts.map((paid, at) => ({
      order: '1',
      created,
      time,
      product: `p${at}`,
      quantity: 1,
      ...(paid === undefined ? {} : { paid }),
    }));
  test('different amounts on the rows add up', () => {
    const { orders, fates } = ordersFrom([{ rows: rows(100, 50) }]);
    expect(orders).toMatchObject([{ net: 150, units: 2, lines: [{}, {}] }]);
    expect(fates).toEqual(['used', 'used']);
  });
  test('the same amount on every row is the order’s, once', () => {
    const { orders, amount } = ordersFrom([{ rows: rows(150, 150) }]);
    expect(orders).toMatchObject([{ net: 150, units: 2 }]);
    expect([...amount].sort()).toEqual([0, 150]);
    expect(orders[0]!.lines.map((line) => line.amount)).toEqual([75, 75]);
  });
  test('an amount on the first row only is the order’s', () => {
    expect(ordersFrom([{ rows: rows(150, undefined, undefined) }]).orders).toMatchObject([{ net: 150 }]);
  });
  test('one product twice is two states, not two lines', () => {
    const [row] = rows(150);
    expect(
      ordersFrom([{ rows: [row!, { ...row!, completed: '2020-03-01', paid: 100, refund: 50 }] }]).orders,
    ).toMatchObject([{ gross: 150, net: 100 }]);
  });
  test('titles that differ between two files are two states', () => {
    const [one, other] = rows(150, 150);
    expect(ordersFrom([{ rows: [one!] }, { file: 1, rows: [other!] }]).orders).toMatchObject([
      { net: 150, lines: [{}] },
    ]);
  });
  test('one product has another status: the order is what the kept lines are', () => {
    const [one, other] = rows(100, 50);
    const made = ordersFrom([
      {
        rows: [
          { ...one!, status: 'refunded' },
          { ...other!, status: 'completed' },
        ],
      },
    ]);
    expect(made.orders).toMatchObject([{ gross: 150, refunded: 100, net: 50, stage: 'completed' }]);
  });
});
