import { NONE } from '../../model/orders.js';
import { closeReasons, type RowStore } from '../rows/rows.js';
import { type Columns, HAS_REFUND } from './columns.js';
import type { MergedOrders } from './merge.js';
import { DUPLICATE, USED } from './row-fate.js';
import { NO_ORDER, orderFinder, sideRows } from './side-rows.js';

const REFUNDED = closeReasons.indexOf('refunded');

/** Money that went back to the buyer of an order, as a refund report tells. */
export interface ReportedRefund {
  /** Index among the merged orders. */
  readonly order: number;
  /** Minor units. */
  readonly amount: number;
  /** Seconds on the shop's clock, NaN = unknown. */
  readonly at: number;
}

/** What the refund reports of all files tell. */
export interface ReportedRefunds {
  readonly refunds: readonly ReportedRefund[];
  /** Refunds of orders that are in no file, and what went back. */
  readonly withoutOrder: number;
  readonly withoutOrderAmount: number;
}

/**
 * Reads the refund reports: each refund (by its number) in its newest state, those that succeeded, with their order.
 * A refund without a number is known by order, amount and time. Writes the fate of their rows.
 */
export function reportedRefunds(
  store: RowStore,
  rows: Columns,
  merged: MergedOrders,
  fate: Uint8Array,
): ReportedRefunds | null {
  const side = sideRows(store, fate, 'refund');
  if (side.length === 0) return null;
  const orderOf = orderFinder(store, rows, merged);
  const refunds: ReportedRefund[] = [];
  let withoutOrder = 0;
  let withoutOrderAmount = 0;
  for (const row of newestStates(store, rows, side, fate)) {
    const amount = rows.refund[row]!;
    if (!succeeded(store, row) || !(amount > 0)) continue;
    const order = orderOf(row);
    if (order === NO_ORDER) {
      withoutOrder++;
      withoutOrderAmount += amount;
    } else refunds.push({ order, amount, at: rows.completedAt[row]! });
  }
  return { refunds, withoutOrder, withoutOrderAmount };
}

/** Without a column of the status the report lists what went back. */
function succeeded({ sheets, sheet, closeReason }: RowStore, row: number): boolean {
  return !sheets[sheet[row]!]!.fields.has('refundStatus') || closeReason[row] === REFUNDED;
}

/** One row a refund, in the order of the files; the others are duplicates. */
function newestStates(store: RowStore, rows: Columns, side: readonly number[], fate: Uint8Array): readonly number[] {
  const newest = new Map<string, number>();
  for (const row of side) {
    const id = rows.lineId[row]!;
    const platform = rows.platform[row]!;
    const key =
      id !== NONE
        ? `${platform} ${id}`
        : `${platform} - ${rows.order[row]} ${rows.refund[row]} ${rows.completedAt[row]}`;
    const known = newest.get(key);
    if (known === undefined || isNewer(store, rows, row, known)) newest.set(key, row);
    fate[row] = DUPLICATE;
  }
  for (const row of newest.values()) fate[row] = USED;
  return [...newest.values()];
}

/** The later end, then success, then the larger amount. */
function isNewer(store: RowStore, { completedAt, refund }: Columns, row: number, other: number): boolean {
  const ends = (completedAt[row]! || 0) - (completedAt[other]! || 0);
  if (ends !== 0) return ends > 0;
  const success = Number(succeeded(store, row)) - Number(succeeded(store, other));
  return success !== 0 ? success > 0 : (refund[row]! || 0) > (refund[other]! || 0);
}

/**
 * The orders with the refunds of the refund reports. Where an order's own report tells of no less, nothing changes: the
 * refund report may cover fewer days. Where it tells of less, it was exported before the refund: what was paid before
 * refunds stays, the refund is that of the refund reports. A report without refunds whose paid amount is net of them has
 * them taken off already, unless its total says that nothing was.
 */
export function withRefunds(
  merged: MergedOrders,
  { refunds }: ReportedRefunds,
  isNet: (sheet: number) => boolean,
): MergedOrders {
  const sums = new Map<number, number>();
  for (const { order, amount } of refunds) sums.set(order, (sums.get(order) ?? 0) + amount);
  const { columns } = merged;
  const [paid, refund, has] = [columns.paid.slice(), columns.refund.slice(), columns.has.slice()];
  for (const [order, sum] of sums) {
    const stated = refund[order]! || 0;
    if (sum <= stated + 1) continue;
    if (isNet(columns.paidSheet[order]!)) paid[order] = paid[order]! - notTakenOff(columns, order, stated, sum);
    refund[order] = sum;
    has[order]! |= HAS_REFUND;
  }
  return { ...merged, columns: { ...columns, paid, refund, has } };
}

/** What of the refunds is still in a paid amount that is net of those its report knows. */
function notTakenOff({ paid, total, has }: Columns, order: number, stated: number, sum: number): number {
  if ((has[order]! & HAS_REFUND) !== 0) return sum - stated;
  return Math.abs(total[order]! - paid[order]!) <= 1 ? sum : 0;
}
