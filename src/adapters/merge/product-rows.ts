import { NONE } from '../../model/orders.js';
import type { RowSheet, RowStore } from '../rows/rows.js';
import type { Columns } from './columns.js';
import type { Groups } from './groups.js';
import { orderRows } from './order-rows.js';

/** Amounts that a report with one row per product may give per product, or once more on each row of the order. */
export const perProduct = ['total', 'goods', 'postage', 'discount', 'paid', 'refund'] as const;
type PerProduct = (typeof perProduct)[number];

/** In a report that repeats its order amounts a few orders may differ (two states of one order), but not one in ten. */
const ORDERS_PER_EXCEPTION = 10;

/** What the data tell of a layout. Sheets of one dialect with the same fields are one layout. */
export interface Layout {
  /** One row is one product of an order, not an order. */
  readonly products: boolean;
  /** Orders seen with several products in one sheet. */
  readonly orders: number;
  /** Rows of these orders beyond the first of each. */
  readonly further: number;
  /** Amounts of which each row has its own part; the others stand on every row of an order and count once. */
  readonly adds: ReadonlySet<PerProduct>;
}

/**
 * Finds the order reports that in truth have one row per product (已卖出的宝贝, reports with merged cells): their header
 * does not tell, so the data must. Such a report has, within one sheet, an order on several rows that were created at
 * the same time (or do not say when) and name different products. Then all its rows are products, and for each amount the orders with
 * several products decide: if one in ten or more of them has different amounts on its rows, the rows add up (a blank
 * adds nothing, which covers amounts given on the first row only); otherwise the amount is the order's, repeated.
 * Of a platform that is known to write one row per product nothing needs to be seen first, blanks say nothing, and the
 * rows of an order that are in several files are looked at together. What is learnt of one file holds for all files of its layout;
 * only a file cut between the rows of its only such order hides it. One layout per sheet of the store is returned.
 */
export function layoutsOf(store: RowStore, columns: Columns, groups: Groups, fate: Uint8Array): readonly Layout[] {
  const layoutOf = layoutNumbers(store.sheets);
  const found = store.sheets.map(() => ({
    orders: 0,
    further: 0,
    differ: new Float64Array(6),
    same: new Float64Array(6),
  }));
  // No group is empty: where there are as many rows as groups each is alone.
  const several = groups.members.length > groups.size;
  for (let group = 0; group < groups.size && several; group++) {
    if (groups.offsets[group + 1]! - groups.offsets[group]! < 2) continue;
    const rows = groups.members.subarray(groups.offsets[group]!, groups.offsets[group + 1]!);
    for (const { part, sheets } of orderRows(store, rows, layoutOf, fate)) {
      const isDeclared = store.sheets[store.sheet[part[0]!]!]!.dialect.grain === 'product';
      if (!isDeclared && !severalProducts(columns, part)) continue;
      const layout = found[layoutOf[store.sheet[part[0]!]!]!]!;
      if (part.length > sheets) layout.orders++;
      layout.further += part.length - sheets;
      perProduct.forEach((name, at) => {
        const likeness = likenessOf(columns, columns[name], isDeclared ? filledIn(columns[name], part) : part);
        if (likeness !== 'none') layout[likeness][at]! += 1;
      });
    }
  }
  return layoutOf.map((number, sheet) => {
    const { orders, further, differ, same } = found[number]!;
    const { dialect } = store.sheets[sheet]!;
    const isOwn = (name: PerProduct) => dialect.grain === 'product' && dialect.own?.includes(name) === true;
    const adds = perProduct.filter((name, at) => isOwn(name) || addsUp(differ[at]!, same[at]!, dialect.grain));
    return { products: orders > 0 || dialect.grain === 'product', orders, further, adds: new Set(adds) };
  });
}

/**
 * Whether rows add up, by the orders whose rows differ and those whose rows agree. A platform that is known to repeat its
 * amounts must be contradicted by more orders than agree with it.
 */
function addsUp(differ: number, same: number, grain: RowSheet['dialect']['grain']): boolean {
  if (grain === 'product') return differ > same;
  return differ > 0 && differ * ORDERS_PER_EXCEPTION >= differ + same;
}

/** The rows that have the amount: in a layout with one row per product, blank means "as on another row". */
function filledIn(amounts: Float64Array, rows: readonly number[]): readonly number[] {
  return rows.filter((row) => !Number.isNaN(amounts[row]!));
}

function layoutNumbers(sheets: readonly RowSheet[]): readonly number[] {
  const known = new Map<string, number>();
  return sheets.map(({ dialect, fields }) => {
    const key = [dialect.id, ...[...fields].sort()].join(' ');
    const layout = known.get(key) ?? known.size;
    known.set(key, layout);
    return layout;
  });
}

function severalProducts(columns: Columns, rows: readonly number[]): boolean {
  const first = new Map<number, number>();
  let any: number | undefined;
  for (const row of rows) {
    if (columns.product[row] === NONE && columns.lineId[row] === NONE) continue;
    const created = columns.createdAt[row]!;
    const known = first.get(created) ?? (Number.isNaN(created) ? any : first.get(Number.NaN));
    any ??= row;
    if (known === undefined) first.set(created, row);
    else if (
      unlike(columns.product, row, known) ||
      unlike(columns.sku, row, known) ||
      unlike(columns.lineId, row, known)
    ) {
      return true;
    }
  }
  return false;
}

function unlike(column: Int32Array, one: number, other: number): boolean {
  return column[one] !== NONE && column[other] !== NONE && column[one] !== column[other];
}

/**
 * Whether one amount stands at all products of an order. Rows of the same product are states of it: the products agree
 * if some amount occurs with each of them. None: no product has an amount, or all are zero, which tells nothing.
 */
function likenessOf(columns: Columns, amounts: Float64Array, rows: readonly number[]): 'same' | 'differ' | 'none' {
  const ofProduct = new Map<string, Set<number>>();
  let told = false;
  for (const row of rows) {
    const key = `${columns.lineId[row]} ${columns.product[row]} ${columns.sku[row]}`;
    const known = ofProduct.get(key) ?? new Set();
    ofProduct.set(key, known.add(amounts[row]!));
    told ||= amounts[row]! !== 0 && !Number.isNaN(amounts[row]!);
  }
  if (!told) return 'none';
  if (ofProduct.size < 2) return 'none';
  const [first, ...others] = ofProduct.values();
  for (const amount of first ?? []) {
    if (!Number.isNaN(amount) && others.every((known) => known.has(amount))) return 'same';
  }
  return 'differ';
}
