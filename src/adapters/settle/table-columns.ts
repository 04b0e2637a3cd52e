import type { OrderColumns } from '../../model/order-builder.js';
import { NONE, type OrderTexts } from '../../model/orders.js';
import { joined, madeLater, propertyLater } from '../../util/later.js';
import type { Customers } from '../identity/identity.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import { isAll, pickedCodes } from '../merge/picked.js';
import type { RowStore } from '../rows/rows.js';
import type { ColumnPicker } from './column-picker.js';
import { knownOf, sheetsKnow } from './known-columns.js';
import type { Settled } from './settle.js';
import type { Understood } from './understood.js';

/** Where a sheet of the store is among the files of the import: index of the file, and of the sheet in that file. */
export interface SheetPosition {
  readonly file: number;
  readonly sheet: number;
}

const floatColumns = ['createdAt', 'paidAt', 'shippedAt', 'completedAt', 'postage', 'discount'] as const;
const codeColumns = [
  ...(['platform', 'shop', 'status', 'province', 'city', 'memo'] as const),
  ...(['buyer', 'account', 'phone', 'receiver', 'address', 'line'] as const),
] as const;
type FloatColumn = (typeof floatColumns)[number];
type CodeColumn = (typeof codeColumns)[number];

/**
 * The columns of the table: merged orders in the sequence of the picker, what they were settled to, and their customers.
 * Those that few commands look at are picked when they are asked for.
 */
export function tableColumns(
  store: RowStore,
  merged: MergedOrders,
  { stated, paidIn }: Pick<Understood, 'stated' | 'paidIn'>,
  settled: Settled,
  customers: Customers,
  picker: ColumnPicker,
  positions: readonly SheetPosition[],
): Omit<OrderColumns, 'refundedAt'> {
  const { columns, row } = merged;
  const sheetOf = sheetsOf(store, row, picker);
  const [gross, refunded] = [picker.floats(settled.gross), picker.floats(settled.refunded)];
  const atOnce = {
    day: picker.codes(settled.day),
    gross,
    refunded,
    net: difference(gross, refunded),
    units: picker.codes(columns.quantity),
    stage: picker.bytes(columns.stage),
    currency: picker.codes(columns.currency),
    customer: customers.customer,
    uncounted: picker.bytes(settled.uncounted),
    known: knownOf(stated, sheetsKnow(store), picker.rows, sheetOf, paidIn),
  };
  const order = numbers(store, columns.order, sheetOf, picker);
  return joined(atOnce, madeLater({ ...toPick(merged, picker), ...places(sheetOf, picker, positions), order }));
}

/** Columns that are picked when asked for. Each holds its own column only, so that the others can be let go of. */
function toPick({ columns, listTotal, kinds }: MergedOrders, picker: ColumnPicker) {
  const floats = floatColumns.map((name) => [name, picker.floatsLater(columns[name])]);
  const codes = codeColumns.map((name) => [name, picker.codesLater(propertyLater(columns, name))]);
  return {
    ...(Object.fromEntries(floats) as Record<FloatColumn, () => Float64Array>),
    ...(Object.fromEntries(codes) as Record<CodeColumn, () => Int32Array>),
    listTotal: picker.floatsLater(listTotal),
    timePrecision: picker.bytesLater(columns.timePrecision),
    kinds: picker.bytesLater(kinds),
    buyerName: picker.codesLater(propertyLater(columns, nameColumn(columns))),
  };
}

/** Where the order stood: file and sheet. */
function places(sheetOf: Int32Array, picker: ColumnPicker, positions: readonly SheetPosition[]) {
  const column = (part: (position: SheetPosition) => number) => () =>
    positions.length === 1
      ? picker.constant(part(positions[0]!))
      : pickedCodes(Int32Array.from(positions, part), sheetOf);
  return { file: column(({ file }) => file), sheet: column(({ sheet }) => sheet) };
}

/** Order numbers; those of a sheet in which each row is an order are none. */
function numbers({ sheets }: RowStore, order: Int32Array, sheetOf: Int32Array, picker: ColumnPicker): () => Int32Array {
  const has = Uint8Array.from(sheets, ({ orderNumbers }) => Number(orderNumbers));
  if (!has.includes(0)) return picker.codesLater(() => order);
  return () => picker.rows.map((one, at) => (has[sheetOf[at]!] === 1 ? order[one]! : NONE));
}

function difference(gross: Float64Array, refunded: Float64Array): Float64Array {
  const net = new Float64Array(gross.length);
  for (let at = 0; at < net.length; at++) net[at] = gross[at]! - refunded[at]!;
  return net;
}

function sheetsOf({ sheet, sheets }: RowStore, row: Int32Array, picker: ColumnPicker): Int32Array {
  const { rows } = picker;
  if (sheets.length === 1) return picker.constant(0);
  return pickedCodes(sheet, isAll(row, sheet.length) ? rows : pickedCodes(row, rows));
}

/** The texts of the coded columns: `platform` and `currency` are those the dialects added to. */
export function tableTexts(
  { texts }: RowStore,
  columns: Columns,
  customers: Customers,
  added: Pick<OrderTexts, 'platform' | 'currency'>,
): OrderTexts {
  const buyerName = madeLater({ buyerName: propertyLater(texts, nameColumn(columns)) });
  return joined(joined(texts, { ...added, customer: customers.texts }), buyerName);
}

/** Names are the buyers' as in the files; files without a buyer column have the receivers' only. */
function nameColumn({ buyer }: Columns): 'buyer' | 'receiver' {
  return buyer.some((code) => code !== NONE) ? 'buyer' : 'receiver';
}
