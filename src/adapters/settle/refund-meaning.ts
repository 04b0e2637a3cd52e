import { stages } from '../../model/orders.js';
import type { Dialect } from '../dialect.js';
import { HAS_REFUND } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import type { RowSheet } from '../rows/rows.js';
import { isUnpaid } from './uncounted.js';

const DEPOSIT = stages.indexOf('deposit');

/** How often total = paid + refund holds, where all are known. */
export interface TotalCheck {
  /** Paid orders of reports whose paid amount is net of refunds, with total, paid and refund. */
  readonly orders: number;
  readonly holds: number;
}

/** What the amounts say of orders with a refund: is it already taken off what was paid? */
export interface Evidence {
  orders: number;
  net: number;
  gross: number;
}

/**
 * What `paid` means in each sheet. A platform's dialect knows; a table of unknown origin does not, so its amounts decide:
 * it is net where total = paid + refund in nine of ten orders with a refund, or more; else what the dialect says.
 */
export function refundMeanings(merged: MergedOrders, sheets: readonly RowSheet[]): readonly Dialect['refund'][] {
  const isKnown = sheets.every(({ dialect }) => dialect.marks.length > 0);
  const evidence = isKnown ? [] : evidenceOf(merged, sheets.length);
  return sheets.map(({ dialect }, sheet) => {
    if (dialect.marks.length > 0) return dialect.refund;
    const { orders, net } = evidence[sheet]!;
    return orders > 0 && net * 10 >= orders * 9 ? 'paid-is-net' : dialect.refund;
  });
}

/** Sheets whose amounts contradict what their dialect says of `paid`, in nine of ten orders with a refund or more. */
export function doubtfulSheets(
  evidence: readonly Evidence[],
  meanings: readonly Dialect['refund'][],
): readonly number[] {
  return evidence.flatMap(({ orders, net, gross }, sheet) => {
    const against = meanings[sheet] === 'paid-is-net' ? gross : net;
    return orders > 0 && against * 10 >= orders * 9 ? [sheet] : [];
  });
}

/**
 * Counts total = paid + refund over the paid orders of reports that have all three columns, within one minor unit
 * (amounts rounded by a spreadsheet). A blank refund is none.
 */
export function totalCheck(merged: MergedOrders, meanings: readonly Dialect['refund'][]): TotalCheck {
  const { columns } = merged;
  let orders = 0;
  let holds = 0;
  for (let order = 0; order < merged.size; order++) {
    if (meanings[columns.paidSheet[order]!] !== 'paid-is-net' || isUnpaid(columns, order)) continue;
    if (columns.stage[order] === DEPOSIT || (columns.has[order]! & HAS_REFUND) === 0) continue;
    const off = columns.total[order]! - columns.paid[order]! - (columns.refund[order]! || 0);
    if (Number.isNaN(off)) continue;
    orders++;
    if (Math.abs(off) <= 1) holds++;
  }
  return { orders, holds };
}

/** By sheet: what the amounts of its orders with a refund say of `paid`. */
export function evidenceOf({ columns, size }: MergedOrders, sheets: number): readonly Evidence[] {
  const evidence = Array.from({ length: sheets }, (): Evidence => ({ orders: 0, net: 0, gross: 0 }));
  for (let order = 0; order < size; order++) {
    const refund = columns.refund[order]!;
    const without = columns.total[order]! - columns.paid[order]!;
    if (!(refund > 1) || Number.isNaN(without) || isUnpaid(columns, order)) continue;
    const found = evidence[columns.paidSheet[order]!]!;
    found.orders++;
    if (Math.abs(without - refund) <= 1) found.net++;
    if (Math.abs(without) <= 1) found.gross++;
  }
  return evidence;
}
