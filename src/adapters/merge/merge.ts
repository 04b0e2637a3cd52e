import { NONE } from '../../model/orders.js';
import { isConstant } from '../../util/is-constant.js';
import type { RowStore } from '../rows/rows.js';
import { carriersOf } from './carriers.js';
import { type Columns, gathered } from './columns.js';
import type { Conflict } from './conflicts.js';
import { areOrders, type Entities, entitiesOf, LINE, ORDER, PRODUCT } from './entities.js';
import { fillState, type People, peopleOf } from './fill-state.js';
import { foldLines, lendToOrder, listAmount, listTotalOf } from './fold-lines.js';
import { areApart, type Groups } from './groups.js';
import { mergeStates } from './merge-states.js';
import { bestKind, namedParts, type OrderParts, onlyPart, orderParts, partsOfKind } from './order-parts.js';
import { isAll, pickedBytes, pickedCodes } from './picked.js';
import { type Layout, layoutsOf, perProduct } from './product-rows.js';
import { unlikeParts } from './unlike-parts.js';

/** The orders of all files, each once, with their lines. */
export interface MergedOrders {
  readonly size: number;
  readonly columns: Columns;
  /** Per order: the row that stands for it (its newest state, or its newest line). */
  readonly row: Int32Array;
  /** Σ list price × units, NaN = unknown. */
  readonly listTotal: Float64Array;
  /** Order of each row, −1 = rejected before. */
  readonly orderOfRow: Int32Array;
  readonly lines: MergedLines;
  /** See `carriersOf`. */
  readonly carries: Uint8Array;
  readonly conflicts: readonly Conflict[];
  /** Per sheet of the store. */
  readonly layouts: readonly Layout[];
  /** Per order: the kinds of rows that told of it, as bits ORDER, PRODUCT, LINE. */
  readonly kinds: Uint8Array;
}

/** The lines of the orders: order i has the lines `first[i]` to `first[i + 1] − 1`, the newest first. */
export interface MergedLines {
  readonly size: number;
  readonly first: Int32Array;
  /** Per line: its entry in `states`. */
  readonly state: Int32Array;
  readonly states: Columns;
}

const ADDS_ALL: ReadonlySet<string> = new Set(perProduct);
const AMOUNTS_FROM = [ORDER, PRODUCT, LINE];
const LINES_FROM = [LINE, PRODUCT, ORDER];

/** Makes orders out of rows. `fate` tells which rows are rejected already and receives the duplicates. */
export function mergeRows(store: RowStore, rows: Columns, groups: Groups, fate: Uint8Array): MergedOrders {
  const layouts = layoutsOf(store, rows, groups, fate);
  const entities = entitiesOf(store, rows, groups, layouts, fate);
  if (areApart(groups, store.size) && areOrders(entities)) return unmerged(rows, groups, entities, layouts);
  const people = peopleOf(store.texts);
  const paidIsNet = (sheet: number): boolean => store.sheets[sheet]!.dialect.refund === 'paid-is-net';
  const states = mergeStates(rows, entities.rows, fate, people, paidIsNet);
  const parts = orderParts(states.columns, entities, groups.size);
  const columns = foldedOrders(store, states.columns, entities, parts, layouts, people);
  for (const { group, row } of entities.again?.fills ?? []) {
    fillState(columns, parts.orderOfGroup[group]!, rows, row, people);
  }
  return {
    size: parts.size,
    columns,
    row: isAll(parts.base, states.row.length) ? states.row : pickedCodes(states.row, parts.base),
    listTotal: listTotals(states.columns, entities, parts),
    orderOfRow: isAll(parts.group, groups.size)
      ? groups.of
      : groups.of.map((group) => (group < 0 ? NONE : parts.orderOfGroup[group]!)),
    lines: linesOf(states.columns, entities, parts),
    carries: carriersOf(store, entities, layouts, groups.of, parts, fate),
    conflicts: [...states.conflicts, ...unlikeParts(columns, states, entities, parts, layouts, store.sheets)],
    layouts,
    kinds: pickedBytes(entities.told, parts.group),
  };
}

