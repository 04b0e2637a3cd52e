import { type Dictionary, NONE } from '../../model/orders.js';
import { placesOf } from '../../util/places-of.js';
import type { Columns } from '../merge/columns.js';
import type { RowTexts } from '../rows/rows.js';
import { buyerCustomers } from './buyer-customers.js';
import type { IdentityMode, IdentityRules } from './identity-rules.js';
import { type JoinedCustomers, joinedCustomers } from './joined-customers.js';
import { type UnknownOrders, unknownOrders } from './unknown-orders.js';

/** Who bought what, and what could not be told. */
export interface Customers {
  readonly mode: IdentityMode;
  /** Per order, in the order asked for: its customer, NONE = no usable identity. */
  readonly customer: Int32Array;
  /** The key of each customer. */
  readonly texts: Dictionary;
  readonly nobody: UnknownOrders;
  /** Null where every customer is known by buyer id and nothing was joined. */
  readonly joined: Omit<JoinedCustomers, 'customer' | 'texts' | 'customerOf' | 'rank'> | null;
}

/**
 * One key per order, the best available: buyer id, else account, else a full phone number. Never a masked value,
 * ciphertext, a placeholder or the order number. Buyer ids and accounts are compared within a platform across its
 * shops, as they are written; e-mail addresses (in lower case) and phones across platforms.
 * strict: keys are not chained; an order known by buyer id and another known only by phone are two customers, counted
 * as perhaps the same. linked: orders that share an account or phone are of one customer; see `linkedGroups`. loose:
 * linked, and masked evidence serves where there is nothing better; see `maskedPeople`. Aliases join under all three.
 * Customers are numbered in the order of `orders`, so that the order of the files cannot change the numbers. Linear.
 */
export function customersOf(
  columns: Columns,
  orders: Int32Array,
  texts: RowTexts,
  rules: IdentityRules & { readonly platforms: Dictionary; readonly uncounted: Uint8Array },
): Customers {
  const { mode, aliases, uncounted } = rules;
  const plain = mode === 'strict' && aliases === null ? buyerCustomers(columns, orders, texts) : null;
  const counts = (at: number) => uncounted[orders[at]!] === 0;
  const joined = plain === null ? joinedCustomers(columns, orders, texts, { ...rules, counts }) : null;
  const { customer, texts: names } = plain ?? joined!;
  return {
    mode,
    customer,
    texts: names,
    joined,
    nobody: unknownOrders(columns, orders, texts, plain?.nobody ?? placesOf(customer, NONE)),
  };
}
