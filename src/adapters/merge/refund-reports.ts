import { NONE } from '../../model/orders.js';
import { joined } from '../../util/later.js';
import { closeReasons, type RowStore } from '../rows/rows.js';
import { type Columns, HAS_REFUND } from './columns.js';
import type { MergedOrders } from './merge.js';
import { DUPLICATE, USED } from './row-fate.js';
import { NO_ORDER, orderFinder, sideRows } from './side-rows.js';

const REFUNDED = closeReasons.indexOf('refunded');

/** Money that went back to a buyer, as a refund report tells. */
export interface ToldRefund {
  /** Row of the store. */
  readonly row: number;
  /** Minor units. */
  readonly amount: number;
  /** Seconds on the shop's clock, NaN = unknown. */
  readonly at: number;
  /** The refund's number, a code of the line ids; NONE = none. */
  readonly number: number;
}

/** One of an order of the files. */
export interface ReportedRefund extends ToldRefund {
  /** Index among the merged orders. */
  readonly order: number;
}

/** What the refund reports of all files tell. */
export interface ReportedRefunds {
  readonly refunds: readonly ReportedRefund[];
  /** Refunds of orders that are in no file. */
  readonly withoutOrder: readonly ToldRefund[];
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
  const withoutOrder: ToldRefund[] = [];
  for (const row of newestStates(store, rows, side, fate)) {
    const amount = rows.refund[row]!;
    if (!succeeded(store, row) || !(amount > 0)) continue;
    const told = { row, amount, at: rows.completedAt[row]!, number: rows.lineId[row]! };
    const order = orderOf(row);
    if (order === NO_ORDER) withoutOrder.push(told);
    else refunds.push({ ...told, order });
  }
  return { refunds, withoutOrder };
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
 * them taken off already, unless its total says that nothing was, or it was normalised and is known to be before refunds.
 */
export function withRefunds(merged: MergedOrders, { refunds }: ReportedRefunds, paidIn: PaidMeaning): MergedOrders {
  const sums = new Map<number, number>();
  for (const { order, amount } of refunds) sums.set(order, (sums.get(order) ?? 0) + amount);
  const { columns } = merged;
  const [paid, refund, has] = [columns.paid.slice(), columns.refund.slice(), columns.has.slice()];
  for (const [order, sum] of sums) {
    const stated = refund[order]! || 0;
    if (sum <= stated + 1) continue;
    const isNet = paidIn.isNet(columns.paidSheet[order]!);
    if (isNet && isBeforeRefunds(columns, order, paidIn)) paid[order]! -= sum - stated;
    refund[order] = sum;
    has[order]! |= HAS_REFUND;
  }
  return { ...merged, columns: joined(columns, { paid, refund, has }) };
}

/** What the paid amounts of a sheet are, by its number. */
export interface PaidMeaning {
  /** Refunds that the sheet knows of are taken off already. */
  isNet(sheet: number): boolean;
  /** Of normalised orders without a column of refunds: nothing was taken off, see `knownColumns`. */
  isBefore(sheet: number): boolean;
}

/** Whether refunds that an order's own report does not tell of are still in what was paid. */
export function isBeforeRefunds({ paid, paidSheet, total, has }: Columns, order: number, paidIn: PaidMeaning): boolean {
  const sheet = paidSheet[order]!;
  if ((has[order]! & HAS_REFUND) !== 0 || Number.isNaN(paid[order]!) || !paidIn.isNet(sheet)) return true;
  return paidIn.isBefore(sheet) || Math.abs(total[order]! - paid[order]!) <= 1;
}
