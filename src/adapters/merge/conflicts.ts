import { NONE } from '../../model/orders.js';
import type { Field } from '../dialect.js';
import { type Columns, HAS_REFUND } from './columns.js';
import type { People } from './fill-state.js';
import { rankOf } from './newer-state.js';

/** A state of an order that says something else than the state that won, in a field that does not change by itself. */
export interface Conflict {
  /** Row of the losing state. */
  readonly row: number;
  readonly field: Field;
}

const PAID_RANK = 2;

/**
 * The fields in which an older state contradicts the merged one: both filled and different. Status, refund, shipping
 * and completion change in the life of an order; so do its amounts before it is paid, and a masked name, phone or
 * address. What remains must be the same in every state: creation and payment time, buyer, account, currency, units,
 * the total, and what was paid before refunds. Times are compared to `coarseness` seconds, amounts to one minor unit.
 */
export function conflictsOf(
  older: Columns,
  row: number,
  merged: Columns,
  state: number,
  coarseness: number,
  people: People,
  paidIsNet: (sheet: number) => boolean,
): readonly Field[] {
  const fields: Field[] = [];
  const clash = (one: number, other: number, unit: number): boolean =>
    Math.abs(Math.floor(one / unit) - Math.floor(other / unit)) >= 1;
  if (clash(older.createdAt[row]!, merged.createdAt[state]!, coarseness)) fields.push('created');
  if (clash(older.paidAt[row]!, merged.paidAt[state]!, coarseness)) fields.push('time');
  if (differ(older.buyer, row, merged.buyer, state, people.buyer.has.bind(people.buyer))) fields.push('buyer');
  if (differ(older.account, row, merged.account, state, people.account.has.bind(people.account)))
    fields.push('account');
  if (differ(older.currency, row, merged.currency, state)) fields.push('currency');
  if (differ(older.quantity, row, merged.quantity, state)) fields.push('quantity');
  if (rankOf(older, row) < PAID_RANK && rankOf(merged, state) >= PAID_RANK) return fields;
  if (Math.abs(older.total[row]! - merged.total[state]!) > 1) fields.push('total');
  if (paidDiffers(older, row, merged, state, paidIsNet)) fields.push('paid');
  return fields;
}

/** Paid before refunds; unknown, and so no conflict, where paid is net in one report and either lacks the refund. */
function paidDiffers(
  older: Columns,
  row: number,
  merged: Columns,
  state: number,
  paidIsNet: (sheet: number) => boolean,
): boolean {
  const [one, other] = [paidIsNet(older.paidSheet[row]!), paidIsNet(merged.paidSheet[state]!)];
  const known = (older.has[row]! & merged.has[state]! & HAS_REFUND) !== 0;
  if ((one || other) && !known) return false;
  return Math.abs(grossOf(older, row, one) - grossOf(merged, state, other)) > 1;
}

function grossOf(columns: Columns, state: number, isNet: boolean): number {
  const refund = columns.refund[state]!;
  return columns.paid[state]! + (isNet && !Number.isNaN(refund) ? refund : 0);
}

function differ(
  one: Int32Array,
  row: number,
  other: Int32Array,
  state: number,
  counts: (code: number) => boolean = () => true,
): boolean {
  const [left, right] = [one[row]!, other[state]!];
  return left !== NONE && right !== NONE && left !== right && counts(left) && counts(right);
}
