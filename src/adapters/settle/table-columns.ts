import type { OrderColumns } from '../../model/order-builder.js';
import { NONE, type OrderTexts } from '../../model/orders.js';
import type { Customers } from '../identity/identity.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import { pickedCodes } from '../merge/picked.js';
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
  ...(['currency', 'platform', 'shop', 'status', 'province', 'city', 'memo'] as const),
  ...(['buyer', 'account', 'phone', 'receiver', 'address', 'line'] as const),
] as const;
type FloatColumn = (typeof floatColumns)[number];
type CodeColumn = (typeof codeColumns)[number];

/** The columns of the table: merged orders in the sequence of the picker, what they were settled to, and their customers. */
export function tableColumns(
  store: RowStore,
  { columns, row, listTotal, kinds }: MergedOrders,
  { stated, paidIn }: Pick<Understood, 'stated' | 'paidIn'>,
  settled: Settled,
  customers: Customers,
  picker: ColumnPicker,
  positions: readonly SheetPosition[],
): Omit<OrderColumns, 'refundedAt'> {
  const orders = picker.rows;
  const floats = (column: Float64Array) => picker.floats(column);
  const codes = (column: Int32Array) => picker.codes(column);
  const bytes = (column: Uint8Array) => picker.bytes(column);
  const sheetOf = sheetsOf(store, row, picker);
  const ofSheet = (part: (position: SheetPosition) => number) =>
    positions.length === 1
      ? picker.constant(part(positions[0]!))
      : pickedCodes(Int32Array.from(positions, part), sheetOf);
  const [gross, refunded] = [floats(settled.gross), floats(settled.refunded)];
  return {
    ...(Object.fromEntries(floatColumns.map((name) => [name, floats(columns[name])])) as Record<
      FloatColumn,
      Float64Array
    >),
    ...(Object.fromEntries(codeColumns.map((name) => [name, codes(columns[name])])) as Record<CodeColumn, Int32Array>),
    timePrecision: bytes(columns.timePrecision),
    day: codes(settled.day),
    gross,
    refunded,
    net: difference(gross, refunded),
    listTotal: floats(listTotal),
    units: codes(columns.quantity),
    stage: bytes(columns.stage),
    customer: customers.customer,
    file: ofSheet(({ file }) => file),
    sheet: ofSheet(({ sheet }) => sheet),
    order: store.sheets.every(({ orderNumbers }) => orderNumbers)
      ? codes(columns.order)
      : orders.map((order, at) => (store.sheets[sheetOf[at]!]!.orderNumbers ? columns.order[order]! : NONE)),
    uncounted: bytes(settled.uncounted),
    known: knownOf(stated, sheetsKnow(store), orders, sheetOf, paidIn),
    kinds: bytes(kinds),
    buyerName: codes(columns[nameColumn(columns)]),
  };
}

function difference(gross: Float64Array, refunded: Float64Array): Float64Array {
  const net = new Float64Array(gross.length);
  for (let at = 0; at < net.length; at++) net[at] = gross[at]! - refunded[at]!;
  return net;
}

function sheetsOf({ sheet, sheets }: RowStore, row: Int32Array, picker: ColumnPicker): Int32Array {
  return sheets.length === 1 ? picker.constant(0) : pickedCodes(sheet, pickedCodes(row, picker.rows));
}

/** The texts of the coded columns: `platform` and `currency` are those the dialects added to. */
export function tableTexts(
  { texts }: RowStore,
  columns: Columns,
  customers: Customers,
  added: Pick<OrderTexts, 'platform' | 'currency'>,
): OrderTexts {
  return { ...texts, ...added, customer: customers.texts, buyerName: texts[nameColumn(columns)] };
}

/** Names are the buyers' as in the files; files without a buyer column have the receivers' only. */
function nameColumn({ buyer }: Columns): 'buyer' | 'receiver' {
  return buyer.some((code) => code !== NONE) ? 'buyer' : 'receiver';
}
