import { NONE } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import { isAll } from '../merge/picked.js';
import { USED } from '../merge/row-fate.js';
import { moneyOf, withoutPostage } from './order-money.js';
import type { Worth } from './worth.js';

/**
 * Net of each row in minor units. Rows that were used share out the net of their order, so that the rows used sum to
 * the orders: the row that stands for the order has what its other rows do not have (all of it in an order report,
 * filled blanks included; lines of an order that the order report has too have none). Duplicate and rejected rows have
 * what they state.
 */
export function rowAmounts(
  rows: Columns,
  merged: MergedOrders,
  worth: Worth,
  fate: Uint8Array,
  meanings: readonly Dialect['refund'][],
  excludePostage: boolean,
): Float64Array {
  const left = worth.gross.slice();
  for (let order = 0; order < left.length; order++) left[order]! -= worth.refunded[order]!;
  if (isAll(merged.row, fate.length)) return left;
  const amounts = new Float64Array(fate.length);
  for (let row = 0; row < fate.length; row++) {
    const order = merged.orderOfRow[row]!;
    const isBase = order !== NONE && row === merged.row[order];
    if (merged.carries[row] === 0 || (isBase && fate[row] === USED)) continue;
    const stated = moneyOf(rows, row, meanings[rows.paidSheet[row]!]!);
    const { gross, refunded } = excludePostage ? withoutPostage(stated, rows.postage[row]!) : stated;
    amounts[row] = gross - refunded;
    if (fate[row] === USED) left[order]! -= amounts[row]!;
  }
  for (let order = 0; order < merged.size; order++) amounts[merged.row[order]!] = left[order]!;
  return amounts;
}
