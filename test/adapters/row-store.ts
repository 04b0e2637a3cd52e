import { createHash } from 'node:crypto';
import type { Dialect, Field } from '../../src/adapters/dialect.js';
import { strictIdentity } from '../../src/adapters/identity/identity-rules.js';
import { fates } from '../../src/adapters/merge/row-fate.js';
import type { CountingRules } from '../../src/adapters/options.js';
import { closeReasons, type RowSheet, type RowStore, type RowTexts } from '../../src/adapters/rows/rows.js';
import { toOrders } from '../../src/adapters/settle/to-orders.js';
import { NONE, type OrderTable, precisions, type Stage, stages, uncountedReasons } from '../../src/model/orders.js';
import { dayOf, isoDay, NO_DAY, SECONDS_A_DAY } from '../../src/util/calendar.js';

/** A row as a test draws it. Money in minor units; a time is `2020-02-21` or `2020-02-21 10:00` or with seconds. */
export interface DrawnRow {
  readonly order?: string;
  readonly lineId?: string;
  readonly platform?: string;
  readonly shop?: string;
  readonly created?: string;
  readonly time?: string;
  readonly shipped?: string;
  readonly completed?: string;
  readonly currency?: string;
  readonly total?: number;
  readonly goods?: number;
  readonly postage?: number;
  readonly discount?: number;
  readonly paid?: number;
  readonly refund?: number;
  readonly price?: number;
  readonly quantity?: number;
  readonly status?: Stage;
  readonly closeReason?: (typeof closeReasons)[number];
  readonly buyer?: string;
  readonly account?: string;
  readonly phone?: string;
  readonly receiver?: string;
  readonly address?: string;
  readonly memo?: string;
  readonly product?: string;
  readonly sku?: string;
}

/** A sheet as a test draws it. Fields not said are those its rows fill. */
export interface DrawnSheet {
  readonly file?: number;
  readonly name?: string;
  readonly dialect?: Partial<Dialect>;
  readonly fields?: readonly Field[];
  readonly orderNumbers?: boolean;
  readonly rows: readonly DrawnRow[];
}

export const orderReport: Dialect = {
  id: 'order-report',
  title: { zh: '订单报表', en: 'order report' },
  platform: 'mall',
  marks: [['x']],
  not: [],
  grain: 'order',
  refund: 'paid-is-net',
  clock: 'Asia/Shanghai',
  currency: 'CNY',
  fields: {},
  statuses: {},
};

export const itemReport: Partial<Dialect> = { id: 'item-report', grain: 'line', refund: 'paid-is-gross' };

export const plainRules: CountingRules = {
  ...{ asOf: null, windowEnd: null, keepZero: false, excludePostage: false },
  ...{ identity: strictIdentity, exclusions: { list: null, memoWords: [] } },
};

const textNames = [
  ...(['order', 'lineId', 'platform', 'shop', 'currency', 'buyer', 'account', 'phone'] as const),
  ...(['receiver', 'address', 'memo', 'product', 'sku'] as const),
] as const;
const moneyNames = ['total', 'goods', 'postage', 'discount', 'paid', 'refund'] as const;
const timeNames = { created: 'createdAt', time: 'paidAt', shipped: 'shippedAt', completed: 'completedAt' } as const;
const fieldOf: Partial<Record<keyof DrawnRow, Field>> = { lineId: 'line' };

/** A row store out of drawn sheets. */
export function rowStore(sheets: readonly DrawnSheet[]): RowStore {
  const rows = sheets.flatMap((sheet, index) => sheet.rows.map((row, line) => ({ row, sheet: index, line: line + 2 })));
  const texts = Object.fromEntries([...textNames, 'status', 'province', 'city'].map((name) => [name, new Texts()])) as {
    [K in keyof RowTexts]: Texts;
  };
  const codes = (name: keyof RowTexts, of: (row: DrawnRow) => string | undefined) =>
    Int32Array.from(rows, ({ row }) => texts[name].codeOf(of(row)));
  const numbers = (of: (row: DrawnRow) => number | undefined) =>
    Float64Array.from(rows, ({ row }) => of(row) ?? Number.NaN);
  const columns = {
    ...(Object.fromEntries(textNames.map((name) => [name, codes(name, (row) => row[name])])) as Record<
      (typeof textNames)[number],
      Int32Array
    >),
    ...(Object.fromEntries(moneyNames.map((name) => [name, numbers((row) => row[name])])) as Record<
      (typeof moneyNames)[number],
      Float64Array
    >),
    ...(Object.fromEntries(
      Object.entries(timeNames).map(([field, name]) => [
        name,
        numbers((row) => seconds(row[field as keyof typeof timeNames])),
      ]),
    ) as Record<(typeof timeNames)[keyof typeof timeNames], Float64Array>),
  };
  return {
    ...columns,
    size: rows.length,
    sheets: sheets.map(drawnSheet),
    sheet: Int32Array.from(rows, ({ sheet }) => sheet),
    line: Int32Array.from(rows, ({ line }) => line),
    status: codes('status', (row) => row.status),
    province: codes('province', () => undefined),
    city: codes('city', () => undefined),
    timePrecision: Uint8Array.from(rows, ({ row }) => precisionOf(row.time ?? row.created)),
    listPrice: numbers((row) => row.price),
    place: new Int32Array(rows.length).fill(NONE),
    quantity: Int32Array.from(rows, ({ row }) => row.quantity ?? NONE),
    stage: Uint8Array.from(rows, ({ row }) => stages.indexOf(row.status ?? 'none')),
    closeReason: Uint8Array.from(rows, ({ row }) => closeReasons.indexOf(row.closeReason ?? 'none')),
    filled: Uint8Array.from(rows, ({ row }) => Object.keys(row).length),
    hashOf: (row) => hashOf(rows[row]!.row),
    texts,
  };
}

