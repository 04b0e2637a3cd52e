import { describe, expect, test } from 'vitest';
import { type DrawnRow, type DrawnSheet, ordersFrom } from './row-store.js';

const time = '2020-02-21 10:00:00';
const created = '2020-02-21 09:00:00';

function only(row: DrawnRow, sheet: Partial<DrawnSheet> = {}, rules = {}) {
  return ordersFrom([{ rows: [row], ...sheet }], rules).orders[0]!;
}

describe('why an order is not a sale', () => {
  const withTimes = { fields: ['order', 'created', 'time', 'paid', 'refund', 'status', 'closeReason'] as const };
  const noPaymentTime = { fields: ['order', 'created', 'paid', 'refund', 'status', 'closeReason'] as const };
  test.each<[string, DrawnRow, Partial<DrawnSheet>, string]>([
    ['paid and kept', { order: '1', created, time, paid: 100 }, withTimes, 'valid'],
    ['no time at all', { order: '1', paid: 100 }, {}, 'no-time'],
    ['no time at all, and closed', { order: '1', paid: 0, status: 'closed' }, withTimes, 'no-time'],
    ['a status nobody knows', { order: '1', created, time, paid: 100, status: 'unknown' }, withTimes, 'unknown-status'],
    [
      'a status nobody knows, never paid',
      { order: '1', created, paid: 0, status: 'unknown' },
      withTimes,
      'unknown-status',
    ],
    ['only the deposit paid', { order: '1', created, time, paid: 100, status: 'deposit' }, withTimes, 'deposit-only'],
    ['waiting for payment', { order: '1', created, paid: 0, status: 'unpaid' }, withTimes, 'unpaid'],
    [
      'waiting for payment, no payment time column',
      { order: '1', created, paid: 50, status: 'unpaid' },
      noPaymentTime,
      'unpaid',
    ],
    ['payment time blank', { order: '1', created, paid: 0 }, withTimes, 'unpaid'],
    [
      'payment time blank and closed since',
      { order: '1', created, paid: 0, status: 'closed', closeReason: 'never-paid' },
      withTimes,
      'unpaid',
    ],
    [
      'payment time blank although an amount is there',
      { order: '1', created, paid: 100, status: 'completed' },
      withTimes,
      'unpaid',
    ],
    ['wholly refunded', { order: '1', created, time, paid: 0, refund: 100 }, withTimes, 'refunded'],
    [
      'wholly refunded and closed',
      { order: '1', created, time, paid: 0, refund: 100, status: 'closed' },
      withTimes,
      'refunded',
    ],
    [
      'closed after payment, the reason says refund',
      { order: '1', created, time, paid: 0, status: 'closed', closeReason: 'refunded' },
      withTimes,
      'refunded',
    ],
    ['the status says refunded', { order: '1', created, time, paid: 0, status: 'refunded' }, withTimes, 'refunded'],
    [
      'refunded, no payment time column',
      { order: '1', created, paid: 0, refund: 9, status: 'closed' },
      noPaymentTime,
      'refunded',
    ],
    [
      'closed with a payment time, nothing tells of a refund',
      { order: '1', created, time, paid: 100, status: 'closed' },
      withTimes,
      'closed',
    ],
    ['closed, no payment time column', { order: '1', created, paid: 100, status: 'closed' }, noPaymentTime, 'closed'],
    ['closed with nothing paid', { order: '1', created, time, paid: 0, status: 'closed' }, withTimes, 'closed'],
    [
      'closed, a part of it was kept',
      { order: '1', created, time, paid: 10, refund: 90, status: 'closed' },
      withTimes,
      'valid',
    ],
    ['nothing paid: a gift', { order: '1', created, time, paid: 0 }, withTimes, 'zero-amount'],
    ['more refunded than paid', { order: '1', created, time, paid: -5, refund: 105 }, withTimes, 'zero-amount'],
    ['partly refunded', { order: '1', created, time, paid: 60, refund: 40, status: 'completed' }, withTimes, 'valid'],
  ])('%s', (_, row, sheet, reason) => {
    expect(only(row, sheet).uncounted).toBe(reason);
  });

  test('an order after the as-of day is uncounted for that, whatever else holds', () => {
    const asOf = 18312; // 2020-02-20
    for (const row of [
      { paid: 1, time },
      { created, paid: 0, status: 'unpaid' },
      { time, status: 'unknown', paid: 1 },
    ] as const) {
      expect(only({ order: '1', ...row }, {}, { asOf })).toMatchObject({ uncounted: 'after-as-of' });
    }
    expect(only({ order: '1', created: '2020-02-20', paid: 0, status: 'unpaid' }, {}, { asOf }).uncounted).toBe(
      'unpaid',
    );
  });

  test('zero-price orders count when asked for, negative ones never', () => {
    expect(only({ order: '1', time, paid: 0 }, {}, { keepZero: true }).uncounted).toBe('valid');
    expect(only({ order: '1', time, paid: -1 }, {}, { keepZero: true }).uncounted).toBe('zero-amount');
    expect(only({ order: '1', time, paid: 0, refund: 1 }, {}, { keepZero: true }).uncounted).toBe('refunded');
  });
});

