import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IdentityMode } from '../../src/adapters/identity/identity-rules.js';
import { runs } from '../runs.js';
import { type DrawnRow, ordersFrom } from './row-store.js';
import { slowCustomers } from './slow-customers.js';

let number = 0;

/** These rows, each an order of its own that counts, one a minute. */
function drawn(rows: readonly DrawnRow[]): readonly DrawnRow[] {
  const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  return rows.map((row, at) => ({ order: String(++number), time: `2020-02-21 ${clock(at)}`, paid: 1, ...row }));
}

function made(rows: readonly DrawnRow[], mode: IdentityMode, aliases: readonly (readonly string[])[] = []) {
  const list = { file: 'aliases.csv', rows: aliases.map((names, at) => ({ line: at + 1, names })) };
  const sheet = { rows, fields: ['order', 'time', 'paid', 'status', 'buyer', 'account', 'phone'] as const };
  return ordersFrom([sheet], { identity: { mode, aliases: aliases.length === 0 ? null : list } });
}

/** The customer of each row, by name. */
function names(rows: readonly DrawnRow[], mode: IdentityMode, aliases: readonly (readonly string[])[] = []) {
  const orders = drawn(rows);
  const known = new Map(made(orders, mode, aliases).orders.map(({ order, customer }) => [order, customer]));
  return orders.map(({ order }) => known.get(order!));
}

describe('--identity linked', () => {
  const phone = '13800000001';
  const account = 'x@example.com';

  test('joins orders that share a phone or an account, and chains', () => {
    const rows = [
      { phone },
      { buyer: 'ann', phone },
      { buyer: 'bob', account, phone },
      { buyer: 'cat', account },
      { account },
    ];
    expect(names(rows, 'linked')).toEqual(['ann', 'ann', 'ann', 'ann', 'ann']);
    expect(names(rows, 'strict')).toEqual([phone, 'ann', 'bob', 'cat', account]);
  });
  test('names the customer by the buyer id of the earliest order that counts', () => {
    const rows: DrawnRow[] = [
      { buyer: 'zoe', phone, status: 'unpaid' },
      { buyer: 'bob', phone },
      { buyer: 'ann', phone },
    ];
    expect(names(rows, 'linked')).toEqual(['zoe', 'bob', 'bob']);
  });
  test('does not believe an order that does not count', () => {
    const rows: DrawnRow[] = [{ buyer: 'ann' }, { buyer: 'ann', phone, status: 'unpaid' }, { buyer: 'bob', phone }];
    expect(names(rows, 'linked')).toEqual(['ann', 'ann', 'bob']);
  });
  test('refuses a group of more than five buyer ids whole, and lists it', () => {
    const buyers = ['a', 'b', 'c', 'd', 'e'].map((buyer) => ({ buyer, phone }));
    expect(new Set(names(buyers, 'linked')).size).toBe(1);
    const six = drawn([...buyers, { buyer: 'f', phone }, { buyer: 'g' }]);
    const { customers, orders } = made(six, 'linked');
    expect(new Set(orders.map(({ customer }) => customer)).size).toBe(7);
    expect(customers.joined?.links).toMatchObject({ joined: 0, refused: [{ buyers: 6, orders: { count: 6 } }] });
  });
  test('buyer ids that an alias file joins count once towards the five', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((buyer) => ({ buyer, phone }));
    expect(new Set(names(six, 'linked', [['e', 'f']])).size).toBe(1);
  });
  test('a masked phone or account joins nobody', () => {
    const rows = [
      { buyer: 'ann', phone: '138****0001', account: 'x***@example.com' },
      { buyer: 'bob', phone: '138****0001', account: 'x***@example.com' },
    ];
    expect(names(rows, 'linked')).toEqual(['ann', 'bob']);
  });
});

describe('--identity loose', () => {
  const person = { buyer: 't**1', phone: '1**********', receiver: '示**', address: '示例省 示例市 ***' };

  test('takes equal masked name, masked phone, receiver and address for one customer', () => {
    const rows = [person, person, { ...person, address: '示例省 别的市 ***' }, { buyer: 'ann' }];
    const [one, same, other, ann] = names(rows, 'loose');
    expect(one).toMatch(/^t\*\*1~[0-9a-f]{8}$/);
    expect([same, ann]).toEqual([one, 'ann']);
    expect(other).not.toBe(one);
    expect(names(rows, 'linked')).toEqual([null, null, null, 'ann']);
  });
  test('guesses nothing where receiver or address are missing or only a mask', () => {
    const rows = [
      { ...person, address: '***' },
      { ...person, receiver: '**' },
      { buyer: 't**1', phone: '1**********' },
      { receiver: '示**', address: '示例省 ***' },
    ];
    expect(names(rows, 'loose')).toEqual([null, null, null, null]);
  });
  test('does what linked does too, and counts its guesses', () => {
    const rows = drawn([person, person, { buyer: 'ann', phone: '13800000001' }, { phone: '13800000001' }]);
    const { customers } = made(rows, 'loose');
    expect(customers.texts.size).toBe(2);
    expect(customers.joined?.guessed).toMatchObject({ customers: 1, orders: { count: 2, rows: [0, 1] } });
  });
});

