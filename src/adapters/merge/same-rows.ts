import type { RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import { hasOrderNumber } from './order-keys.js';
import { isRejected } from './row-fate.js';
import { isSideReport } from './side-rows.js';
import { TupleIndex } from './tuple-index.js';

/** Rows without an order number that occur more than once: nobody can tell a copy from a second order. */
export interface SameRows {
  /** Rows beyond the first of each content, in different sheets: the least that would be too many if they are copies. */
  readonly acrossSheets: number;
  readonly acrossAmount: number;
  /** Sheets of the store that share rows with another, ascending. */
  readonly sheets: readonly number[];
  /** The same within one sheet. */
  readonly withinSheets: number;
  readonly withinAmount: number;
}

/**
 * Finds rows without an order number that are equal in content. They are all counted, because two equal rows may be two
 * orders, but never in silence: a file that was saved twice in different formats would double every number. Where there
 * are no hashes every row has a number, see `rowHashes`.
 */
export function sameRows(store: RowStore, { hash }: Columns, fate: Uint8Array, amount: Float64Array): SameRows {
  if (hash.length === 0) return NO_SAME_ROWS;
  const side = store.sheets.map(({ dialect }) => isSideReport(dialect));
  const found: number[] = [];
  for (let row = 0; row < store.size; row++) {
    if (isRejected(fate[row]!) || hasOrderNumber(store, row) || side[store.sheet[row]!] === true) continue;
    found.push(row);
  }
  const bare = Int32Array.from(found);
  const contents = new TupleIndex(bare.length);
  const places = new TupleIndex(bare.length);
  const placeOf = bare.map((row) => places.codeOf(contents.codeOf(hash[row]!, 0), store.sheet[row]!));
  const count = new Int32Array(places.size);
  for (const place of placeOf) count[place]!++;
  return summed(store, bare, placeOf, count, contents, hash, amount);
}

const NO_SAME_ROWS: SameRows = { acrossSheets: 0, acrossAmount: 0, sheets: [], withinSheets: 0, withinAmount: 0 };

/** A place is a content in a sheet; `count` tells how often it is there. */
function summed(
  store: RowStore,
  bare: Int32Array,
  placeOf: Int32Array,
  count: Int32Array,
  contents: TupleIndex,
  hash: Float64Array,
  amount: Float64Array,
): SameRows {
  const total = new Int32Array(contents.size);
  const most = new Int32Array(contents.size);
  const contentOf = bare.map((row) => contents.codeOf(hash[row]!, 0));
  bare.forEach((_, at) => {
    const content = contentOf[at]!;
    total[content]!++;
    most[content] = Math.max(most[content]!, count[placeOf[at]!]!);
  });
  const found = { acrossSheets: 0, acrossAmount: 0, withinSheets: 0, withinAmount: 0 };
  const sharing = new Set<number>();
  const told = new Uint8Array(contents.size);
  bare.forEach((row, at) => {
    const content = contentOf[at]!;
    const across = total[content]! - most[content]!;
    if (across > 0) sharing.add(store.sheet[row]!);
    if (told[content] === 1) return;
    told[content] = 1;
    found.acrossSheets += across;
    found.acrossAmount += across * amount[row]!;
    found.withinSheets += most[content]! - 1;
    found.withinAmount += (most[content]! - 1) * amount[row]!;
  });
  return { ...found, sheets: [...sharing].sort((one, other) => one - other) };
}
