import { NONE } from '../../model/orders.js';
import type { RowStore } from '../rows/rows.js';
import { isRejected } from './row-fate.js';

/** Rows of one order that are looked at together, and how many sheets they come from. */
export interface OrderRows {
  readonly part: number[];
  sheets: number;
}

/** The rows of an order that are in order reports: by sheet, or by layout where it is known to have a row per product. */
export function orderRows(
  store: RowStore,
  rows: Int32Array,
  layoutOf: readonly number[],
  fate: Uint8Array,
): readonly OrderRows[] {
  const parts = new Map<number, OrderRows>();
  let before = NONE;
  for (const row of rows) {
    const sheet = store.sheet[row]!;
    const { grain } = store.sheets[sheet]!.dialect;
    if (isRejected(fate[row]!) || grain === 'line') continue;
    const key = grain === 'product' ? -1 - layoutOf[sheet]! : sheet;
    const known = parts.get(key) ?? { part: [], sheets: 0 };
    if (sheet !== before) known.sheets++;
    before = sheet;
    known.part.push(row);
    parts.set(key, known);
  }
  return [...parts.values()].filter(({ part }) => part.length > 1);
}
