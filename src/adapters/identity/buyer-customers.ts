import { type Dictionary, NONE } from '../../model/orders.js';
import { isConstant } from '../../util/is-constant.js';
import { placesOf } from '../../util/places-of.js';
import { renumbered } from '../../util/renumbered.js';
import type { Columns } from '../merge/columns.js';
import { PairIndex } from '../merge/pair-index.js';
import { highest } from '../merge/picked.js';
import type { RowTexts } from '../rows/rows.js';
import { keyColumns } from './customer-keys.js';
import { KeyBook } from './key-book.js';
import type { KeyColumn } from './key-column.js';

/** Customers told apart by their buyer ids. */
export interface BuyerCustomers {
  readonly customer: Int32Array;
  /** Orders, by their place among those asked for, without a customer. */
  readonly nobody: Int32Array;
  readonly texts: Dictionary;
}

/**
 * The common case, and the quick one: every order that names anybody has a buyer id, so accounts and phones need not be
 * looked at. Null as soon as an order is known by something else.
 */
export function buyerCustomers(columns: Columns, orders: Int32Array, texts: RowTexts): BuyerCustomers | null {
  const book = new KeyBook();
  const [buyers, accounts, phones] = keyColumns(texts, book);
  const placeOf = buyers.places();
  const places = texts.buyer.size + book.kept;
  // On one platform a key is a customer wherever it holds.
  const { numbers, things } = isConstant(columns.platform)
    ? renumbered(orders, columns.buyer, placeOf, places)
    : onPlatforms(columns, orders, placeOf, places, buyers);
  const nobody = placesOf(numbers, NONE);
  for (let nth = 0; nth < nobody.length; nth++) {
    const order = orders[nobody[nth]!]!;
    if (accounts.numberOf(columns.account[order]!) !== NONE) return null;
    if (phones.numberOf(columns.phone[order]!) !== NONE) return null;
  }
  const text = (code: number): string => (code === NONE ? '' : buyers.keyAt(things[code]!).text);
  return { customer: numbers, nobody, texts: { size: things.length, text } };
}

/** As `renumbered`; a key that is compared within a platform is a customer of each. */
function onPlatforms(
  { platform, buyer }: Columns,
  orders: Int32Array,
  placeOf: Int32Array,
  places: number,
  buyers: KeyColumn,
): ReturnType<typeof renumbered> {
  const customers = new PairIndex(highest(platform) + 2, places, places);
  const numbers = new Int32Array(orders.length).fill(NONE);
  const things = new Int32Array(orders.length);
  for (let at = 0; at < orders.length; at++) {
    const order = orders[at]!;
    const place = buyer[order] === NONE ? NONE : placeOf[buyer[order]!]!;
    if (place === NONE) continue;
    const number = customers.codeOf(buyers.isPlatformsAt(place) ? platform[order]! + 1 : 0, place);
    numbers[at] = number;
    things[number] = place;
  }
  return { numbers, things: things.subarray(0, customers.size) };
}
