import { describe, expect, test } from 'vitest';
import { emailOf, isMasked, namesOnePerson, phoneOf } from '../../src/adapters/identity/identity-text.js';
import { type DrawnRow, type DrawnSheet, ordersFrom } from './row-store.js';

const time = '2020-02-21';
let number = 0;

/** The customer of each of these rows, each an order of its own. */
function customers(rows: readonly DrawnRow[], ...more: DrawnSheet[]) {
  const sheet = { rows: rows.map((row) => ({ order: String(++number), time, paid: 1, ...row })) };
  const made = ordersFrom([sheet, ...more]);
  const byOrder = new Map(made.orders.map(({ order, customer }) => [order, customer]));
  return { ...made, of: sheet.rows.map(({ order }) => byOrder.get(order!)) };
}

describe('a text that names one person', () => {
  test.each([
    'tb0000001',
    '中文昵称',
    '🍓🍓',
    '11',
    '1',
    '222',
    '0571',
    'a',
    '__proto__',
    'constructor',
    "o'neil",
    'x'.repeat(10_000).replace('x', 'y'),
  ])('%s does', (text) => expect(namesOnePerson(text)).toBe(true));
  test.each([
    '',
    ' ',
    '*',
    '********',
    't**1',
    't＊＊1',
    '##abc',
    '$$abc',
    '~abc~',
    'null',
    "'null",
    'NULL',
    '0',
    '000000',
    '-',
    '--',
    '——',
    '无',
    '匿名',
    'aaaaaa',
    '#N/A',
    'AgAAAAHxK2l3c0lEVGhpc0lzQW5PYWlkT2ZGb3J0eUNoYXJz12==',
  ])('%s does not', (text) => expect(namesOnePerson(text)).toBe(false));
  test('masked is what hides somebody, not what is empty', () => {
    expect(['t**1', '##x', '1**********', 'null', '', 'ann'].map(isMasked)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a full phone number', () => {
  test.each([
    ['13800000001', '13800000001'],
    ["'13800000001", '13800000001'],
    ['+86 138-0000-0001', '13800000001'],
    ['86-13800000001', '13800000001'],
    ['008613800000001', '13800000001'],
    ['１３８００００００01', '13800000001'],
    ['0571-88881234', '057188881234'],
    ['+46 70 123 45 67', '46701234567'],
  ])('%s is %s', (text, phone) => expect(phoneOf(text)).toBe(phone));
  test.each([
    '1**********',
    '1******6198',
    '13800000001-1234',
    '13800000001转1234',
    '00000000000',
    '123456',
    '$$x',
    '',
    'null',
    '1'.repeat(16),
  ])('%s is none', (text) => expect(phoneOf(text)).toBeNull());
});

test('an e-mail address is compared in lower case', () => {
  expect(emailOf(' Ann@Example.COM ')).toBe('ann@example.com');
  expect(emailOf('a**@example.com')).toBeNull();
  expect(emailOf('ann')).toBeNull();
});

describe('who is one customer', () => {
  test('the buyer id before the account before the phone', () => {
    const { of } = customers([
      { buyer: 'ann', account: 'x@example.com', phone: '13800000001' },
      { buyer: 'a**n', account: 'X@example.com', phone: '13800000001' },
      { buyer: 'null', account: '********', phone: '13800000001' },
      { buyer: 'a**n', account: '********', phone: '1**********' },
      {},
    ]);
    expect(of).toEqual(['ann', 'x@example.com', '13800000001', null, null]);
  });
  test('one buyer id in two shops of a platform is one customer, on two platforms two', () => {
    const { customers: known } = customers([
      { buyer: 'ann', shop: 'a' },
      { buyer: 'ann', shop: 'b' },
      { buyer: 'ann', platform: 'other' },
    ]);
    expect(known.texts.size).toBe(2);
  });
  test('e-mails and phones are compared across platforms', () => {
    const { customers: known } = customers([
      { buyer: 'Ann@example.com', platform: 'one' },
      { account: 'ann@example.com', platform: 'two' },
      { phone: '13800000001', platform: 'one' },
      { phone: '+8613800000001', platform: 'two' },
      { account: '13800000001', platform: 'two' },
    ]);
    expect(known.texts.size).toBe(2);
  });
  test('keys are not chained: who shares an account or phone is counted as perhaps the same', () => {
    const { customers: known } = customers([
      { buyer: 'ann', phone: '13800000001', account: 'ann@example.com' },
      { phone: '13800000001' },
      { account: 'ann@example.com' },
      { phone: '13800000002' },
    ]);
    expect(known.texts.size).toBe(4);
    expect(known.joined?.perhaps.customers).toBe(2);
  });
  test('masks that collide are counted, not merged', () => {
    const { customers: known, of } = customers([
      { buyer: 't**1' },
      { buyer: 't**1' },
      { buyer: 'x**y' },
      { buyer: 'bob' },
    ]);
    expect(of).toEqual([null, null, null, 'bob']);
    const { unknown, masked, colliding } = known.nobody;
    expect([unknown.count, masked.count, colliding.names, colliding.orders.count]).toEqual([3, 3, 1, 2]);
  });
  test('customers are numbered by the sequence of the table, not of the files', () => {
    const rows = [
      { order: '2', time: '2020-03-01', paid: 1, buyer: 'bob' },
      { order: '1', time: '2020-02-01', paid: 1, buyer: 'ann' },
    ];
    expect([...ordersFrom([{ rows }]).table.customer]).toEqual([0, 1]);
    expect([...ordersFrom([{ rows: [...rows].reverse() }]).table.customer]).toEqual([0, 1]);
  });
  test('without any order there is no customer', () => {
    expect(ordersFrom([]).customers).toMatchObject({
      joined: null,
      nobody: { unknown: { count: 0 } },
      texts: { size: 0 },
    });
  });
});
