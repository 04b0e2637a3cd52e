import { NONE } from '../../model/orders.js';
import type { RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import { type Groups, groupsOf } from './groups.js';
import { isRejected } from './row-fate.js';
import { TupleIndex } from './tuple-index.js';

const SEVERAL = -2;

/**
 * The rows of each order: one order = platform, shop, order number. A row whose shop is blank belongs to the only shop
 * that has its number on the platform; where several have it, nobody can tell and it stays an order of its own, without
 * a shop. A row without an order number is an order by itself and is never put together with another. Rejected rows are
 * in no group and have no say.
 */
export function orderGroups(store: RowStore, columns: Columns, fate: Uint8Array): Groups {
  const numbers = new TupleIndex(store.size);
  const numberOf = new Int32Array(store.size).fill(NONE);
  for (let row = 0; row < store.size; row++) {
    if (isRejected(fate[row]!) || !hasOrderNumber(store, row)) continue;
    numberOf[row] = numbers.codeOf(columns.platform[row]!, store.order[row]!);
  }
  const shops = onlyShops(numberOf, numbers.size, store.shop);
  const keys = new TupleIndex(store.size);
  const of = new Int32Array(store.size).fill(NONE);
  for (let row = 0; row < store.size; row++) {
    if (isRejected(fate[row]!)) continue;
    const number = numberOf[row]!;
    of[row] = number === NONE ? keys.codeOf(NONE, row) : keys.codeOf(number, shopOf(store.shop[row]!, shops[number]!));
  }
  return groupsOf(of, keys.size);
}

/**
 * Makes the hashes of rows that may say the same as another: those of an order on several rows, and those without an
 * order number. Nobody asks for the others'.
 */
export function hashRows(store: RowStore, { of, offsets }: Groups, hash: Float64Array): void {
  for (let row = 0; row < store.size; row++) {
    const group = of[row]!;
    const isAlone = group !== NONE && offsets[group + 1]! - offsets[group]! === 1;
    if (!isAlone || !hasOrderNumber(store, row)) hash[row] = store.hashOf(row);
  }
}

/** Whether a row names its order: not where each row is an order (`--order-ids none`, no such column). */
export function hasOrderNumber(store: RowStore, row: number): boolean {
  return store.order[row] !== NONE && store.sheets[store.sheet[row]!]!.orderNumbers;
}

function shopOf(shop: number, onlyShop: number): number {
  return shop === NONE && onlyShop !== SEVERAL ? onlyShop : shop;
}

/** Per order number: the one shop that has it, NONE if no row names a shop, SEVERAL if two do. */
function onlyShops(numberOf: Int32Array, numbers: number, shop: Int32Array): Int32Array {
  const only = new Int32Array(numbers).fill(NONE);
  for (let row = 0; row < shop.length; row++) {
    const number = numberOf[row]!;
    if (number === NONE || shop[row] === NONE || only[number] === shop[row]) continue;
    only[number] = only[number] === NONE ? shop[row]! : SEVERAL;
  }
  return only;
}
