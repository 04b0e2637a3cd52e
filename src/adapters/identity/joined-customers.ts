import { type Dictionary, NONE } from '../../model/orders.js';
import { UnionFind } from '../../util/union-find.js';
import type { Columns } from '../merge/columns.js';
import type { RowTexts } from '../rows/rows.js';
import { type AliasFacts, joinAliases } from './alias-names.js';
import { bestOf, type Evidence, evidenceOf } from './evidence.js';
import { FoundOrders } from './found-orders.js';
import type { IdentityRules } from './identity-rules.js';
import { type Links, linkedGroups } from './linked-groups.js';
import { type MaskedPeople, maskedPeople } from './masked-people.js';
import { type NamedCustomers, namedCustomers } from './named-customers.js';

/** Customers made of more than one key, and how. */
export interface JoinedCustomers extends NamedCustomers {
  readonly aliases: AliasFacts | null;
  readonly links: Pick<Links, 'joined' | 'refused'> | null;
  /** Customers who are a guess of `--identity loose`, and their orders. */
  readonly guessed: { readonly customers: number; readonly orders: FoundOrders } | null;
  /** Customers known only by account or phone that also stands on orders of another, and those orders. */
  readonly perhaps: { readonly customers: number; readonly orders: FoundOrders };
}

/** What joining needs to know besides the orders' own columns. */
export interface JoiningRules extends IdentityRules {
  readonly platforms: Dictionary;
  /** Whether the order at a place counts: only then is it believed when it links two customers. */
  readonly counts: (at: number) => boolean;
}

/** Customers by aliases, by what orders share (`linked`), and by masked evidence (`loose`, which also links). */
export function joinedCustomers(
  columns: Columns,
  orders: Int32Array,
  texts: RowTexts,
  { mode, aliases: list, platforms, counts }: JoiningRules,
): JoinedCustomers {
  const evidence = evidenceOf(columns, orders, texts);
  const { identities } = evidence;
  const groups = new UnionFind(identities.size);
  const aliases = list === null ? null : joinAliases(list, identities, platforms, groups);
  const links = mode === 'strict' ? null : linkedGroups(evidence, groups, counts);
  const root = links?.root ?? groups.roots();
  const masked = mode === 'loose' ? maskedPeople(columns, texts) : null;
  const person = personOfOrders(evidence, root, orders, masked);
  const named = namedCustomers(evidence, person, root, masked, counts);
  return {
    ...named,
    aliases,
    links,
    guessed: masked === null ? null : guessedOf(person, masked, identities.size),
    perhaps: perhapsTheSame(evidence, root, named),
  };
}

/** Per order: the identity that stands for its customer; behind the identities the masked people; NONE = nobody. */
function personOfOrders(
  evidence: Evidence,
  root: Int32Array,
  orders: Int32Array,
  masked: MaskedPeople | null,
): Int32Array {
  return orders.map((order, at) => {
    const best = bestOf(evidence, at);
    if (best !== NONE) return root[best]!;
    const guess = masked?.of(order) ?? NONE;
    return guess === NONE ? NONE : root.length + guess;
  });
}

function guessedOf(person: Int32Array, masked: MaskedPeople, identities: number): JoinedCustomers['guessed'] {
  const orders = new FoundOrders();
  person.forEach((one, at) => {
    if (one >= identities) orders.add(at);
  });
  return { customers: masked.size, orders };
}

/** Who is known only by an account or phone that also stands on an order of somebody else. */
function perhapsTheSame(evidence: Evidence, root: Int32Array, named: NamedCustomers): JoinedCustomers['perhaps'] {
  const [, accounts, phones] = evidence.of;
  const shared = new Set<number>();
  const orders = new FoundOrders();
  for (let at = 0; at < named.customer.length; at++) {
    const own = named.customer[at]!;
    if (own === NONE) continue;
    let isShared = false;
    for (const identity of [accounts[at]!, phones[at]!]) {
      const other = identity === NONE ? NONE : named.customerOf[root[identity]!]!;
      if (other === NONE || other === own || named.rank[other] === 0) continue;
      shared.add(other);
      isShared = true;
    }
    if (isShared) orders.add(at);
  }
  return { customers: shared.size, orders };
}
