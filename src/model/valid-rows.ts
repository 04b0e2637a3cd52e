import type { Day } from '../util/calendar.js';
import { NO_DAY } from '../util/calendar.js';
import type { OrderTable } from './orders.js';

/**
 * Rows of the valid orders of one currency, all days up to `asOf`, in day order; within a day in table order.
 * A valid order without a day cannot be placed and is left out (the import never makes one). Linear: a table is in day
 * order already, a part of one that is not takes a counting sort.
 */
export function validRowsOf(orders: OrderTable, currencyCode: number, asOf: Day): Int32Array {
  const rows = new Int32Array(orders.size);
  let size = 0;
  let last = Number.NEGATIVE_INFINITY;
  let inOrder = true;
  for (let row = 0; row < orders.size; row++) {
    if (orders.uncounted[row] !== 0 || orders.currency[row] !== currencyCode) continue;
    const day = orders.day[row]!;
    if (day === NO_DAY || day > asOf) continue;
    if (day < last) inOrder = false;
    last = day;
    rows[size++] = row;
  }
  return inOrder ? rows.slice(0, size) : byDay(rows.subarray(0, size), orders.day);
}

function byDay(rows: Int32Array, days: Int32Array): Int32Array {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    first = Math.min(first, days[row]!);
    last = Math.max(last, days[row]!);
  }
  if (rows.length === 0) return new Int32Array(0);
  const places = new Int32Array(last - first + 2);
  for (const row of rows) places[days[row]! - first + 1]!++;
  for (let day = 1; day < places.length; day++) places[day]! += places[day - 1]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[places[days[row]! - first]!++] = row;
  return sorted;
}
