import { type Dictionary, NONE } from '../../model/orders.js';
import type { Columns } from '../merge/columns.js';
import { PairIndex } from '../merge/pair-index.js';
import { highest } from '../merge/picked.js';
import type { RowTexts } from '../rows/rows.js';
import { KeyBook, keyColumns } from './customer-keys.js';

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
  const numbers = buyers.all();
  const seconds = texts.buyer.size + book.kept;
  const customers = new PairIndex(highest(columns.platform) + 2, seconds, seconds);
  const customer = new Int32Array(orders.length).fill(NONE);
  const keyOf = new Int32Array(orders.length);
  for (let at = 0; at < orders.length; at++) {
    const order = orders[at]!;
    const buyer = columns.buyer[order]!;
    const number = buyer === NONE ? NONE : numbers[buyer]!;
    if (number === NONE) {
      if (accounts.numberOf(columns.account[order]!) !== NONE) return null;
      if (phones.numberOf(columns.phone[order]!) !== NONE) return null;
      continue;
    }
    const platform = book.isPlatforms(number) ? columns.platform[order]! + 1 : 0;
    const known = customers.size;
    const code = customers.codeOf(platform, book.placeIn(texts.buyer, number));
    customer[at] = code;
    if (code === known) keyOf[code] = number;
  }
  const text = (code: number): string => (code === NONE ? '' : book.keyOf(keyOf[code]!).text);
  return { customer, texts: { size: customers.size, text } };
}
