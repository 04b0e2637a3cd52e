import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importOrders } from '../../../src/adapters/import.js';
import type { ByteSource } from '../../../src/adapters/sources.js';
import { memorySource } from '../../../src/commands/memory-source.js';
import { CrmError } from '../../../src/errors.js';
import { runs } from '../../runs.js';
import { columns, plainOptions, report, row } from '../csv-import.js';
import { comparable } from './comparable.js';
import { plainServices, SameThread, ticketed } from './same-thread.js';

const bytes = (text: string) => [new TextEncoder().encode(text)];
const options = { ...plainOptions, showValues: true };

/** Files as sources; `optional` as those of a folder are. */
function sourcesOf(files: Readonly<Record<string, string>>, optional = false): readonly ByteSource[] {
  const sources = Object.entries(files).map(([name, text]) => ({ ...memorySource(name, bytes(text)), optional }));
  return ticketed(sources);
}

async function apart(sources: readonly ByteSource[], workers = new SameThread(sources)) {
  return comparable(await importOrders(sources, options, { ...plainServices, workers }));
}

async function alone(sources: readonly ByteSource[]) {
  return comparable(await importOrders(sources, options, plainServices));
}

const sale = (order: number | string, buyer: string, amount: string, day: string, status = '交易成功') =>
  row(order, buyer, amount, amount, '0.00', status, `${day} 09:00:00`, `${day} 10:00:00`);
const jan = report(columns, sale(1, 'ann', '10.00', '2020-01-05'), sale(2, 'bob', '20.00', '2020-01-06'));
const feb = report(columns, sale(3, 'cat', '30.00', '2020-02-05'), sale(4, 'ann', 'x', '2020-02-06'));
const mar = report(columns, sale(4, 'ann', '40.00', '2020-03-05', '奇怪'), sale(1, 'ann', '10.00', '2020-01-05'));
const other = '商品名称,浏览量,访客数\npan,1,2\n';
const months = { 'jan.csv': jan, 'feb.csv': feb, 'mar.csv': mar };

/** Rows of few orders and people, some of them bad. */
const drawnRow = fc
  .record({
    order: fc.integer({ min: 1, max: 12 }),
    buyer: fc.constantFrom('ann', 'bob', 'cat', '示例丁', ''),
    amount: fc.constantFrom('1.00', '20.50', '300', 'x', ''),
    refund: fc.constantFrom('0.00', '1.00', ''),
    status: fc.constantFrom('交易成功', '交易关闭', '等待买家付款', '奇怪'),
    day: fc.integer({ min: 1, max: 28 }).map((day) => `2020-01-${String(day).padStart(2, '0')}`),
  })
  .map(({ order, buyer, amount, refund, status, day }) =>
    row(order, buyer, amount, amount, refund, status, `${day} 09:00:00`, `${day} 10:00:00`),
  );
const drawnFile = fc.oneof(
  { weight: 8, arbitrary: fc.array(drawnRow, { maxLength: 8 }).map((rows) => report(columns, ...rows)) },
  { weight: 1, arbitrary: fc.constantFrom(other, jan, '', 'a,b\n1,2\n') },
);

