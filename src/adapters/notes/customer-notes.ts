import type { Note } from '../../model/report.js';
import { suggestColumns } from '../identify/suggest.js';
import { isSideReport } from '../merge/side-rows.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { identityNotes } from './identity-notes.js';
import { noteIf } from './note-parts.js';

/** Up to this share of orders without a usable buyer is usual, and no reason for alarm. */
const FEW = 0.05;

/** What must be said of customers: none at all and why, some unknown, masks that look like one, perhaps the same. */
export function customerNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  const { customers, orders, has } = made;
  const { unknown, masked, colliding } = customers.nobody;
  const of = orders.length;
  if (of > 0 && unknown.count === of) return has.buyer ? unusable(made) : noColumn(store, files);
  return [
    ...noteIf(unknown.count > 0, unknown.count > of * FEW ? 'warning' : 'info', 'orders-without-identity', {
      orders: unknown.count,
      of,
      masked: masked.count,
    }),
    ...noteIf(colliding.names > 0, 'info', 'masked-names-collide', { names: colliding.names }),
    ...identityNotes(customers),
  ];
}

/** No file has a column that names buyers; a header that looks like one is offered, unless the layout is our own. */
function noColumn(store: RowStore, files: readonly ImportedSource[]): readonly Note[] {
  for (const { source, read } of files) {
    for (const sheet of read?.sheets ?? []) {
      if (sheet.skipped !== null) continue;
      const { dialect } = sheet.mapping;
      if (isSideReport(dialect) || dialect.normalised === true) continue;
      const found = suggestColumns(sheet.mapping.unusedHeaders, []).find(({ field }) => field === 'buyer');
      if (found === undefined) continue;
      return noteIf(true, 'warning', 'no-buyer-suggest', { file: source.name, header: found.header.trim() });
    }
  }
  return noteIf(store.size > 0, 'warning', 'no-buyer');
}

function unusable({ customers, orders }: OrdersMade): readonly Note[] {
  const { masked, colliding } = customers.nobody;
  return [
    ...noteIf(true, 'warning', 'no-usable-buyer', { orders: orders.length, masked: masked.count }),
    ...noteIf(colliding.names > 0, 'info', 'masked-names-collide', { names: colliding.names }),
    ...identityNotes(customers),
  ];
}