function drawnSheet({ file = 0, name = '', dialect = {}, fields, orderNumbers, rows }: DrawnSheet): RowSheet {
  const filled = rows
    .flatMap((row) => Object.keys(row) as (keyof DrawnRow)[])
    .map((key) => fieldOf[key] ?? (key as Field));
  const has = new Set<Field>(fields ?? filled);
  return {
    file,
    name,
    dialect: { ...orderReport, ...dialect },
    fields: has,
    orderNumbers: orderNumbers ?? has.has('order'),
  };
}

/** The orders of drawn sheets, as readable objects in the sequence of the table. */
export function ordersFrom(sheets: readonly DrawnSheet[], rules: Partial<CountingRules> = {}) {
  const store = rowStore(sheets);
  const made = toOrders(
    store,
    sheets.map(({ file = 0 }, sheet) => ({ file, sheet })),
    { ...plainRules, ...rules },
  );
  return { ...made, orders: readable(made.table), fates: [...made.fate].map((fate) => fates[fate]) };
}

/** What a test wants to see of each order. */
export function readable(table: OrderTable) {
  const text = (name: keyof OrderTable['texts'], code: number) => (code === NONE ? null : table.texts[name].text(code));
  return Array.from({ length: table.size }, (_, row) => ({
    order: text('order', table.order[row]!),
    shop: text('shop', table.shop[row]!),
    platform: text('platform', table.platform[row]!),
    currency: text('currency', table.currency[row]!),
    day: table.day[row] === NO_DAY ? null : isoDay(table.day[row]!),
    paidAt: table.paidAt[row],
    createdAt: table.createdAt[row],
    gross: table.gross[row],
    refunded: table.refunded[row],
    net: table.net[row],
    units: table.units[row],
    stage: stages[table.stage[row]!],
    uncounted: uncountedReasons[table.uncounted[row]!],
    customer: text('customer', table.customer[row]!),
    buyer: text('buyer', table.buyer[row]!),
    lines: linesOf(table, row),
  }));
}

function linesOf({ lines, texts }: OrderTable, row: number) {
  return Array.from({ length: lines.size }, (_, line) => line)
    .filter((line) => lines.orderRow[line] === row)
    .map((line) => ({
      product: texts.product.text(lines.product[line]!),
      quantity: lines.quantity[line],
      amount: lines.amount[line],
      refunded: lines.refunded[line],
    }));
}

class Texts {
  readonly #codes = new Map<string, number>();
  get size(): number {
    return this.#codes.size;
  }
  codeOf(text: string | undefined): number {
    if (text === undefined) return NONE;
    const code = this.#codes.get(text) ?? this.#codes.size;
    this.#codes.set(text, code);
    return code;
  }
  text(code: number): string {
    return [...this.#codes.keys()][code] ?? '';
  }
}

function seconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [date = '', clock = '0:0:0'] = text.split(' ');
  const [year, month, day] = date.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  return dayOf(year!, month!, day!) * SECONDS_A_DAY + hour * 3600 + minute * 60 + second;
}

function precisionOf(text: string | undefined): number {
  if (text === undefined) return precisions.indexOf('none');
  const colons = text.split(':').length - 1;
  return precisions.indexOf(colons === 0 ? 'day' : colons === 1 ? 'minute' : 'second');
}

/** 48 bits of a row's content, whatever the order of its fields. */
export function hashOf(row: DrawnRow): number {
  const content = JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
  return createHash('sha256').update(content).digest().readUIntBE(0, 6);
}
