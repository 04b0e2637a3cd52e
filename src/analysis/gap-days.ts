import type { History } from '../model/history.js';

/** Days between consecutive purchases of all customers, ascending. A customer with p purchases gives p − 1. */
export function gapDays({ customers, offsets, day }: History): Int32Array {
  const gaps = new Int32Array(day.length - customers);
  let size = 0;
  for (let customer = 0; customer < customers; customer++) {
    for (let purchase = offsets[customer]! + 1; purchase < offsets[customer + 1]!; purchase++) {
      gaps[size++] = day[purchase]! - day[purchase - 1]!;
    }
  }
  return gaps.sort();
}
