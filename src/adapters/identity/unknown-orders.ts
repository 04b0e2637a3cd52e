import type { Columns } from '../merge/columns.js';
import { UsableTexts } from '../merge/usable-texts.js';
import type { RowTexts } from '../rows/rows.js';
import { FoundOrders } from './found-orders.js';
import { isMasked } from './identity-text.js';

/** Orders nobody can be told from. */
export interface UnknownOrders {
  readonly unknown: FoundOrders;
  /** Of these, orders whose buyer, account or phone is there but masked or encrypted. */
  readonly masked: FoundOrders;
  /** Masked buyer texts that stand on several of them, and those orders. */
  readonly colliding: { readonly names: number; readonly orders: FoundOrders };
}

/** The orders without a customer, `nobody` by their places, and what hides them. */
export function unknownOrders(
  columns: Columns,
  orders: Int32Array,
  texts: RowTexts,
  nobody: Int32Array,
): UnknownOrders {
  const usable = (name: 'buyer' | 'account' | 'phone') => new UsableTexts(texts[name], isMasked);
  const [buyers, accounts, phones] = [usable('buyer'), usable('account'), usable('phone')];
  const [unknown, masked] = [new FoundOrders(), new FoundOrders()];
  const ordersOf = new Map<number, number>();
  for (let nth = 0; nth < nobody.length; nth++) {
    const at = nobody[nth]!;
    unknown.add(at);
    const order = orders[at]!;
    const name = columns.buyer[order]!;
    const isMaskedName = buyers.has(name);
    if (isMaskedName || accounts.has(columns.account[order]!) || phones.has(columns.phone[order]!)) masked.add(at);
    if (isMaskedName) ordersOf.set(name, (ordersOf.get(name) ?? 0) + 1);
  }
  return { unknown, masked, colliding: collidingOf(columns, orders, nobody, ordersOf) };
}

function collidingOf(
  columns: Columns,
  orders: Int32Array,
  nobody: Int32Array,
  ordersOf: ReadonlyMap<number, number>,
): UnknownOrders['colliding'] {
  const names = [...ordersOf.values()].filter((count) => count > 1).length;
  const found = new FoundOrders();
  for (let nth = 0; names > 0 && nth < nobody.length; nth++) {
    const at = nobody[nth]!;
    if ((ordersOf.get(columns.buyer[orders[at]!]!) ?? 0) > 1) found.add(at);
  }
  return { names, orders: found };
}
