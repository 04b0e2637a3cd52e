import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { example } from '../../src/demo/example.js';
import type { DemoOrder } from '../../src/demo/order.js';
import { demoOrders } from '../../src/demo/shop.js';
import { taobaoCsv } from '../../src/demo/taobao-export.js';

const folder = new URL('../../fixtures/example/', import.meta.url);
const orders = [...demoOrders(example)];

test('the shipped example is what the demo shop makes', () => {
  const made = Buffer.concat([...taobaoCsv(orders, 'gb18030')]);
  const shipped = readFileSync(new URL('orders.csv', folder));
  expect(
    made.equals(shipped),
    'fixtures/example/orders.csv is stale: run node .build/example.js after npm run build',
  ).toBe(true);
  expect(shipped.length).toBeLessThan(400_000);
});

test('the answer beside the example is counted from the shop itself', () => {
  expect(truth(orders)).toEqual(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')));
});

/** The first numbers of the example, money in fen. */
function truth(list: readonly DemoOrder[]) {
  const paid = list.filter(({ paidAt, total }) => paidAt !== null && total > 0);
  const valid = paid.filter(({ total, refund }) => total > refund);
  const known = valid.filter(({ buyer }) => buyer !== '');
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    orders: list.length,
    unpaid: list.filter(({ paidAt }) => paidAt === null).length,
    zeroAmount: list.filter(({ total }) => total === 0).length,
    whollyRefunded: paid.length - valid.length,
    valid: valid.length,
    gross: sum(paid.map(({ total }) => total)),
    refunded: sum(paid.map(({ refund }) => refund)),
    net: sum(valid.map(({ total, refund }) => total - refund)),
    validWithoutBuyer: valid.length - known.length,
    customers: new Set(known.map(({ buyer }) => buyer)).size,
  };
}
