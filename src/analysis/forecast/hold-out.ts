import type { History } from '../../model/history.js';
import type { Day } from '../../util/calendar.js';
import { type Clock, calendarClock } from '../models/clock.js';
import { type PurchaseRows, purchaseRows, type TimeUnit } from '../models/inputs.js';

/** Customers as they were known at a cut, and what they bought after it. */
export interface HoldOut {
  /** Last day known. */
  readonly cut: Day;
  /** Last day held out. */
  readonly end: Day;
  readonly days: number;
  /** The days held out in the unit of the rows. */
  readonly t: number;
  readonly rows: PurchaseRows;
  /** Customers seen by the cut, indexes of the history; the columns below follow them. */
  readonly customers: Int32Array;
  readonly row: Int32Array;
  readonly bought: Int32Array;
  readonly purchases: number;
  /** Minor units. */
  readonly sales: number;
  /** Customers first seen after the cut: no model can know them. */
  readonly later: { readonly customers: number; readonly purchases: number; readonly sales: number };
}

/** Parts the history at a day. Purchases in (cut, end] are held out. Linear. */
export function holdOut(history: History, cut: Day, end: Day, unit: TimeUnit, clock: Clock = calendarClock): HoldOut {
  const rows = purchaseRows(history, cut, unit, clock);
  const later = { customers: 0, purchases: 0, sales: 0 };
  const seen = { customers: 0, purchases: 0, sales: 0 };
  const customers = new Int32Array(rows.customers);
  const bought = new Int32Array(rows.customers);
  for (let customer = 0; customer < history.customers; customer++) {
    const known = rows.rowOf[customer]! >= 0;
    const held = boughtIn(history, customer, cut, end);
    if (!known && held.purchases === 0) continue;
    const group = known ? seen : later;
    if (known) {
      customers[seen.customers] = customer;
      bought[seen.customers] = held.purchases;
    }
    group.customers++;
    group.purchases += held.purchases;
    group.sales += held.sales;
  }
  const row = customers.map((customer) => rows.rowOf[customer]!);
  const { purchases, sales } = seen;
  const days = end - cut;
  return { cut, end, days, t: rows.ahead(days), rows, customers, row, bought, purchases, sales, later };
}

function boughtIn({ offsets, day, net }: History, customer: number, cut: Day, end: Day) {
  let purchases = 0;
  let sales = 0;
  for (let at = offsets[customer + 1]! - 1; at >= offsets[customer]! && day[at]! > cut; at--) {
    if (day[at]! > end) continue;
    purchases++;
    sales += net[at]!;
  }
  return { purchases, sales };
}
