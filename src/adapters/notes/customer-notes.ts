import type { Note } from '../../model/report.js';
import { suggestColumns } from '../identify/suggest.js';
import type { ImportedSource } from '../import.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { noteIf } from './note-parts.js';

/** Up to this share of orders without a usable buyer is usual, and no reason for alarm. */
const FEW = 0.05;

/** What must be said of customers: none at all and why, some unknown, masks that look like one, perhaps the same. */
export function customerNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  const { customers, orders, has } = made;
  const of = orders.length;
  if (of > 0 && customers.unknown === of) return has.buyer ? unusable(made) : noColumn(store, files);
  return [
    ...noteIf(customers.unknown > 0, customers.unknown > of * FEW ? 'warning' : 'info', 'orders-without-identity', {
      orders: customers.unknown,
      of,
      masked: customers.masked,
    }),
    ...noteIf(customers.collidingMasks > 0, 'info', 'masked-names-collide', { names: customers.collidingMasks }),
    ...noteIf(customers.perhapsTheSame > 0, 'info', 'perhaps-the-same', { customers: customers.perhapsTheSame }),
  ];
}

/** No file has a column that names buyers; a header that looks like one is offered. */
function noColumn(store: RowStore, files: readonly ImportedSource[]): readonly Note[] {
  for (const { source, read } of files) {
    for (const sheet of read?.sheets ?? []) {
      if (sheet.skipped !== null) continue;
      const found = suggestColumns(sheet.mapping.unusedHeaders, []).find(({ field }) => field === 'buyer');
      if (found === undefined) continue;
      return noteIf(true, 'warning', 'no-buyer-suggest', { file: source.name, header: found.header.trim() });
    }
  }
  return noteIf(store.size > 0, 'warning', 'no-buyer');
}

function unusable({ customers, orders }: OrdersMade): readonly Note[] {
  return [
    ...noteIf(true, 'warning', 'no-usable-buyer', { orders: orders.length, masked: customers.masked }),
    ...noteIf(customers.collidingMasks > 0, 'info', 'masked-names-collide', { names: customers.collidingMasks }),
  ];
}
