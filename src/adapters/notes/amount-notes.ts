import type { Note } from '../../model/report.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import { doubtfulSheets, totalCheck } from '../settle/refund-meaning.js';
import { countFindings } from '../settle/settle.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { noteIf, sheetName, sheetsWhere, someNames } from './note-parts.js';

/** What must be said of amounts: the check of the totals, what stands for a missing amount, what was spread. */
export function amountNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  const { merged, meanings, settled } = made;
  const check = totalCheck(merged, meanings);
  const found = countFindings(settled);
  const orders = (finding: Parameters<typeof found.get>[0]) => found.get(finding) ?? 0;
  const decided = sheetsWhere(store, files, (sheet) => meanings[sheet] !== store.sheets[sheet]!.dialect.refund);
  const doubtful = doubtfulSheets(merged, meanings).map((sheet) => sheetName(store, files, sheet));
  const parts = unlikeParts(made);
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
    ...noteIf(parts > 0, 'info', 'amount-parts', { orders: parts }),
  ];
}

/** Orders whose total is neither goods + postage nor that less the discount (which some reports have taken off already). */
function unlikeParts({ merged }: OrdersMade): number {
  const { total, goods, postage, discount } = merged.columns;
  let count = 0;
  for (let order = 0; order < merged.size; order++) {
    const off = total[order]! - goods[order]! - (postage[order]! || 0);
    const less = discount[order]! || 0;
    if (Math.abs(off) > 1 && Math.abs(off + less) > 1 && Math.abs(off - less) > 1) count++;
  }
  return count;
}
