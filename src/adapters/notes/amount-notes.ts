import type { Note } from '../../model/report.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import { findings } from '../settle/order-money.js';
import { doubtfulSheets } from '../settle/refund-meaning.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { noteIf, sheetName, sheetsWhere, someNames } from './note-parts.js';

/** What must be said of amounts: the check of the totals, what stands for a missing amount, what was spread. */
export function amountNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  const { merged, meanings, facts } = made;
  const { check } = facts;
  const orders = (finding: (typeof findings)[number]) => facts.found[findings.indexOf(finding)]!;
  const decided = sheetsWhere(store, files, (sheet) => meanings[sheet] !== store.sheets[sheet]!.dialect.refund);
  const doubtful = doubtfulSheets(facts.evidence, meanings).map((sheet) => sheetName(store, files, sheet));
  const unknown = made.rules.excludePostage
    ? made.orders.filter((order) => Number.isNaN(merged.columns.postage[order])).length
    : 0;
  return [
    ...noteIf(check.orders > 0, check.holds === check.orders ? 'info' : 'warning', 'total-check', { ...check }),
    ...noteIf(decided.length > 0, 'info', 'refund-meaning-found', { sheets: someNames(decided) }),
    ...noteIf(doubtful.length > 0, 'warning', 'refund-meaning-doubtful', { sheets: someNames(doubtful) }),
    ...noteIf(orders('total-as-paid') > 0, 'warning', 'total-as-paid', { orders: orders('total-as-paid') }),
    ...noteIf(orders('whole-refund') > 0, 'info', 'whole-refund', { orders: orders('whole-refund') }),
    ...noteIf(orders('refund-from-total') > 0, 'info', 'refund-from-total', { orders: orders('refund-from-total') }),
    ...noteIf(made.spread > 0, 'info', 'lines-spread', { orders: made.spread }),
    ...noteIf(unknown > 0, 'warning', 'postage-unknown', { orders: unknown }),
    ...noteIf(facts.unlike > 0, 'info', 'amount-parts', { orders: facts.unlike }),
  ];
}
