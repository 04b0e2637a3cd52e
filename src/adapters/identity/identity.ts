import { type Dictionary, NONE } from '../../model/orders.js';
import type { Columns } from '../merge/columns.js';
import { TupleIndex } from '../merge/tuple-index.js';
import { UsableTexts } from '../merge/usable-texts.js';
import type { RowTexts } from '../rows/rows.js';
import { KeyBook, type KeyColumn, keyColumns } from './customer-keys.js';
import { isMasked } from './identity-text.js';

/** Who bought what, and what could not be told. */
export interface Customers {
  /** Per order, in the order asked for: its customer, NONE = no usable identity. */
  readonly customer: Int32Array;
  /** The key of each customer. */
  readonly texts: Dictionary;
  /** Orders without a usable identity. */
  readonly unknown: number;
  /** Of these, orders whose buyer, account or phone is there but masked or encrypted. */
  readonly masked: number;
  /** Masked buyer texts that stand on several orders: they look like one customer and are not counted as one. */
  readonly collidingMasks: number;
  /** Customers known only by account, e-mail or phone that share it with a customer known by something better. */
  readonly perhapsTheSame: number;
}

/**
 * One key per order, the best available: buyer id, else account, else a full phone number. Never a masked value,
 * ciphertext, a placeholder or the order number. Buyer ids and accounts are compared within a platform across its
 * shops, as they are written; e-mail addresses (in lower case) and phones across platforms. Keys are not chained: an
 * order known by buyer id and another known only by phone are two customers, counted as perhaps the same.
 * Customers are numbered in the order of `orders`, so that the order of the files cannot change the numbers.
 */
export function customersOf(columns: Columns, orders: Int32Array, texts: RowTexts): Customers {
  const book = new KeyBook();
  const keys = keyColumns(texts, book);
  const customers = new TupleIndex(1024);
  const customer = new Int32Array(orders.length).fill(NONE);
  const keyOf: number[] = [];
  const rank: number[] = [];
  for (let at = 0; at < orders.length; at++) {
    const order = orders[at]!;
    let best = 0;
    let number = keys[0].numberOf(columns.buyer[order]!);
    if (number === NONE) number = keys[++best]!.numberOf(columns.account[order]!);
    if (number === NONE) number = keys[++best]!.numberOf(columns.phone[order]!);
    if (number === NONE) continue;
    const code = customers.codeOf(number, platformOf(columns, order, book, number));
    customer[at] = code;
    keyOf[code] = number;
    rank[code] = Math.min(rank[code] ?? best, best);
  }
  return {
    customer,
    texts: { size: keyOf.length, text: (code) => (code === NONE ? '' : book.keyOf(keyOf[code]!).text) },
    perhapsTheSame: rank.some((best) => best > 0) ? sharedKeys(columns, orders, keys, keyOf, rank, customer) : 0,
    ...unknownOrders(columns, orders, texts, customer),
  };
}

/** Keys that hold everywhere have no platform. */
function platformOf(columns: Columns, order: number, book: KeyBook, number: number): number {
  const { space } = book.keyOf(number);
  return space === 'email' || space === 'phone' ? NONE : columns.platform[order]!;
}

/** Counts the customers known by an account or phone that also stands on an order of another customer. */
function sharedKeys(
  columns: Columns,
  orders: Int32Array,
  [, accounts, phones]: readonly [KeyColumn, KeyColumn, KeyColumn],
  keyOf: readonly number[],
  rank: readonly number[],
  customer: Int32Array,
): number {
  const weak = new Map<number, number>();
  keyOf.forEach((key, code) => {
    if (rank[code]! > 0) weak.set(key, code);
  });
  const shared = new Set<number>();
  for (let at = 0; at < orders.length; at++) {
    if (customer[at] === NONE) continue;
    for (const key of [
      accounts.numberOf(columns.account[orders[at]!]!),
      phones.numberOf(columns.phone[orders[at]!]!),
    ]) {
      const other = weak.get(key);
      if (other !== undefined && other !== customer[at]) shared.add(other);
    }
  }
  return shared.size;
}

function unknownOrders(
  columns: Columns,
  orders: Int32Array,
  texts: RowTexts,
  customer: Int32Array,
): Pick<Customers, 'unknown' | 'masked' | 'collidingMasks'> {
  const masks = [texts.buyer, texts.account, texts.phone].map((column) => new UsableTexts(column, isMasked));
  const ordersOfMask = new Map<number, number>();
  let unknown = 0;
  let masked = 0;
  for (let at = 0; at < orders.length; at++) {
    if (customer[at] !== NONE) continue;
    unknown++;
    const order = orders[at]!;
    const codes = [columns.buyer[order]!, columns.account[order]!, columns.phone[order]!];
    if (codes.some((code, column) => masks[column]!.has(code))) masked++;
    if (masks[0]!.has(codes[0]!)) ordersOfMask.set(codes[0]!, (ordersOfMask.get(codes[0]!) ?? 0) + 1);
  }
  const collidingMasks = [...ordersOfMask.values()].filter((count) => count > 1).length;
  return { unknown, masked, collidingMasks };
}
