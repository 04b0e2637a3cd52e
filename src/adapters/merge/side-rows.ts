import { NONE } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import type { RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import type { MergedOrders } from './merge.js';
import { SIDE } from './row-fate.js';

/** No order of the files has the number, or orders of several shops have it and nobody can tell which is meant. */
export const NO_ORDER = -1;
const SEVERAL = -2;

/** Whether a report tells of orders that stand in another one: refunds, parcels. Its rows are no orders. */
export function isSideReport({ grain }: Pick<Dialect, 'grain'>): boolean {
  return grain === 'refund' || grain === 'parcel';
}

/** The fate of all rows before any is judged: those of side reports take no part in making orders. */
export function firstFates({ size, sheets, sheet }: RowStore): Uint8Array {
  const fate = new Uint8Array(size);
  const side = sheets.map(({ dialect }) => isSideReport(dialect));
  if (!side.includes(true)) return fate;
  for (let row = 0; row < size; row++) if (side[sheet[row]!] === true) fate[row] = SIDE;
  return fate;
}

/** The rows of side reports of one kind. */
export function sideRows({ sheets, sheet }: RowStore, fate: Uint8Array, grain: 'refund' | 'parcel'): readonly number[] {
  const rows: number[] = [];
  if (!sheets.some(({ dialect }) => dialect.grain === grain)) return rows;
  for (let row = 0; row < fate.length; row++) {
    if (fate[row] === SIDE && sheets[sheet[row]!]!.dialect.grain === grain) rows.push(row);
  }
  return rows;
}

/**
 * Finds the order a side row tells of: the one with its number on its platform, else the one with a line of that number
 * (refunds name the sub-order at times); NO_ORDER where none or several shops have it. Made only where there are such rows.
 */
export function orderFinder(store: RowStore, rows: Columns, merged: MergedOrders): (row: number) => number {
  const { columns, lines, size } = merged;
  const byOrder = new Map<string, number>();
  const byLine = new Map<string, number>();
  const put = (into: Map<string, number>, platform: number, text: string, order: number) => {
    const key = `${platform} ${text}`;
    into.set(key, into.has(key) && into.get(key) !== order ? SEVERAL : order);
  };
  for (let order = 0; order < size; order++) {
    const platform = columns.platform[order]!;
    if (columns.order[order] !== NONE) put(byOrder, platform, store.texts.order.text(columns.order[order]!), order);
    for (let at = lines.first[order]!; at < lines.first[order + 1]!; at++) {
      const line = lines.states.lineId[lines.state[at]!]!;
      if (line !== NONE) put(byLine, platform, store.texts.lineId.text(line), order);
    }
  }
  return (row) => {
    if (store.order[row] === NONE) return NO_ORDER;
    const key = `${rows.platform[row]} ${store.texts.order.text(store.order[row]!)}`;
    return Math.max(NO_ORDER, byOrder.get(key) ?? byLine.get(key) ?? NO_ORDER);
  };
}
