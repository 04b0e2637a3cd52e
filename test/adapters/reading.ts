import { identify, rowsToIdentify } from '../../src/adapters/identify/identify.js';
import type { ImportOptions } from '../../src/adapters/options.js';
import type { Sheet } from '../../src/adapters/read/sheet.js';
import { IssueCollector } from '../../src/adapters/rows/issue-collector.js';
import { readRows } from '../../src/adapters/rows/row-sink.js';
import { RowStoreBuilder } from '../../src/adapters/rows/row-store-builder.js';
import { closeReasons, type RowStore } from '../../src/adapters/rows/rows.js';
import type { SheetReading } from '../../src/adapters/rows/sheet-reading.js';
import type { IssueLog } from '../../src/model/issue.js';
import { stages } from '../../src/model/orders.js';

type Options = Pick<ImportOptions, 'platform' | 'map' | 'header' | 'orderIds' | 'timezone' | 'showValues'>;

const defaults: Options = {
  platform: null,
  map: [],
  header: true,
  orderIds: 'keep',
  timezone: null,
  showValues: false,
};
const place = { file: 'orders.csv', path: 'orders.csv', sheet: '' };

/** What a sheet was identified as; throws the refusal. */
export async function mappingOf(sheet: Sheet, more: Partial<Options> = {}) {
  const found = identify(await sheet.head(rowsToIdentify), { ...defaults, ...more }, { ...place, sheet: sheet.name });
  if (found.kind === 'skipped') throw found.error;
  return found.mapping;
}

/** `order=订单编号 paid=…`: what was taken for what. */
export async function columnsOf(sheet: Sheet, more: Partial<Options> = {}): Promise<string> {
  const { columns } = await mappingOf(sheet, more);
  return columns.map(({ field, position }) => `${field}=${position + 1}`).join(' ');
}

/** A sheet read on its own. */
export interface Reading {
  readonly reading: SheetReading;
  readonly store: RowStore;
  readonly issues: IssueLog;
}

/** Identifies and reads a sheet; throws what the import would throw. */
export async function readSheet(sheet: Sheet, more: Partial<Options> = {}): Promise<Reading> {
  const options = { ...defaults, ...more };
  const builder = new RowStoreBuilder();
  const issues = new IssueCollector();
  const context = { ...place, sheet: sheet.name, fileIndex: 0, options, issues };
  const reading = await readRows(sheet, await mappingOf(sheet, more), builder, context);
  return { reading, store: builder.build(), issues: issues.log() };
}

/** `2017-07-08 00:42:39`, null for none. */
export function clockText(seconds: number): string | null {
  return Number.isNaN(seconds) ? null : new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A row of the store in words: codes as texts, money in minor units, null where nothing is known. */
export function rowOf(store: RowStore, row: number): Readonly<Record<string, string | number | null>> {
  const words: Record<string, string | number | null> = {};
  for (const [name, dictionary] of Object.entries(store.texts)) {
    words[name] = dictionary.text(store[name as keyof RowStore['texts']][row]!);
  }
  for (const name of ['createdAt', 'paidAt', 'shippedAt', 'completedAt'] as const)
    words[name] = clockText(store[name][row]!);
  for (const name of ['total', 'goods', 'postage', 'discount', 'paid', 'refund', 'listPrice'] as const) {
    const amount = store[name][row]!;
    words[name] = Number.isNaN(amount) ? null : amount;
  }
  words['quantity'] = store.quantity[row]!;
  words['line'] = store.line[row]!;
  words['filled'] = store.filled[row]!;
  words['timePrecision'] = store.timePrecision[row]!;
  words['stage'] = stages[store.stage[row]!] ?? '';
  words['closeReason'] = closeReasons[store.closeReason[row]!] ?? '';
  return words;
}

/** The hashes of all rows. */
export function hashesOf(store: RowStore): number[] {
  return Array.from({ length: store.size }, (_, row) => store.hashOf(row));
}

/** All rows, only the columns asked for. */
export function rowsOf(store: RowStore, ...names: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: store.size }, (_, row) => {
    const words = rowOf(store, row);
    return Object.fromEntries(names.map((name) => [name, words[name]]));
  });
}
