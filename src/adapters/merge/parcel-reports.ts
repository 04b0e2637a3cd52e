import { NONE } from '../../model/orders.js';
import { joined } from '../../util/later.js';
import type { RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import { personCodes } from './columns.js';
import { type People, peopleOf } from './fill-state.js';
import type { MergedOrders } from './merge.js';
import { DUPLICATE, USED } from './row-fate.js';
import { NO_ORDER, orderFinder, sideRows } from './side-rows.js';

const places = ['province', 'city'] as const;
const persons = personCodes.filter((name) => name !== 'buyer');

/** What the shipping reports told, and of how many orders that are in no file. */
export interface LentParcels {
  readonly merged: MergedOrders;
  /** Orders that got a receiver, phone or place they did not have. */
  readonly orders: number;
  readonly withoutOrder: number;
}

/**
 * Lends the orders what only shipping reports tell: receiver, phone, address, province, city, shipping time. What an
 * order says itself stays, unless it is masked and the parcel's is not. Of several parcels of an order the first
 * that was sent counts for each blank. Writes the fate of their rows.
 */
export function withParcels(
  store: RowStore,
  rows: Columns,
  merged: MergedOrders,
  fate: Uint8Array,
): LentParcels | null {
  const side = firstSentFirst(store, rows, sideRows(store, fate, 'parcel'));
  if (side.length === 0) return null;
  const people = peopleOf(store.texts);
  const orderOf = orderFinder(store, rows, merged);
  const columns = writable(merged.columns);
  const lent = new Set<number>();
  const seen = new Set<number>();
  let withoutOrder = 0;
  for (const row of side) {
    const order = orderOf(row);
    const number = rows.order[row]!;
    fate[row] = seen.has(number) ? DUPLICATE : USED;
    if (order === NO_ORDER && !seen.has(number)) withoutOrder++;
    if (order !== NO_ORDER && lend(columns, order, rows, row, people)) lent.add(order);
    if (number !== NONE) seen.add(number);
  }
  return { merged: { ...merged, columns }, orders: lent.size, withoutOrder };
}

/** Parcels sent in the same second in the order of their content: the order of rows and files changes nothing. */
function firstSentFirst(store: RowStore, { shippedAt }: Columns, side: readonly number[]): readonly number[] {
  const sent = (row: number) => shippedAt[row]! || 0;
  return [...side].sort((one, other) => sent(one) - sent(other) || store.hashOf(one) - store.hashOf(other));
}

function writable(columns: Columns): Columns {
  const copies = [...persons, ...places].map((name) => [name, columns[name].slice()]);
  return joined(columns, { ...Object.fromEntries(copies), shippedAt: columns.shippedAt.slice() });
}

function lend(into: Columns, order: number, from: Columns, row: number, people: People): boolean {
  let lent = false;
  for (const name of persons) {
    const code = from[name][row]!;
    if (code === NONE || people[name].has(into[name][order]!)) continue;
    if (into[name][order] !== NONE && !people[name].has(code)) continue;
    into[name][order] = code;
    lent = true;
  }
  for (const name of places) {
    if (into[name][order] !== NONE || from[name][row] === NONE) continue;
    into[name][order] = from[name][row]!;
    lent = true;
  }
  if (Number.isNaN(into.shippedAt[order]!)) into.shippedAt[order] = from.shippedAt[row]!;
  return lent;
}
