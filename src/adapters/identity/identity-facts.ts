import type { IdentityFacts, IdentityFinding } from '../../model/imported.js';
import type { FoundOrders } from './found-orders.js';
import type { Customers } from './identity.js';

/** Refused groups that are listed one by one. */
const GROUPS_LISTED = 20;

/** What is known of how customers were told apart, for those who list it: counts and the first orders as table rows. */
export function identityFacts({ mode, nobody, joined }: Customers): IdentityFacts {
  const refused = joined?.links?.refused ?? [];
  const groups = refused.slice(0, GROUPS_LISTED).map(({ buyers, orders }) => finding('refusedGroup', buyers, orders));
  return {
    mode,
    findings: [
      finding('withoutBuyer', null, nobody.unknown),
      finding('maskedBuyer', null, nobody.masked),
      finding('maskedNames', nobody.colliding.names, nobody.colliding.orders),
      ...(joined === null ? [] : [finding('perhapsTheSame', joined.perhaps.customers, joined.perhaps.orders)]),
      ...(joined?.guessed == null ? [] : [finding('guessed', joined.guessed.customers, joined.guessed.orders)]),
      ...groups,
    ],
  };
}

function finding(id: IdentityFinding['id'], customers: number | null, { count, rows }: FoundOrders): IdentityFinding {
  return { id, customers, orders: count, rows };
}
