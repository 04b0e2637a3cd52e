import { NONE } from '../../model/orders.js';
import { UnionFind } from '../../util/union-find.js';
import { bestOf, type Evidence } from './evidence.js';
import { FoundOrders } from './found-orders.js';

/** A group with more buyer ids than this shares an account or phone that is no single person's: a forwarder's, a shop's own. */
const MOST_BUYERS = 5;

/** What linking did. */
export interface Links {
  /** Per identity: the identity that stands for its customer. */
  readonly root: Int32Array;
  /** Customers that became part of another. */
  readonly joined: number;
  readonly refused: readonly RefusedGroup[];
}

/** Customers that share an account or phone and are too many to be one. */
export interface RefusedGroup {
  readonly buyers: number;
  readonly orders: FoundOrders;
}

/**
 * Joins the customers of orders that share an account or a full phone, beginning with those the aliases joined. Only
 * orders that count are believed, so that an unpaid or excluded one changes no number. A group with more than five buyer
 * ids (aliases count once) is not joined at all; its customers stay what they were. Linear, over numbers.
 */
export function linkedGroups(evidence: Evidence, aliases: UnionFind, counts: (at: number) => boolean): Links {
  const before = aliases.roots();
  const groups = new UnionFind(before.length);
  for (const [identity, root] of before.entries()) groups.union(root, identity);
  const [buyers, accounts, phones] = evidence.of;
  const isCustomer = new Uint8Array(before.length);
  const isBuyer = new Uint8Array(before.length);
  for (let at = 0; at < buyers.length; at++) {
    const best = counts(at) ? bestOf(evidence, at) : NONE;
    if (best === NONE) continue;
    isCustomer[before[best]!] = 1;
    if (buyers[at] !== NONE) isBuyer[before[best]!] = 1;
    if (accounts[at] !== NONE) groups.union(best, accounts[at]!);
    if (phones[at] !== NONE) groups.union(best, phones[at]!);
  }
  return withoutRefused(evidence, before, groups.roots(), isBuyer, isCustomer, counts);
}

function withoutRefused(
  evidence: Evidence,
  before: Int32Array,
  linked: Int32Array,
  isBuyer: Uint8Array,
  isCustomer: Uint8Array,
  counts: (at: number) => boolean,
): Links {
  const buyersOf = sums(linked, isBuyer);
  const customersOf = sums(linked, isCustomer);
  const isRefused = (root: number) => buyersOf[root]! > MOST_BUYERS;
  const root = linked.map((group, identity) => (isRefused(group) ? before[identity]! : group));
  let joined = 0;
  customersOf.forEach((customers, group) => {
    if (customers > 1 && !isRefused(group)) joined += customers - 1;
  });
  const refused = new Map<number, RefusedGroup>();
  for (let at = 0; at < evidence.of[0].length; at++) {
    const best = counts(at) ? bestOf(evidence, at) : NONE;
    if (best === NONE || !isRefused(linked[best]!)) continue;
    const group = refused.get(linked[best]!) ?? { buyers: buyersOf[linked[best]!]!, orders: new FoundOrders() };
    group.orders.add(at);
    refused.set(linked[best]!, group);
  }
  return { root, joined, refused: [...refused.values()] };
}

/** Per group: how many of its members are marked. */
function sums(groups: Int32Array, marked: Uint8Array): Int32Array {
  const sum = new Int32Array(groups.length);
  marked.forEach((mark, member) => {
    sum[groups[member]!]! += mark;
  });
  return sum;
}
