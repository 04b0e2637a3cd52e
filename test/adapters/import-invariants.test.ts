import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalHeader } from '../../src/adapters/identify/header.js';
import { emailOf, namesOnePerson, phoneOf } from '../../src/adapters/identity/identity-text.js';
import { importOrders } from '../../src/adapters/import.js';
import { memorySource } from '../../src/commands/memory-source.js';
import { CrmError } from '../../src/errors.js';
import type { Imported } from '../../src/model/imported.js';
import { runs } from '../runs.js';
import { imported, plainOptions } from './csv-import.js';
import { readable } from './row-store.js';

const columns = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '订单付款时间'] as const;
const nasty = fc.constantFrom(
  ...['示例甲', 'ann', '=HYPERLINK("x")', '__proto__', 'a,b', 'say "hi"', '🍓', '\u202ebob', 'tab\there', "o'neil"],
);
const order = fc.record({
  id: fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map((id) => `${id / 10n}7`),
  buyer: nasty,
  fen: fc.integer({ min: 1, max: 10_000_000 }),
  day: fc.integer({ min: 1, max: 28 }),
});
type Order = typeof order extends fc.Arbitrary<infer One> ? One : never;
const orders = fc.uniqueArray(order, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const cells = ({ id, buyer, fen, day }: Order) =>
  [id, buyer, (fen / 100).toFixed(2), '交易成功', `2024-01-${String(day).padStart(2, '0')} 10:00:00`].map(quoted);
const text = (rows: readonly (readonly string[])[], header: readonly string[] = columns) =>
  `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;
const content = ({ table, asOf }: Imported) => ({ orders: readable(table), asOf });

test('ids are read byte for byte, amounts to the fen', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (drawn) => {
      const { table } = await imported({ 'orders.csv': text(drawn.map(cells)) });
      const read = new Map(readable(table).map((one) => [one.order, one.gross]));
      expect(read).toEqual(new Map(drawn.map(({ id, fen }) => [id, fen])));
    }),
    runs(300),
  );
});

test('columns nobody knows, blank rows and blanks around headers change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 0, max: 5 }), fc.nat(12), nasty, async (drawn, at, blankAt, more) => {
      const rows = drawn.map(cells);
      const plain = await imported({ 'orders.csv': text(rows) });
      const wider = (row: readonly string[], cell: string) => [...row.slice(0, at), cell, ...row.slice(at)];
      const odd = rows.map((row) => wider(row, quoted(more)));
      odd.splice(Math.min(blankAt, odd.length), 0, ['', '', '', '', '', '']);
      const header = wider(
        columns.map((name) => ` ${name} `),
        '某个新列',
      );
      expect(content(await imported({ 'orders.csv': text(odd, header) }))).toEqual(content(plain));
    }),
    runs(300),
  );
});

test('what was normalised once stays as it is', () => {
  const any = fc.oneof(fc.string({ unit: 'grapheme-composite' }), nasty, fc.stringMatching(/^[+() \d-]{5,18}$/));
  fc.assert(
    fc.property(any, (given) => {
      expect(normalHeader(normalHeader(given))).toBe(normalHeader(given));
      for (const normal of [phoneOf, emailOf]) {
        const once = normal(given);
        if (once !== null) expect(normal(once)).toBe(once);
      }
      expect(namesOnePerson(` ${given} `)).toBe(namesOnePerson(given));
    }),
    runs(),
  );
});

test('any bytes are orders or a refusal, never anything else', async () => {
  const table = new TextEncoder().encode(text([['"1"', 'ann', '5', '交易成功', '2024-01-05']]));
  const damaged = fc
    .array(fc.tuple(fc.nat(table.length - 1), fc.nat(255)), { maxLength: 6 })
    .map((changes) => changes.reduce((bytes, [at, byte]) => Uint8Array.from(bytes).fill(byte, at, at + 1), table));
  const bytes = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 200 }),
    damaged.map((some) => some.subarray(0, some.length / 2)),
  );
  const services = { runChild: () => Promise.resolve({ code: 1, killed: null, stderr: '' }), onBytes: () => undefined };
  const clean = Object.getOwnPropertyNames(Object.prototype).length;
  await fc.assert(
    fc.asyncProperty(bytes, async (some) => {
      const answer = await importOrders([memorySource('any.csv', [some])], plainOptions, services).catch(
        (error) => error,
      );
      if (answer instanceof Error) expect(answer).toBeInstanceOf(CrmError);
      if (answer instanceof CrmError) expect([2, 3]).toContain(answer.exit);
      expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(clean);
    }),
    runs(300),
  );
});
