import { type KnownColumn, knownColumns } from '../../model/known-columns.js';
import { knownBy } from '../known-fields.js';
import {
  type Columns,
  HAS_CLOSE_REASON,
  HAS_CREATED,
  HAS_REFUND,
  HAS_STATUS,
  HAS_TIME,
  STATUS_TELLS,
} from '../merge/columns.js';
import type { RowStore } from '../rows/rows.js';

/** The bit of a column in `known`. */
export const knownBit = (column: KnownColumn): number => 1 << knownColumns.indexOf(column);

const merged: readonly (readonly [number, KnownColumn])[] = [
  [HAS_CREATED, 'created'],
  [HAS_TIME, 'time'],
  [STATUS_TELLS, 'paid-by-status'],
  [HAS_STATUS, 'status'],
  [HAS_CLOSE_REASON, 'closeReason'],
  [HAS_REFUND, 'refund'],
];

/** Bits by `knownColumns` of what each sheet of the store has. */
export function sheetsKnow({ sheets }: RowStore): readonly number[] {
  return sheets.map(({ fields, orderNumbers }) => {
    let bits = 0;
    for (const column of knownColumns) {
      const has = knownBy[column].some((field) => fields.has(field));
      if (has && (column !== 'order' || orderNumbers)) bits |= knownBit(column);
    }
    return bits;
  });
}

/** All that `has` of merged columns can be. */
const HAS_ALL = 128;

/** Per order of the table: what the sheet of its newest state has, and what the merging knows of the older ones. */
export function knownOf(
  { has }: Columns,
  ofSheet: readonly number[],
  orders: Int32Array,
  sheetOf: Int32Array,
): Uint16Array {
  const bitsOf = new Uint16Array(ofSheet.length * HAS_ALL);
  for (let at = 0; at < bitsOf.length; at++) {
    bitsOf[at] = ofSheet[Math.floor(at / HAS_ALL)]!;
    for (const [bit, column] of merged) if ((at & bit) !== 0) bitsOf[at]! |= knownBit(column);
  }
  const known = new Uint16Array(orders.length);
  for (let at = 0; at < known.length; at++) known[at] = bitsOf[sheetOf[at]! * HAS_ALL + has[orders[at]!]!]!;
  return known;
}