/** Where each row is an order of its own there is nothing to merge: the columns of the orders are those of the rows. */
function unmerged(rows: Columns, groups: Groups, { told }: Entities, layouts: readonly Layout[]): MergedOrders {
  const { size, of } = groups;
  return {
    ...{ size, columns: rows, row: of, orderOfRow: of, conflicts: [], layouts, kinds: told },
    listTotal: rowTotals(rows, groups.of),
    lines: orderLines(rows, groups),
    carries: new Uint8Array(size).fill(1),
  };
}

function rowTotals(rows: Columns, orders: Int32Array): Float64Array {
  const { listPrice } = rows;
  if (isConstant(listPrice) && Number.isNaN(listPrice[0]!)) return listPrice;
  const totals = new Float64Array(orders.length);
  for (let order = 0; order < totals.length; order++) totals[order] = listAmount(rows, order);
  return totals;
}

/** Orders that name a product are their own only line; the others have none. */
function orderLines(rows: Columns, { size: all, of: orders, offsets }: Groups): MergedLines {
  const { product } = rows;
  if (!product.includes(NONE)) return { size: all, first: offsets, state: orders, states: rows };
  const first = new Int32Array(orders.length + 1);
  let size = 0;
  for (let order = 0; order < orders.length; order++) first[order + 1] = product[order] === NONE ? size : ++size;
  const state = orders.filter((order) => product[order] !== NONE);
  return { size, first, state, states: rows };
}

/** The state of each order, with what its products and lines add to it. */
function foldedOrders(
  { sheets }: RowStore,
  states: Columns,
  entities: Entities,
  parts: OrderParts,
  layouts: readonly Layout[],
  people: People,
): Columns {
  const onlyOrders = entities.kinds.every((kinds) => (kinds & (PRODUCT | LINE)) === 0);
  if (onlyOrders && isAll(parts.base, states.sheet.length)) return states;
  const columns = gathered(states, parts.base);
  for (let order = 0; !onlyOrders && order < parts.size; order++) {
    const kinds = entities.kinds[parts.group[order]!]!;
    const kind = bestKind(kinds, AMOUNTS_FROM);
    if (kind === ORDER && (kinds & (PRODUCT | LINE)) === 0) continue;
    if (kind === ORDER) {
      lendToOrder(columns, order, states, partsOfKind(parts, entities, order, LINES_FROM));
      continue;
    }
    const adds = kind === LINE ? ADDS_ALL : layouts[columns.sheet[order]!]!.adds;
    const { refund, paidFrom, grain } = sheets[columns.paidSheet[order]!]!.dialect;
    const paidFromParts = paidFrom === 'parts' && grain === 'product';
    const rule = { adds, paidIsNet: refund === 'paid-is-net', paidFromParts, people };
    foldLines(columns, order, states, partsOfKind(parts, entities, order, [kind]), rule);
  }
  return columns;
}

function listTotals(states: Columns, entities: Entities, parts: OrderParts): Float64Array {
  const { listPrice } = states;
  if (listPrice.length === parts.size && listPrice.every(Number.isNaN)) return listPrice;
  const totals = new Float64Array(parts.size);
  for (let order = 0; order < parts.size; order++) {
    const only = onlyPart(parts, order);
    totals[order] =
      only === NONE
        ? listTotalOf(states, namedParts(states, partsOfKind(parts, entities, order, LINES_FROM)))
        : listAmount(states, only);
  }
  return totals;
}

/** An order's lines: those of the item report, else its product rows, else the order row itself if it names a product. */
function linesOf(states: Columns, entities: Entities, parts: OrderParts): MergedLines {
  const state = new Int32Array(entities.order.length);
  const first = new Int32Array(parts.size + 1);
  let size = 0;
  const isLine = (entity: number) => entities.kind[entity] !== ORDER || states.product[entity] !== NONE;
  for (let order = 0; order < parts.size; order++) {
    const only = onlyPart(parts, order);
    if (only === NONE) {
      for (const entity of namedParts(states, partsOfKind(parts, entities, order, LINES_FROM))) {
        if (isLine(entity)) state[size++] = entity;
      }
    } else if (isLine(only)) state[size++] = only;
    first[order + 1] = size;
  }
  // Where each order is its own line, one list of numbers serves for both.
  return { size, first, state: isAll(state, parts.size) ? parts.base : state.subarray(0, size), states };
}
