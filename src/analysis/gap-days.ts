import type { History } from '../model/history.js';
import { sortCounts } from '../util/sort-counts.js';

/**
 * Days between consecutive purchases of all customers, ascending. A customer with p purchases gives p − 1. Linear: a gap
 * is a whole number of days within the history, so gaps are counted and not compared.
 */
export function gapDays({ customers, offsets, day }: History): Int32Array {
  const gaps = new Int32Array(day.length - customers);
  let size = 0;
  for (let customer = 0; customer < customers; customer++) {
    for (let purchase = offsets[customer]! + 1; purchase < offsets[customer + 1]!; purchase++) {
      gaps[size++] = day[purchase]! - day[purchase - 1]!;
    }
  }
  return sortCounts(gaps);
}