describe('files read side by side', () => {
  test('may be normalised orders, whose sheets come from several layouts', async () => {
    const fixture = (name: string) =>
      readFileSync(new URL(`../../../fixtures/huitouke-orders/${name}`, import.meta.url), 'utf8');
    const [normal, refunds] = [fixture('orders.csv'), fixture('refunds.csv')];
    const again = normal.replaceAll('3510000000000057', '3510000000000058');
    const files = sourcesOf({ 'a.csv': jan, 'b.csv': normal, 'c.csv': again, 'd.csv': mar, 'e.csv': refunds });
    expect(await apart(files)).toEqual(await alone(files));
  });

  test('give what they give one after another, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawnFile, { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 2, max: 4 }),
        async (texts, threads) => {
          const named = Object.fromEntries([...texts, jan].map((text, at) => [`file-${(at * 5) % 8}.csv`, text]));
          const sources = sourcesOf(named, true);
          const workers = new SameThread(sources, threads);
          expect(await apart(sources, workers)).toEqual(await alone(sources));
          expect(workers.closed).toBe(1);
        },
      ),
      runs(300, 12),
    );
  });

  test('are read where another thread cannot open them', async () => {
    const sources = sourcesOf(months).map(({ ticket, ...source }, at) => (at === 1 ? source : { ...source, ticket }));
    const workers = new SameThread(sources);
    expect(await apart(sources, workers)).toEqual(await alone(sources));
    expect(workers.done).toBeGreaterThan(0);
  });

  test('a few bytes are not worth a thread', async () => {
    const sources = sourcesOf(months);
    const workers = Object.assign(new SameThread(sources), { leastBytes: 2 ** 20 });
    await apart(sources, workers);
    expect(workers.done).toBe(0);
  });

  test('tell how much has been read', async () => {
    const sources = sourcesOf(months);
    let read = 0;
    const services = { ...plainServices, workers: new SameThread(sources), onBytes: (more: number) => (read += more) };
    await importOrders(sources, options, services);
    expect(read).toBe(sources.reduce((sum, { size }) => sum + size, 0));
  });

  test('are read by this thread as well, and no more are begun ahead than there are threads', async () => {
    const sources = sourcesOf(
      Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.csv`, jan.replaceAll('ann', `ann${at}`)])),
    );
    const begun: number[] = [];
    const workers: SameThread = new SameThread(sources, 2, (_, at) => void begun.push(at));
    const answers: number[] = [];
    const onBytes = () => void answers.push(begun.length);
    await importOrders(sources, options, { ...plainServices, workers, onBytes });
    expect(workers.done).toBeGreaterThan(0);
    expect(workers.done).toBeLessThan(10);
    expect(answers[0]).toBeLessThanOrEqual(3);
  });
});

describe('a file that cannot be used', () => {
  test('ends the run with the reason of the first in the sequence, as one after another', async () => {
    const sources = sourcesOf({ ...months, 'b.csv': other, 'z.csv': '' });
    const alike = await alone(sources).catch((error: unknown) => error);
    expect(alike).toBeInstanceOf(CrmError);
    await expect(apart(sources)).rejects.toMatchObject({ ...(alike as CrmError) });
  });

  test('out of a folder is named and passed over', async () => {
    const sources = sourcesOf({ ...months, 'b.csv': other, 'z.csv': '' }, true);
    const answer = await apart(sources);
    expect(answer.passedOver.map(([name]) => name)).toEqual(['b.csv', 'z.csv']);
    expect(answer).toEqual(await alone(sources));
  });

  test('because it changed ends the run with 7, even out of a folder', async () => {
    const pieces = () => {
      throw new CrmError('changed-while-read', 'feb.csv');
    };
    const sources = sourcesOf(months, true).map((one) => (one.name === 'feb.csv' ? { ...one, pieces } : one));
    await expect(apart(sources)).rejects.toMatchObject({ code: 'changed-while-read', exit: 7 });
  });

  test('for want of open files is read here, and so is everything after it', async () => {
    const sources = sourcesOf(months);
    const pieces = () => {
      throw new CrmError('file-read-failed', 'mar.csv', { reason: 'EMFILE' });
    };
    const workers = new SameThread(sources.map((one) => ({ ...one, pieces })));
    expect(await apart(sources, workers)).toEqual(await alone(sources));
    expect(workers.closed).toBe(2);
  });
});

describe('a thread', () => {
  test('that cannot be had is done without', async () => {
    const sources = sourcesOf(months);
    const workers = new SameThread(sources, 2, () => null);
    expect(await apart(sources, workers)).toEqual(await alone(sources));
  });

  test('that breaks ends the run with its failure', async () => {
    const sources = sourcesOf(months);
    const broken = () => Promise.reject(new TypeError('nobody thought of this'));
    await expect(apart(sources, new SameThread(sources, 2, broken))).rejects.toThrow('nobody thought of this');
  });
});
