import { type OrderTable, precisions } from '../../model/orders.js';
import { SECONDS_A_DAY } from '../../util/calendar.js';

const MINUTE = precisions.indexOf('minute');
const SECONDS_AN_HOUR = 3600;

/** Purchases below which nothing is usual. */
const FEWEST = 3;

/**
 * The hour of the day, 0–23, in which most purchases began, from the first order of each; of equal numbers the earliest.
 * Null with fewer than 3 purchases of known time of day.
 */
export function usualHour(orders: OrderTable, firstRows: readonly number[]): number | null {
  const purchases = new Int32Array(24);
  let known = 0;
  for (const row of firstRows) {
    if (orders.timePrecision[row]! < MINUTE) continue;
    const paid = orders.paidAt[row]!;
    const time = Number.isNaN(paid) ? orders.createdAt[row]! : paid;
    const second = ((time % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY;
    purchases[Math.floor(second / SECONDS_AN_HOUR)]!++;
    known++;
  }
  if (known < FEWEST) return null;
  return purchases.indexOf(Math.max(...purchases));
}
