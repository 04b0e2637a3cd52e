import { describe, expect, test } from 'vitest';
import { dialects } from '../../../src/adapters/dialects/index.generated.js';
import { claimsOn } from '../../../src/adapters/identify/claims.js';
import { findHeader } from '../../../src/adapters/identify/header-row.js';
import { rowsToIdentify } from '../../../src/adapters/identify/identify.js';
import { openFile } from '../../../src/adapters/read/open.js';
import { memorySource } from '../../../src/commands/memory-source.js';
import { plainOptions } from '../csv-import.js';
import { services } from '../read/run-child.js';
import { answerOf, fixtureBytes, fixtureNames, importFixtures, importSources, ordersOf } from './platform-fixtures.js';

const older = ['taobao-orders', 'taobao-items', 'generic', 'example'];
const platforms = fixtureNames.filter((name) => !older.includes(name.split('/')[0] ?? ''));

describe('an export of a platform becomes the orders that were worked out by hand', () => {
  test.each(platforms)('%s', async (name) => {
    const answer = answerOf(name);
    const result = await importFixtures(name);
    expect(result.files[0]?.sheets.map(({ platform }) => platform)).toEqual([answer.dialect]);
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

describe('an export read together with a copy of itself gives the same orders', () => {
  test.each(platforms)('%s', async (name) => {
    const once = await importFixtures(name);
    const copy = Buffer.concat([fixtureBytes(name), Buffer.from('\n')]);
    const twice = await importSources([name, fixtureBytes(name)], ['copy.csv', copy]);
    expect(ordersOf(twice)).toEqual(ordersOf(once));
    expect(twice.rows.used).toEqual(once.rows.used);
    expect(twice.rows.duplicate.count).toBe(once.rows.used.count + once.rows.duplicate.count * 2);
  });
});

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

test('every layout has a fixture', () => {
  const covered = new Set(fixtureNames.map((name) => name.split('/')[0]));
  expect(dialects.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});
