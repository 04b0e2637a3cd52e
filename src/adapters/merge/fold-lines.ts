import { NONE } from '../../model/orders.js';
import { closeReasons } from '../rows/rows.js';
import { type Columns, HAS_CREATED, HAS_STATUS, HAS_TIME } from './columns.js';
import { fillState, type People } from './fill-state.js';
import { decisiveLine, isGivenUp } from './line-stage.js';
import { namedParts } from './order-parts.js';
import { perProduct } from './product-rows.js';

const REFUNDED = closeReasons.indexOf('refunded');

/** How the lines of a report make an order. */
export interface FoldRule {
  /** Amounts that add up over the lines; the others are the order's on every line. */
  readonly adds: ReadonlySet<string>;
  readonly paidIsNet: boolean;
  /** What was paid is goods + postage − discount of the whole. */
  readonly paidFromParts: boolean;
  readonly people: People;
}

/**
 * Makes order `order` out of its lines, given newest first; the columns already hold the newest. Blanks are filled from
 * the others, amounts and units add up, the status is that of the decisive line.
 */
export function foldLines(orders: Columns, order: number, lines: Columns, own: number[], rule: FoldRule): void {
  for (const line of own.slice(1)) fillState(orders, order, lines, line, rule.people);
  const decisive = decisiveLine(lines.stage, own);
  orders.stage[order] = lines.stage[decisive]!;
  orders.status[order] = lines.status[decisive]!;
  orders.closeReason[order] = lines.closeReason[decisive]!;
  for (const name of perProduct) if (rule.adds.has(name)) orders[name][order] = sumOf(lines[name], own);
  orders.quantity[order] = unitsOf(lines, namedParts(lines, own));
  if (rule.paidFromParts)
    orders.paid[order] = orders.goods[order]! + (orders.postage[order]! || 0) - (orders.discount[order]! || 0);
  if (rule.adds.has('paid')) takeBack(orders, order, lines, own, rule.paidIsNet);
}

/**
 * A line that was given up while others were kept: what was paid for it went back, also where its refund is blank. A
 * refunded line went back in any case; a closed one only where the order lives on, else it may never have been paid.
 */
function takeBack(orders: Columns, order: number, lines: Columns, own: readonly number[], paidIsNet: boolean): void {
  const kept = own.some((line) => !isGivenUp(lines.stage[line]!));
  let back = 0;
  for (const line of own) {
    const refunded = lines.closeReason[line] === REFUNDED;
    const gone = refunded || (isGivenUp(lines.stage[line]!) && kept);
    const blank = !(lines.refund[line]! > 0);
    if (gone && blank && lines.paid[line]! > 0) back += lines.paid[line]!;
  }
  if (back === 0) return;
  const refund = orders.refund[order]!;
  orders.refund[order] = (Number.isNaN(refund) ? 0 : refund) + back;
  if (paidIsNet) orders.paid[order]! -= back;
}

/** What the order report cannot say at all, because it has no such column, its lines say. */
export function lendToOrder(orders: Columns, order: number, lines: Columns, own: readonly number[]): void {
  const newest = own[0]!;
  const lacking = ~orders.has[order]!;
  if (lacking & HAS_CREATED) orders.createdAt[order] = lines.createdAt[newest]!;
  if (lacking & HAS_TIME) orders.paidAt[order] = lines.paidAt[newest]!;
  if (lacking & HAS_TIME && !Number.isNaN(lines.paidAt[newest]!))
    orders.timePrecision[order] = lines.timePrecision[newest]!;
  else if (orders.timePrecision[order] === 0) orders.timePrecision[order] = lines.timePrecision[newest]!;
  if (lacking & HAS_STATUS) {
    const decisive = decisiveLine(lines.stage, own);
    orders.stage[order] = lines.stage[decisive]!;
    orders.status[order] = lines.status[decisive]!;
  }
  orders.has[order]! |= lines.has[newest]! & (HAS_CREATED | HAS_TIME | HAS_STATUS);
  if (orders.quantity[order] === NONE) orders.quantity[order] = unitsOf(lines, own);
}

/** Σ of the amounts that are there; blank if none is. */
function sumOf(amounts: Float64Array, own: readonly number[]): number {
  let sum = Number.NaN;
  for (const line of own) {
    const amount = amounts[line]!;
    if (!Number.isNaN(amount)) sum = Number.isNaN(sum) ? amount : sum + amount;
  }
  return sum;
}

/** Units of all lines, NONE if those of one are unknown. */
function unitsOf(lines: Columns, own: readonly number[]): number {
  let units = 0;
  for (const line of own) {
    if (lines.quantity[line] === NONE) return NONE;
    units += lines.quantity[line]!;
  }
  return units;
}

/** Σ list price × units of the lines, NaN if one is unknown. */
export function listTotalOf(lines: Columns, own: readonly number[]): number {
  let total = 0;
  for (const line of own) total += listAmount(lines, line);
  return own.length === 0 ? Number.NaN : total;
}

/** List price × units of a line, NaN if one is unknown. */
export function listAmount({ quantity, listPrice }: Columns, line: number): number {
  return quantity[line] === NONE ? Number.NaN : listPrice[line]! * quantity[line]!;
}