describe('an alias file', () => {
  test('joins under strict, in any sequence of its rows and with cycles', () => {
    const rows = [{ buyer: 'ann' }, { buyer: 'bob' }, { buyer: 'cat' }, { buyer: 'dan' }];
    const cycle = [
      ['cat', 'bob'],
      ['bob', 'ann'],
      ['ann', 'cat'],
    ];
    expect(names(rows, 'strict', cycle)).toEqual(['ann', 'ann', 'ann', 'dan']);
    expect(
      names(
        rows,
        'strict',
        [...cycle].reverse().map((row) => [...row].reverse()),
      ),
    ).toEqual(['ann', 'ann', 'ann', 'dan']);
  });
  test('chains rows that share a name no order has', () => {
    const rows = [{ buyer: 'ann' }, { buyer: 'bob' }];
    expect(
      names(rows, 'strict', [
        ['ann', 'old name'],
        ['old name', 'bob'],
      ]),
    ).toEqual(['ann', 'ann']);
  });
  test('knows phones and e-mails in any spelling', () => {
    const rows = [{ buyer: 'ann' }, { phone: '13800000001' }, { account: 'Ann@Example.com' }];
    expect(names(rows, 'strict', [['ann', '+86 138-0000-0001', 'ANN@example.com']])).toEqual(['ann', 'ann', 'ann']);
  });
  test('counts names that no order has, and those that several platforms have', () => {
    const rows = [
      { buyer: 'ann', platform: 'one' },
      { buyer: 'ann', platform: 'two' },
      { buyer: 'bob', platform: 'one' },
    ];
    const { customers } = made(drawn(rows), 'strict', [
      ['bob', 'ann'],
      ['nobody', 'bob'],
      ['t**1', 'bob'],
    ]);
    expect(customers.joined?.aliases).toMatchObject({ names: 4, joined: 0, unknown: [2, 3], ambiguous: [1] });
    expect(names(rows, 'strict', [['bob', 'two:ann']])).toEqual(['ann', 'ann', 'ann']);
    expect(made(drawn(rows), 'strict', [['bob', 'two:ann']]).customers.texts.size).toBe(2);
  });
});

const phones = ['13800000001', '13800000002', '1**********'];
const anyRows = fc.array(
  fc.record(
    {
      buyer: fc.constantFrom('ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'a**n'),
      account: fc.constantFrom('x@example.com', 'y', 'z', '***'),
      phone: fc.constantFrom(...phones),
      platform: fc.constantFrom('one', 'one', 'two'),
      status: fc.constantFrom('completed' as const, 'completed' as const, 'unpaid' as const),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 14 },
);
const anyAliases = fc.array(
  fc.array(fc.constantFrom('ann', 'bob', 'one:cat', 'y', '13800000002', 'nobody'), { minLength: 2, maxLength: 3 }),
  { maxLength: 3 },
);
const modes = ['strict', 'linked'] as const;

describe('whatever the orders', () => {
  test('customers are those of the slow version', () => {
    fc.assert(
      fc.property(anyRows, anyAliases, fc.constantFrom(...modes), (rows, aliases, mode) => {
        const orders = drawn(rows);
        const known = new Map(made(orders, mode, aliases).orders.map((order, at) => [order.order, at]));
        const codes = made(orders, mode, aliases).table.customer;
        const groups = orders.map(({ order }) => codes[known.get(order!)!]!);
        expect(partition(groups)).toEqual(partition(slowCustomers(orders, mode, aliases)));
      }),
      runs(),
    );
  });
  test('the sequence of rows and of the alias file changes nothing', () => {
    fc.assert(
      fc.property(anyRows, anyAliases, fc.constantFrom(...modes), (rows, aliases, mode) => {
        const orders = drawn(rows);
        const turned = made(
          [...orders].reverse(),
          mode,
          [...aliases].reverse().map((names) => [...names].reverse()),
        );
        expect(turned.orders).toEqual(made(orders, mode, aliases).orders);
      }),
      runs(),
    );
  });
  test('two shops together have no more customers than apart, and no fewer than the larger (strict: nothing is refused)', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (one, other) => {
        const [left, right] = [drawn(one), drawn(other)];
        const count = (rows: readonly DrawnRow[]) => made(rows, 'strict').customers.texts.size;
        const together = count([...left, ...right]);
        expect(together).toBeLessThanOrEqual(count(left) + count(right));
        expect(together).toBeGreaterThanOrEqual(Math.max(count(left), count(right)));
      }),
      runs(),
    );
  });
  test('linked never parts what strict joins, and one more order that does not count changes no customer', () => {
    fc.assert(
      fc.property(anyRows, anyAliases, (rows, aliases) => {
        const orders = drawn(rows);
        const strict = made(orders, 'strict', aliases).table.customer;
        const linked = made(orders, 'linked', aliases).table.customer;
        const into = new Map<number, number>();
        strict.forEach((customer, at) => {
          expect(into.get(customer) ?? linked[at]).toBe(linked[at]);
          into.set(customer, linked[at]!);
        });
        const more: DrawnRow = {
          ...orders[0],
          order: '0',
          time: '2020-02-20',
          buyer: 'hal',
          phone: phones[0]!,
          status: 'unpaid',
        };
        const after = made([more, ...orders], 'linked', aliases).orders.filter(({ order }) => order !== '0');
        expect(partition(after.map(({ customer, platform }) => `${customer} ${platform}`))).toEqual(
          partition(made(orders, 'linked', aliases).orders.map(({ customer, platform }) => `${customer} ${platform}`)),
        );
      }),
      runs(),
    );
  });
});

/** Which members have the same value, whatever it is: the position of the first that has it; −1 stays. */
function partition(values: readonly (number | string | null)[]): readonly number[] {
  return values.map((value) => (value === -1 || value === null ? -1 : values.indexOf(value)));
}
