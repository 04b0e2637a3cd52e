import { readdirSync, readFileSync } from 'node:fs';
import { importOrders } from '../../../src/adapters/import.js';
import { memorySource } from '../../../src/commands/memory-source.js';
import type { Imported } from '../../../src/model/imported.js';
import { NONE, uncountedReasons } from '../../../src/model/orders.js';
import { isoDay, NO_DAY } from '../../../src/util/calendar.js';
import { plainOptions } from '../csv-import.js';

/** The answer beside a fixture, worked out by hand: per order number its day, money (minor units) and fate. */
export interface PlatformAnswer {
  readonly about: string;
  readonly dialect: string;
  /** Fixtures that are read with it: reports that tell of the orders of others. */
  readonly with?: readonly string[];
  readonly rows: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly kept: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  readonly orders: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const folder = new URL('../../../fixtures/', import.meta.url);

/** `shopify/orders.csv`: every fixture that has an answer beside it. */
export const fixtureNames: readonly string[] = readdirSync(folder).flatMap((dialect) => {
  const files = readdirSync(new URL(`${dialect}/`, folder));
  return files
    .filter((name) => !name.endsWith('.json') && files.includes(name.replace(/\.\w+$/, '.expected.json')))
    .map((name) => `${dialect}/${name}`);
});

export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(new URL(name, folder));
}

export function answerOf(name: string): PlatformAnswer {
  return JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/, '.expected.json'), folder), 'utf8')) as PlatformAnswer;
}

/** Reads fixtures as one run. */
export function importFixtures(...names: readonly string[]): Promise<Imported> {
  return importSources(...names.map((name): [string, Uint8Array] => [name, fixtureBytes(name)]));
}

/** Reads texts as files of one run. */
export function importSources(...files: readonly (readonly [string, Uint8Array])[]): Promise<Imported> {
  const sources = files.map(([name, bytes]) => memorySource(name, [bytes]));
  const runChild = () => Promise.reject(new Error('texts need no child'));
  return importOrders(sources, plainOptions, { runChild, onBytes: () => undefined });
}

/** What the import made of every order, by number. */
export function ordersOf({ table }: Imported): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return Object.fromEntries(
    Array.from({ length: table.size }, (_, order) => [
      table.texts.order.text(table.order[order]!),
      {
        day: isoDay(table.day[order]!),
        gross: table.gross[order]!,
        refunded: table.refunded[order]!,
        fate: uncountedReasons[table.uncounted[order]!],
        units: table.units[order]!,
        customer: table.customer[order] === NONE ? '' : table.texts.customer.text(table.customer[order]!),
        province: table.texts.province.text(table.province[order]!),
        city: table.texts.city.text(table.city[order]!),
        platform: table.texts.platform.text(table.platform[order]!),
        shop: table.texts.shop.text(table.shop[order]!),
        currency: table.texts.currency.text(table.currency[order]!),
        lines: linesOf(table, order),
        refunds: refundsOf(table, order),
      },
    ]),
  );
}

/** `day amount` of the refunds. */
function refundsOf({ refunds }: Imported['table'], order: number): readonly string[] {
  return Array.from({ length: refunds.size }, (_, refund) => refund)
    .filter((refund) => refunds.orderRow[refund] === order)
    .map((refund) => {
      const day = refunds.day[refund]!;
      return `${day === NO_DAY ? 'undated' : isoDay(day)} ${refunds.amount[refund]!}`;
    });
}

/** `title × units = amount − refund`, sorted; an amount that nobody knows is a question mark. */
function linesOf({ lines, texts }: Imported['table'], order: number): readonly string[] {
  const known = (amount: number) => (Number.isNaN(amount) ? '?' : String(amount));
  return Array.from({ length: lines.size }, (_, line) => line)
    .filter((line) => lines.orderRow[line] === order)
    .map((line) => {
      const title = texts.product.text(lines.product[line]!);
      return `${title} × ${lines.quantity[line]!} = ${known(lines.amount[line]!)} − ${known(lines.refunded[line]!)}`;
    })
    .sort();
}
