import { NONE } from '../../model/orders.js';
import type { RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import { apart, type Groups, groupsOf } from './groups.js';
import { PairIndex } from './pair-index.js';
import { highest } from './picked.js';
import { areRejected, isRejected } from './row-fate.js';
import { TupleIndex } from './tuple-index.js';

const SEVERAL = -2;

/**
 * The rows of each order: one order = platform, shop, order number. A row whose shop is blank belongs to the only shop
 * that has its number on the platform; where several have it, nobody can tell and it stays an order of its own, without
 * a shop. A row without an order number is an order by itself and is never put together with another. Rejected rows are
 * in no group and have no say.
 */
export function orderGroups(store: RowStore, columns: Columns, fate: Uint8Array): Groups {
  if (haveNewNumbers(store, fate)) return { ...apart(store.size), numbered: true };
  const { numberOf, numbers } = orderNumbers(store, columns.platform, fate);
  const shops = onlyShops(numberOf, numbers, store.shop);
  const groupOfNumber = new Int32Array(numbers).fill(NONE);
  const shared = new TupleIndex(16);
  const groupOfShared: number[] = [];
  const of = new Int32Array(store.size).fill(NONE);
  let size = 0;
  for (let row = 0; row < store.size; row++) {
    if (isRejected(fate[row]!)) continue;
    const number = numberOf[row]!;
    if (number === NONE) of[row] = size++;
    else if (shops[number] === SEVERAL) of[row] = groupOfShared[shared.codeOf(number, store.shop[row]!)] ??= size++;
    else {
      if (groupOfNumber[number] === NONE) groupOfNumber[number] = size++;
      of[row] = groupOfNumber[number]!;
    }
  }
  return groupsOf(of, size);
}

/**
 * Whether every row has an order number that no row before it has: codes follow first appearance, so those of new numbers
 * rise. Then there is nothing to put together.
 */
function haveNewNumbers({ order, size, sheets }: RowStore, fate: Uint8Array): boolean {
  if (!sheets.every(({ orderNumbers }) => orderNumbers)) return false;
  if (areRejected(fate)) return false;
  let before = NONE;
  for (let row = 0; row < size; row++) {
    if (order[row]! <= before) return false;
    before = order[row]!;
  }
  return true;
}

/** Per row: its order number on its platform, numbered 0, 1, 2 … as they come; NONE without one. */
function orderNumbers(
  store: RowStore,
  platform: Int32Array,
  fate: Uint8Array,
): { readonly numberOf: Int32Array; readonly numbers: number } {
  const index = new PairIndex(1 + highest(platform), store.texts.order.size, store.size);
  const numberOf = new Int32Array(store.size).fill(NONE);
  for (let row = 0; row < store.size; row++) {
    if (isRejected(fate[row]!) || !hasOrderNumber(store, row)) continue;
    numberOf[row] = index.codeOf(platform[row]!, store.order[row]!);
  }
  return { numberOf, numbers: index.size };
}

/**
 * The hashes of rows that may say the same as another: those of an order on several rows, and those without an order
 * number. Nobody asks for the others'; where there are none but others, there are no hashes at all.
 */
export function rowHashes(store: RowStore, groups: Groups): Float64Array {
  let hashes = new Float64Array(0);
  if (groups.numbered === true) return hashes;
  const { of, offsets } = groups;
  for (let row = 0; row < store.size; row++) {
    const group = of[row]!;
    const isAlone = group !== NONE && offsets[group + 1]! - offsets[group]! === 1;
    if (isAlone && hasOrderNumber(store, row)) continue;
    if (hashes.length === 0) hashes = new Float64Array(store.size);
    hashes[row] = store.hashOf(row);
  }
  return hashes;
}

/** Whether a row names its order: not where each row is an order (`--order-ids none`, no such column). */
export function hasOrderNumber(store: RowStore, row: number): boolean {
  return store.order[row] !== NONE && store.sheets[store.sheet[row]!]!.orderNumbers;
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
