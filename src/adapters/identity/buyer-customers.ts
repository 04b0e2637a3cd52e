import { type Dictionary, NONE } from '../../model/orders.js';
import type { Columns } from '../merge/columns.js';
import { TupleIndex } from '../merge/tuple-index.js';
import type { RowTexts } from '../rows/rows.js';
import { KeyBook, keyColumns } from './customer-keys.js';
import { isPlatforms } from './evidence.js';

/** Customers told apart by their buyer ids. */
export interface BuyerCustomers {
  readonly customer: Int32Array;
  readonly texts: Dictionary;
}

/**
 * The common case, and the quick one: every order that names anybody has a buyer id, so accounts and phones need not be
 * looked at. Null as soon as an order is known by something else.
 */
export function buyerCustomers(columns: Columns, orders: Int32Array, texts: RowTexts): BuyerCustomers | null {
  const book = new KeyBook();
  const [buyers, accounts, phones] = keyColumns(texts, book);
  const customers = new TupleIndex(1024);
  const customer = new Int32Array(orders.length).fill(NONE);
  const keyOf: number[] = [];
  for (let at = 0; at < orders.length; at++) {
    const order = orders[at]!;
    const number = buyers.numberOf(columns.buyer[order]!);
    if (number === NONE) {
      if (accounts.numberOf(columns.account[order]!) !== NONE) return null;
      if (phones.numberOf(columns.phone[order]!) !== NONE) return null;
      continue;
    }
    const code = customers.codeOf(number, isPlatforms(book.keyOf(number)) ? columns.platform[order]! : NONE);
    customer[at] = code;
    keyOf[code] = number;
  }
  const text = (code: number): string => (code === NONE ? '' : book.keyOf(keyOf[code]!).text);
  return { customer, texts: { size: keyOf.length, text } };
}
