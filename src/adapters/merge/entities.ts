import { NONE } from '../../model/orders.js';
import { holdsByte } from '../../util/holds-byte.js';
import type { RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import { type Groups, groupsOf } from './groups.js';
import { firstNumbers, pickedBytes } from './picked.js';
import type { Layout } from './product-rows.js';
import { DUPLICATE, isRejected } from './row-fate.js';
import { type ToldAgain, toldAgain } from './told-again.js';
import { TupleIndex } from './tuple-index.js';

/** What the rows of an entity are: states of an order, of a product in an order report, of a line in an item report. */
export const ORDER = 1;
export const PRODUCT = 2;
export const LINE = 4;
const LINE_WITH_ID = 8;

/** The rows that tell of one thing, and what it is. */
export interface Entities {
  /** Rows by entity; rows that are rejected or told elsewhere are in none. */
  readonly rows: Groups;
  /** ORDER, PRODUCT or LINE. */
  readonly kind: Uint8Array;
  /** Group (order) of each entity. */
  readonly order: Int32Array;
  /** Per order: the kinds it has, as bits. */
  readonly kinds: Uint8Array;
  /** Per order: the kinds of rows that told of it, also before it was normalised. */
  readonly told: Uint8Array;
  /** See `toldAgain`; null where nothing is. */
  readonly again: ToldAgain | null;
}

/**
 * Puts together the rows that tell of one order, or of one line of it. A line is known by its line id, else by product,
 * variant, list price and quantity: equal rows without a line id are one line, because the reports put equal products of
 * an order on one row with a quantity, and two exports of the row could not be told from two lines otherwise.
 * Marks as duplicate what is told better elsewhere: older states of normalised orders (see `toldAgain`), rows without line id in an order whose lines have one in another
 * report, and product rows of an order that has an order row and lines.
 */
export function entitiesOf(
  store: RowStore,
  columns: Columns,
  orders: Groups,
  layouts: readonly Layout[],
  fate: Uint8Array,
): Entities {
  const sheetKinds = kindsOfSheets(store, layouts);
  if (sheetKinds.every((kind) => kind === ORDER)) return onlyOrders(store, orders);
  const kindOf = pickedBytes(sheetKinds, store.sheet);
  const kinds = new Uint8Array(orders.size);
  const told = new Uint8Array(orders.size);
  const again = toldAgain(store, columns, orders, kindOf, fate);
  const isPassed = (row: number) => isRejected(fate[row]!) || again?.passed[row] === 1;
  for (let row = 0; row < store.size; row++) {
    if (isRejected(fate[row]!)) continue;
    told[orders.of[row]!]! |= store.sheets[store.sheet[row]!]!.kinds ?? kindOf[row]!;
    if (isPassed(row)) continue;
    const withId = kindOf[row] === LINE && store.lineId[row] !== NONE ? LINE_WITH_ID : 0;
    kinds[orders.of[row]!]! |= kindOf[row]! | withId;
  }
  const keys = new TupleIndex(store.size);
  const contents = new TupleIndex(16);
  const of = new Int32Array(store.size).fill(NONE);
  for (let row = 0; row < store.size; row++) {
    if (isRejected(fate[row]!)) continue;
    const order = orders.of[row]!;
    if (isPassed(row) || toldElsewhere(store, row, kindOf[row]!, kinds[order]!)) fate[row] = DUPLICATE;
    else if (kindOf[row] === ORDER) of[row] = keys.codeOf(order, ORDER);
    else of[row] = keys.codeOf(order, kindOf[row]!, ...lineKey(columns, row, contents));
  }
  return { ...described(groupsOf(of, keys.size), kindOf, orders), kinds, told, again };
}

function kindsOfSheets(store: RowStore, layouts: readonly Layout[]): Uint8Array {
  const kinds = store.sheets.map(({ dialect }, sheet) =>
    dialect.grain === 'line' ? LINE : layouts[sheet]!.products ? PRODUCT : ORDER,
  );
  return Uint8Array.from(kinds);
}

/** Whether all rows are states of orders. */
export function areOrders({ kind }: Entities): boolean {
  return !holdsByte(kind, PRODUCT) && !holdsByte(kind, LINE);
}

/** Where all rows are states of orders, the things told of are the orders. */
function onlyOrders({ sheets, sheet }: RowStore, orders: Groups): Entities {
  const kind = new Uint8Array(orders.size).fill(ORDER);
  const rest = { order: orders.numbered === true ? orders.of : firstNumbers(orders.size), kinds: kind, again: null };
  if (sheets.every(({ kinds }) => kinds === undefined)) return { rows: orders, kind, told: kind, ...rest };
  const told = new Uint8Array(orders.size);
  orders.of.forEach((order, row) => {
    if (order >= 0) told[order]! |= sheets[sheet[row]!]!.kinds ?? ORDER;
  });
  return { rows: orders, kind, told, ...rest };
}

function toldElsewhere(store: RowStore, row: number, kind: number, kinds: number): boolean {
  if (kind === PRODUCT) return (kinds & ORDER) !== 0 && (kinds & LINE) !== 0;
  const noLineColumn = !store.sheets[store.sheet[row]!]!.fields.has('line');
  return kind === LINE && noLineColumn && (kinds & LINE_WITH_ID) !== 0;
}

function lineKey(columns: Columns, row: number, contents: TupleIndex): [number, number] {
  if (columns.lineId[row] !== NONE) return [1, columns.lineId[row]!];
  const price = columns.listPrice[row]!;
  const { product, sku, quantity } = columns;
  return [2, contents.codeOf(product[row]!, sku[row]!, quantity[row]!, Number.isNaN(price) ? NONE : price)];
}

function described(rows: Groups, kindOf: Uint8Array, orders: Groups): Pick<Entities, 'rows' | 'kind' | 'order'> {
  const kind = new Uint8Array(rows.size);
  const order = new Int32Array(rows.size);
  for (let entity = 0; entity < rows.size; entity++) {
    const row = rows.members[rows.offsets[entity]!]!;
    kind[entity] = kindOf[row]!;
    order[entity] = orders.of[row]!;
  }
  return { rows, kind, order };
}
