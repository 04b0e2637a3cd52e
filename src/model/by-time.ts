import type { OrderTable } from './orders.js';

/**
 * Puts rows that are already grouped by customer and day into order of time within each day, in place.
 * Ties (a file without a time of day) go by order number, then net, then units, so that the order of the rows in the
 * files cannot change a number; what is still equal is interchangeable.
 */
export function byTime(orders: OrderTable, rows: Int32Array): void {
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && sameDay(orders, rows[from]!, rows[to]!)) to++;
    if (to - from > 1) rows.subarray(from, to).sort((one, other) => earlier(orders, one, other));
    from = to;
  }
}

function sameDay(orders: OrderTable, one: number, other: number): boolean {
  return orders.customer[one] === orders.customer[other] && orders.day[one] === orders.day[other];
}

function earlier(orders: OrderTable, one: number, other: number): number {
  return (
    timeOf(orders, one) - timeOf(orders, other) ||
    compareNumbers(orders.texts.order.text(orders.order[one]!), orders.texts.order.text(orders.order[other]!)) ||
    orders.net[one]! - orders.net[other]! ||
    orders.units[one]! - orders.units[other]! ||
    one - other
  );
}

/** The time that makes the day of an order: payment, else creation. An order with a day and no time counts as midnight. */
function timeOf(orders: OrderTable, row: number): number {
  const paid = orders.paidAt[row]!;
  if (!Number.isNaN(paid)) return paid;
  const created = orders.createdAt[row]!;
  return Number.isNaN(created) ? 0 : created;
}

/** Order numbers as the platforms count them: the shorter is the smaller, then digit by digit. */
function compareNumbers(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}
