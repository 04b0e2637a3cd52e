import { NONE } from '../../model/orders.js';
import type { Columns } from '../merge/columns.js';
import { TupleIndex } from '../merge/tuple-index.js';
import type { RowTexts } from '../rows/rows.js';
import { keyColumns } from './customer-keys.js';
import { type Key, KeyBook } from './key-book.js';

/** The columns that name customers, the best first. */
export const evidenceColumns = ['buyer', 'account', 'phone'] as const;

/** Everything that names somebody, numbered: one identity is one key, on one platform where the key is a platform's. */
export interface Identities {
  readonly size: number;
  keyOf(identity: number): Key;
  /** Code of the platform, NONE for keys that hold everywhere. */
  platformOf(identity: number): number;
}

/** Per order, in the order asked for: who its buyer, account and phone are; NONE = nobody. */
export interface Evidence {
  readonly of: readonly [buyer: Int32Array, account: Int32Array, phone: Int32Array];
  readonly identities: Identities;
}

/** All evidence of the orders. Each text is judged once; linear, three numbers an order. */
export function evidenceOf(columns: Columns, orders: Int32Array, texts: RowTexts): Evidence {
  const book = new KeyBook();
  const numbers = keyColumns(texts, book).map((column) => column.all());
  const index = new TupleIndex(1024);
  const [key, platform]: [number[], number[]] = [[], []];
  const of = evidenceColumns.map((name, rank) =>
    orders.map((order) => {
      const code = columns[name][order]!;
      const number = code === NONE ? NONE : numbers[rank]![code]!;
      if (number === NONE) return NONE;
      const home = book.isPlatforms(number) ? columns.platform[order]! : NONE;
      const identity = index.codeOf(number, home);
      key[identity] = number;
      platform[identity] = home;
      return identity;
    }),
  );
  const identities = {
    size: index.size,
    keyOf: (identity: number) => book.keyOf(key[identity]!),
    platformOf: (identity: number) => platform[identity]!,
  };
  return { of: [of[0]!, of[1]!, of[2]!], identities };
}

/** The best identity of an order: buyer id, else account, else phone. */
export function bestOf({ of }: Evidence, at: number): number {
  for (const column of of) if (column[at] !== NONE) return column[at]!;
  return NONE;
}
