import fc from 'fast-check';
import type { Field } from '../../src/adapters/dialect.js';
import { stages } from '../../src/model/orders.js';
import { dayOf, isoDay } from '../../src/util/calendar.js';
import { type DrawnRow, type DrawnSheet, itemReport } from './row-store.js';

const FIRST = dayOf(2020, 1, 1);

/** Three layouts of an order report: everything, without payment time and refund, without any status. */
const layouts: readonly (readonly Field[])[] = [
  [
    'order',
    'shop',
    'created',
    'time',
    'shipped',
    'completed',
    'total',
    'paid',
    'refund',
    'quantity',
    'status',
    'closeReason',
    'buyer',
    'phone',
  ],
  ['order', 'shop', 'created', 'completed', 'total', 'paid', 'quantity', 'status', 'buyer'],
  ['order', 'created', 'time', 'paid', 'refund', 'buyer', 'phone'],
];
const keyOfField: Partial<Record<Field, keyof DrawnRow>> = {};

const moment = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom('', ' 10:30', ' 10:30:15', ' 10:30:45'),
  )
  .map(([day, week, clock]) => isoDay(FIRST + day + week * 7) + clock);
const amount = fc.constantFrom(0, 1, 50, 100, 100, 199, 250);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

const content = fc.record({
  order: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  shop: fc.constantFrom(undefined, undefined, 'a', 'a', 'b'),
  created: some(moment),
  time: some(moment),
  shipped: some(moment),
  completed: some(moment),
  total: some(amount),
  paid: some(amount),
  refund: some(amount),
  quantity: some(fc.integer({ min: 1, max: 3 })),
  status: some(fc.constantFrom(...stages.filter((stage) => stage !== 'none'))),
  closeReason: some(fc.constantFrom('never-paid', 'refunded', 'other')),
  buyer: some(fc.constantFrom('ann', 'bob', 'cat', 'a*n')),
  phone: some(fc.constantFrom('13800000001', '1**********')),
});

/** A row of an order report and the layout of its sheet. */
export interface LaidOutRow {
  readonly layout: number;
  readonly row: DrawnRow;
}

export const orderRow: fc.Arbitrary<LaidOutRow> = fc
  .tuple(fc.integer({ min: 0, max: layouts.length - 1 }), content)
  .map(([layout, whole]) => ({
    layout,
    row: Object.fromEntries(
      layouts[layout]!.map((field) => keyOfField[field] ?? (field as keyof DrawnRow))
        .filter((key) => whole[key as keyof typeof whole] !== undefined)
        .map((key) => [key, whole[key as keyof typeof whole]]),
    ),
  }));

/** Lines with line ids; amounts of one line do not depend on its state. */
export const lineRow: fc.Arbitrary<DrawnRow> = fc
  .record({
    order: fc.constantFrom('1', '2', '7', '8'),
    line: fc.constantFrom(1, 2, 3),
    time: moment,
    status: fc.constantFrom('paid', 'shipped', 'completed', 'refunded', 'closed', 'unknown' as const),
    refund: fc.constantFrom(0, 0, 10),
  })
  .map(({ order, line, time, status, refund }) => ({
    order,
    lineId: `${order}-${line}`,
    time,
    status,
    refund,
    paid: line * 30,
    price: 40,
    quantity: line,
    product: `p${line}`,
  }));

/** Sheets of these rows: a sheet per layout and file, in the sequence of the rows. */
export function sheetsOf(
  rows: readonly LaidOutRow[],
  lines: readonly DrawnRow[],
  fileOf: (at: number) => number,
): readonly DrawnSheet[] {
  const sheets = new Map<string, DrawnSheet & { readonly rows: DrawnRow[] }>();
  rows.forEach(({ layout, row }, at) => {
    const key = `${fileOf(at)} ${layout}`;
    if (!sheets.has(key)) sheets.set(key, { file: fileOf(at), name: key, fields: layouts[layout]!, rows: [] });
    sheets.get(key)!.rows.push(row);
  });
  const items = lines.length === 0 ? [] : [itemsSheet(lines)];
  return [...[...sheets.values()].sort((one, other) => one.file! - other.file!), ...items];
}

export function itemsSheet(rows: readonly DrawnRow[], file = 9): DrawnSheet {
  return {
    file,
    dialect: itemReport,
    fields: ['order', 'line', 'time', 'status', 'refund', 'paid', 'price', 'quantity', 'product'],
    rows,
  };
}