describe('what was paid and what went back', () => {
  const gross = { dialect: { refund: 'paid-is-gross' } } as const;
  const none = { dialect: { refund: 'none' } } as const;
  test.each<[string, DrawnRow, Partial<DrawnSheet>, [number, number, number]]>([
    ['paid is net', { order: '1', time, paid: 60, refund: 40 }, {}, [100, 40, 60]],
    ['paid is net, no refund', { order: '1', time, paid: 60 }, {}, [60, 0, 60]],
    ['paid is gross', { order: '1', time, paid: 100, refund: 40 }, gross, [100, 40, 60]],
    [
      'paid is gross, refunded beyond what was paid',
      { order: '1', time, paid: 100, refund: 140 },
      gross,
      [100, 140, -40],
    ],
    [
      'no refund column, the status says refunded',
      { order: '1', time, paid: 100, status: 'refunded' },
      none,
      [100, 100, 0],
    ],
    [
      'no refund column, the after-sales status says refunded',
      { order: '1', time, paid: 100, status: 'completed', closeReason: 'refunded' },
      none,
      [100, 100, 0],
    ],
    [
      'the amount says partly, the refund status says refunded',
      { order: '1', time, paid: 100, refund: 0, status: 'completed', closeReason: 'refunded' },
      gross,
      [100, 0, 100],
    ],
    [
      'paid is net and 0, the refund is missing',
      { order: '1', time, total: 100, paid: 0, status: 'refunded' },
      {},
      [100, 100, 0],
    ],
    ['no column of what was paid: the total stands for it', { order: '1', time, total: 100 }, {}, [100, 0, 100]],
    [
      'paid blank beside a refund',
      { order: '1', time, refund: 40, status: 'refunded' },
      { fields: ['order', 'time', 'paid', 'refund'] },
      [40, 40, 0],
    ],
  ])('%s', (_, row, sheet, [paid, back, kept]) => {
    expect(only(row, sheet)).toMatchObject({ gross: paid, refunded: back, net: kept });
  });

  test.each<[string, DrawnRow, [number, number, number]]>([
    ['taken off gross and net', { paid: 110, postage: 10 }, [100, 0, 100]],
    ['the goods went back, the postage was kept', { paid: 10, refund: 100, postage: 10 }, [100, 100, 0]],
    ['never below zero', { paid: 5, postage: 10 }, [0, 0, 0]],
    ['unknown postage takes nothing off', { paid: 110 }, [110, 0, 110]],
  ])('without postage: %s', (_, row, [paid, back, kept]) => {
    const order = only({ order: '1', time, ...row }, {}, { excludePostage: true });
    expect(order).toMatchObject({ gross: paid, refunded: back, net: kept });
  });

  test('a table of unknown origin: the sums tell whether paid is net', () => {
    const dialect = { marks: [], refund: 'paid-is-gross' } as const;
    const rows = [{ order: '1', time, total: 100, paid: 60, refund: 40 }];
    expect(ordersFrom([{ dialect, rows }]).orders[0]).toMatchObject({ gross: 100, net: 60 });
    const before = [{ order: '1', time, total: 100, paid: 100, refund: 40 }];
    expect(ordersFrom([{ dialect, rows: before }]).orders[0]).toMatchObject({ gross: 100, net: 60 });
  });
});

