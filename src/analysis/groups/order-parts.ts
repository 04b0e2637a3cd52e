import { orderTable } from '../../model/order-builder.js';
import type { LineTable, OrderTable, RefundTable } from '../../model/orders.js';
import type { Groups } from './group-keys.js';

type Column = Int32Array | Float64Array | Uint8Array;

/**
 * The order table cut into one table a group, each with its lines and refunds; rows without a group are left out. The
 * texts are shared. Linear in orders, lines and refunds, whatever the number of groups.
 */
export function orderParts(orders: OrderTable, { keys, ofRow }: Groups): readonly OrderTable[] {
  const rows = placesByGroup(ofRow, keys.length);
  const newRow = new Int32Array(orders.size);
  for (const part of rows) for (const [index, row] of part.entries()) newRow[row] = index;
  const lines = placesByGroup(groupsOfRows(orders.lines.orderRow, ofRow), keys.length);
  const refunds = placesByGroup(groupsOfRows(orders.refunds.orderRow, ofRow), keys.length);
  const { lines: allLines, refunds: allRefunds, texts, size: _, ...columns } = orders;
  return keys.map((_key, group) =>
    orderTable(
      cut(columns, rows[group]!),
      partOf<LineTable>(allLines, lines[group]!, newRow),
      partOf<RefundTable>(allRefunds, refunds[group]!, newRow),
      texts,
    ),
  );
}

/** A table of an order's parts, its orders numbered anew. */
function partOf<T extends LineTable | RefundTable>({ size: _, ...columns }: T, places: Int32Array, newRow: Int32Array) {
  const part = cut(columns, places);
  return { ...part, size: places.length, orderRow: part.orderRow.map((row) => newRow[row]!) };
}

/** The same columns, of some places only. */
function cut<T extends object>(columns: T, places: Int32Array): T {
  const pairs = Object.entries(columns).map(([key, column]) => [key, picked(column as Column, places)] as const);
  return Object.fromEntries(pairs) as T;
}

function picked(column: Column, places: Int32Array): Column {
  const values = column.slice(0, places.length);
  for (let index = 0; index < places.length; index++) values[index] = column[places[index]!]!;
  return values;
}

function groupsOfRows(orderRow: Int32Array, ofRow: Int32Array): Int32Array {
  return orderRow.map((row) => ofRow[row]!);
}

/** The places of each group, in order: a counting sort. */
function placesByGroup(groups: Int32Array, count: number): readonly Int32Array[] {
  const sizes = new Int32Array(count);
  for (const group of groups) if (group >= 0) sizes[group]!++;
  const places = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(count);
  for (let place = 0; place < groups.length; place++) {
    const group = groups[place]!;
    if (group >= 0) places[group]![filled[group]!++] = place;
  }
  return places;
}
