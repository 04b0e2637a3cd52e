import type { RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import { ORDER } from './entities.js';
import type { Groups } from './groups.js';
import { coarsenessOf, eventTime, newerFirst, rankOf, refundOf } from './newer-state.js';
import { isRejected } from './row-fate.js';

/** Rows of normalised orders, or of exports, that tell an older state of what the others tell whole. */
export interface ToldAgain {
  /** Per row: 1 = passed over. */
  readonly passed: Uint8Array;
  /** Orders (by group) whose blanks a passed row fills. */
  readonly fills: readonly { readonly group: number; readonly row: number }[];
}

/**
 * An order that was normalised from product rows or lines has one state of its own, and an export tells it in product
 * rows or lines again: neither is a row of the other's kind. So the states are compared as wholes, by the rule for two
 * states of one order (event times, stage, refund; else the normalised one, which has more fields), and the older one
 * is passed over; blanks of the newer are filled from it. Null where no file needs it. Linear.
 */
export function toldAgain(
  store: RowStore,
  columns: Columns,
  groups: Groups,
  kindOf: Uint8Array,
  fate: Uint8Array,
): ToldAgain | null {
  const isNormal = store.sheets.map(({ kinds }) => kinds !== undefined);
  const used = new Set(store.sheet);
  if (!isNormal.some((normal, sheet) => normal && used.has(sheet))) return null;
  if (!isNormal.some((normal, sheet) => !normal && used.has(sheet))) return null;
  const passed = new Uint8Array(store.size);
  const fills: { group: number; row: number }[] = [];
  for (let group = 0; group < groups.size; group++) {
    if (groups.offsets[group + 1]! - groups.offsets[group]! < 2) continue;
    const rows = groups.members
      .subarray(groups.offsets[group]!, groups.offsets[group + 1]!)
      .filter((row) => !isRejected(fate[row]!));
    const normal = rows.filter((row) => isNormal[store.sheet[row]!]);
    const exported = rows.filter((row) => !isNormal[store.sheet[row]!]);
    const state = newestOrder(store, columns, normal, kindOf);
    if (state === null || exported.length === 0 || exported.some((row) => kindOf[row] === ORDER)) continue;
    const newer = isNewer(store, columns, exported, state, coarsenessOf(columns, rows));
    for (const row of newer ? normal : exported) passed[row] = 1;
    if (newer) fills.push({ group, row: state });
  }
  return { passed, fills };
}

/** The newest row of an order that was normalised from other rows than orders; null where there is none. */
function newestOrder(store: RowStore, columns: Columns, rows: Int32Array, kindOf: Uint8Array): number | null {
  const orders = rows.filter((row) => kindOf[row] === ORDER);
  if (orders.length === 0 || rows.some((row) => (store.sheets[store.sheet[row]!]!.kinds! & ORDER) !== 0)) return null;
  const newer = newerFirst(columns, coarsenessOf(columns, orders));
  return orders.sort((one, other) => newer(one, other) || one - other)[0]!;
}

/** Whether the exported rows, taken as one state, are newer than a state of the whole order. */
function isNewer(store: RowStore, columns: Columns, rows: Int32Array, state: number, coarseness: number): boolean {
  const refunds = new Map<number, number>();
  let time = 0;
  let rank = 0;
  for (const row of rows) {
    time = Math.max(time, eventTime(columns, row));
    rank = Math.max(rank, rankOf(columns, row));
    refunds.set(store.sheet[row]!, (refunds.get(store.sheet[row]!) ?? 0) + refundOf(columns, row));
  }
  const later = Math.floor(time / coarseness) - Math.floor(eventTime(columns, state) / coarseness);
  const further = rank - rankOf(columns, state);
  return (later || further || Math.max(...refunds.values()) - refundOf(columns, state)) > 0;
}
