import { type Dictionary, NONE } from '../../model/orders.js';
import type { Evidence } from './evidence.js';
import type { MaskedPeople } from './masked-people.js';

/** Customers numbered and named. */
export interface NamedCustomers {
  /** Per order: its customer, NONE = no usable identity. */
  readonly customer: Int32Array;
  /** Per person (a root identity, or a masked person behind the identities): the customer, NONE = of no order. */
  readonly customerOf: Int32Array;
  /** Per customer: 0 = known by buyer id, 1 = by account at best, 2 = by phone at best, 3 = by a guess. */
  readonly rank: Uint8Array;
  readonly texts: Dictionary;
}

const GUESSED = 3;
const UNNAMED = 9;

/**
 * Numbers customers in the order of the table and names each by the best of its keys: a buyer id before an account
 * before a phone; among several buyer ids the one of the earliest order that counts, else of the earliest. So neither
 * the order of the files nor that of an alias file decides who a customer is called.
 */
export function namedCustomers(
  evidence: Evidence,
  person: Int32Array,
  root: Int32Array,
  masked: MaskedPeople | null,
  counts: (at: number) => boolean,
): NamedCustomers {
  const customerOf = new Int32Array(root.length + (masked?.size ?? 0)).fill(NONE);
  let size = 0;
  const customer = person.map((one) => {
    if (one === NONE) return NONE;
    if (customerOf[one] === NONE) customerOf[one] = size++;
    return customerOf[one]!;
  });
  const [rank, name] = [new Uint8Array(size).fill(UNNAMED), new Int32Array(size)];
  const nameBy = (code: number, by: number, identity: number) => {
    if (code === NONE || by >= rank[code]!) return;
    rank[code] = by;
    name[code] = identity;
  };
  for (const believed of [true, false]) {
    for (let at = 0; at < person.length; at++) {
      if (counts(at) !== believed || person[at] === NONE) continue;
      evidence.of.forEach((column, by) => {
        const identity = column[at]!;
        if (identity !== NONE && root[identity] === person[at]) nameBy(customer[at]!, by, identity);
      });
      if (person[at]! >= root.length) nameBy(customer[at]!, GUESSED, person[at]! - root.length);
    }
  }
  const text = (code: number): string => {
    if (code === NONE) return '';
    return rank[code] === GUESSED ? (masked?.nameOf(name[code]!) ?? '') : evidence.identities.keyOf(name[code]!).text;
  };
  return { customer, customerOf, rank, texts: { size, text } };
}
