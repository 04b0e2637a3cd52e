import type { History } from '../model/history.js';

/**
 * Days between consecutive purchases of all customers, ascending. A customer with p purchases gives p − 1. Linear: a gap
 * is a whole number of days within the history, so gaps are counted and not compared.
 */
export function gapDays({ customers, offsets, day }: History): Int32Array {
  const gaps = new Int32Array(day.length - customers);
  let size = 0;
  let longest = 0;
  for (let customer = 0; customer < customers; customer++) {
    for (let purchase = offsets[customer]! + 1; purchase < offsets[customer + 1]!; purchase++) {
      const gap = day[purchase]! - day[purchase - 1]!;
      longest = Math.max(longest, gap);
      gaps[size++] = gap;
    }
  }
  const times = new Int32Array(longest + 1);
  for (const gap of gaps) times[gap]!++;
  size = 0;
  for (let gap = 0; gap <= longest; gap++) {
    gaps.fill(gap, size, size + times[gap]!);
    size += times[gap]!;
  }
  return gaps;
}
