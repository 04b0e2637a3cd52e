import { createHash } from 'node:crypto';
import { NONE } from '../../model/orders.js';
import type { Columns } from '../merge/columns.js';
import { TupleIndex } from '../merge/tuple-index.js';
import { UsableTexts } from '../merge/usable-texts.js';
import type { RowTexts } from '../rows/rows.js';

/** Customers who are only known by masked name, masked phone, receiver and address together. */
export interface MaskedPeople {
  readonly size: number;
  /** The person of an order, NONE where too little is known even for a guess. A new person gets the next number. */
  of(order: number): number;
  /** A name of one's own for each: the masked name and eight digits of a hash of all four, e.g. `t**1~3f2a91c4`. */
  nameOf(person: number): string;
}

/**
 * `--identity loose`: a guess, not an identity. Receiver and address must be there and show more than a mask, and at
 * least one of name and phone. The four are compared as they are written, within a platform.
 */
export function maskedPeople(columns: Columns, texts: RowTexts): MaskedPeople {
  const shows = (text: string) => /[\p{L}\p{N}]/u.test(text);
  const receivers = new UsableTexts(texts.receiver, shows);
  const addresses = new UsableTexts(texts.address, shows);
  const [names, people] = [new TupleIndex(16), new TupleIndex(16)];
  const first: number[] = [];
  return {
    get size() {
      return first.length;
    },
    of: (order) => {
      const [buyer, phone] = [columns.buyer[order]!, columns.phone[order]!];
      const [receiver, address] = [columns.receiver[order]!, columns.address[order]!];
      if (!receivers.has(receiver) || !addresses.has(address) || (buyer === NONE && phone === NONE)) return NONE;
      const person = people.codeOf(names.codeOf(buyer, phone), receiver, address, columns.platform[order]!);
      if (person === first.length) first.push(order);
      return person;
    },
    nameOf: (person) => shownName(columns, texts, first[person]!),
  };
}

function shownName(columns: Columns, texts: RowTexts, order: number): string {
  const parts = (['buyer', 'phone', 'receiver', 'address'] as const).map((name) =>
    texts[name].text(columns[name][order]!),
  );
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
  return `${parts[0]!.trim() || parts[2]!.trim()}~${hash}`;
}
