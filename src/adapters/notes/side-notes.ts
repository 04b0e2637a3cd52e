import type { Note } from '../../model/report.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { amountText, noteIf, sheetsWhere, someNames } from './note-parts.js';

/** What must be said of refund and shipping reports: what they gave the orders, and what found no order. */
export function sideNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  const { refunds, parcels } = made;
  const lost = refunds?.withoutOrder ?? [];
  const named = (grain: 'refund' | 'parcel') =>
    someNames(sheetsWhere(store, files, (sheet) => store.sheets[sheet]!.dialect.grain === grain));
  return [
    ...noteIf(refunds !== null, 'info', 'refunds-joined', {
      sheets: named('refund'),
      refunds: refunds?.refunds.length ?? 0,
      orders: new Set(refunds?.refunds.map(({ order }) => order)).size,
      amount: amountText(made, sum(refunds?.refunds.map(({ amount }) => amount) ?? [])),
    }),
    ...noteIf(lost.length > 0, 'warning', 'refunds-without-order', {
      refunds: lost.length,
      amount: amountText(made, sum(lost.map(({ amount }) => amount))),
    }),
    ...noteIf(parcels !== null, 'info', 'parcels-joined', { sheets: named('parcel'), orders: parcels?.orders ?? 0 }),
    ...noteIf((parcels?.withoutOrder ?? 0) > 0, 'warning', 'parcels-without-order', {
      parcels: parcels?.withoutOrder ?? 0,
    }),
  ];
}

function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