describe('orders without an amount', () => {
  const fields = ['order', 'created', 'time', 'paid', 'status'] as const;
  test('a paid order with a blank amount is rejected', () => {
    const { orders, fates } = ordersFrom([
      {
        fields,
        rows: [
          { order: '1', time },
          { order: '2', time, paid: 1 },
        ],
      },
    ]);
    expect(orders.map(({ order }) => order)).toEqual(['2']);
    expect(fates).toEqual(['no-amount', 'used']);
  });
  test('an unpaid or closed order may leave it blank', () => {
    const rows: DrawnRow[] = [
      { order: '1', created },
      { order: '2', created, time, status: 'closed' },
    ];
    expect(ordersFrom([{ fields, rows }]).orders.map(({ uncounted, net }) => [uncounted, net])).toEqual([
      ['unpaid', 0],
      ['closed', 0],
    ]);
  });
  test('a rejected order does not move the as-of day', () => {
    const rows = [
      { order: '1', time: '2020-05-01' },
      { order: '2', time, paid: 1 },
    ];
    expect(ordersFrom([{ fields, rows }]).asOf).toBe(18313);
  });
});

describe('days', () => {
  test('the day is the payment day, the creation day where there is no payment time', () => {
    expect(only({ order: '1', created: '2020-02-20 23:59:59', time: '2020-02-21 00:00:00', paid: 1 }).day).toBe(
      '2020-02-21',
    );
    expect(only({ order: '1', created: '2020-02-20 23:59:59', paid: 1 }).day).toBe('2020-02-20');
  });
  test('as-of is the latest creation or payment day, not the day of shipping or completion', () => {
    const rows = [
      {
        order: '1',
        created: '2020-02-20',
        time: '2020-02-20',
        paid: 1,
        completed: '2020-03-20',
        shipped: '2020-03-19',
      },
      { order: '2', created: '2020-02-22', paid: 0, status: 'unpaid' as const },
    ];
    expect(ordersFrom([{ rows }])).toMatchObject({ asOf: 18314, asOfReason: 'latest-order' });
    expect(ordersFrom([{ rows }], { windowEnd: 18313 })).toMatchObject({ asOf: 18313, asOfReason: 'window-end' });
    expect(ordersFrom([{ rows }], { windowEnd: 18400 })).toMatchObject({ asOf: 18314, asOfReason: 'latest-order' });
    expect(ordersFrom([{ rows }], { windowEnd: 18400, asOf: 18400 })).toMatchObject({
      asOf: 18400,
      asOfReason: 'given',
    });
    expect(ordersFrom([{ rows: [{ order: '1', paid: 1 }] }])).toMatchObject({ asOfReason: 'none' });
    expect(ordersFrom([])).toMatchObject({ asOfReason: 'none' });
  });
  const shop = (count: number, more: readonly string[]) => [
    {
      rows: [...Array(count).fill('2020-02-20'), ...more].map((day, at) => ({ order: String(at), time: day, paid: 1 })),
    },
  ];
  test('one order of 101 in the year 2525 is out of range, one of 100 is not', () => {
    expect(ordersFrom(shop(100, ['2525-02-20'])).fates.at(-1)).toBe('time-out-of-range');
    expect(ordersFrom(shop(99, ['2525-02-20'])).fates.at(-1)).toBe('used');
  });
  test('a gap of 366 days is believed, one of 367 with few orders beyond is not', () => {
    expect(ordersFrom(shop(200, ['2021-02-20'])).fates.at(-1)).toBe('used');
    expect(ordersFrom(shop(200, ['2021-02-21'])).fates.at(-1)).toBe('time-out-of-range');
  });
  test('two typos in neighbouring days do not shield each other', () => {
    expect(ordersFrom(shop(300, ['2525-02-20', '2525-02-21'])).fates.slice(-2)).toEqual([
      'time-out-of-range',
      'time-out-of-range',
    ]);
  });
  test('a shop that reopened after two years is not cut, though each of its days is small', () => {
    const reopened = Array.from({ length: 28 }, (_, day) => `2022-02-${String(day + 1).padStart(2, '0')}`);
    const made = ordersFrom(shop(2000, reopened));
    expect(made.fates.at(-1)).toBe('used');
    expect(made.days.gap).not.toBeNull();
  });
  test('the same files twice do not shield a typo either', () => {
    const [sheet] = shop(150, ['2525-02-20']);
    const made = ordersFrom([sheet!, { ...sheet!, file: 1 }]);
    expect(made.orders).toHaveLength(150);
  });
});
