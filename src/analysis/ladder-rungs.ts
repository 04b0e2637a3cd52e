import { sortCounts } from '../util/sort-counts.js';
import { believesAll, believesFirst } from './believed.js';
import type { AnalysisInput } from './metric.js';

/** The customers who reached their n-th purchase. */
export interface Rung {
  customers: number;
  /** Of them, who reached purchase n + 1 so far. */
  next: number;
  /** Who reached n at least LP days before the as-of day, and of them who bought again within LP days. */
  maturedCustomers: number;
  maturedNext: number;
  /** Net and orders of the n-th purchases. */
  net: number;
  orders: number;
  /** Days from purchase n to n + 1, of those who reached it; ascending. */
  readonly gaps: Int32Array;
}

/** The rungs 1, 2 … `highest`, as far as somebody got. `lapse` is LP in days. Two walks over the history. */
export function ladderRungs(input: AnalysisInput, lapse: number, highest: number): readonly Rung[] {
  const rungs = emptyRungs(input, highest);
  const { history, scope } = input;
  const filled = new Int32Array(rungs.length);
  const all = believesAll(input);
  for (let customer = 0; customer < history.customers; customer++) {
    if (!all && !believesFirst(input, customer)) continue;
    const first = history.offsets[customer]!;
    const reached = history.offsets[customer + 1]! - first;
    for (let n = 0; n < Math.min(reached, rungs.length); n++) {
      const rung = rungs[n]!;
      const day = history.day[first + n]!;
      const matured = day + lapse <= scope.asOf;
      rung.net += history.net[first + n]!;
      rung.orders += history.orders[first + n]!;
      if (matured) rung.maturedCustomers++;
      if (n + 1 === reached) continue;
      const gap = history.day[first + n + 1]! - day;
      rung.gaps[filled[n]!++] = gap;
      if (matured && gap <= lapse) rung.maturedNext++;
    }
  }
  for (const { gaps } of rungs) sortCounts(gaps);
  return rungs;
}

/** How many reached each rung; `customers` of the rung after the highest is its `next`. */
function emptyRungs(input: AnalysisInput, highest: number): Rung[] {
  const { customers, offsets } = input.history;
  const last = new Int32Array(highest + 2);
  const all = believesAll(input);
  for (let customer = 0; customer < customers; customer++) {
    if (!all && !believesFirst(input, customer)) continue;
    last[Math.min(offsets[customer + 1]! - offsets[customer]!, highest + 1)]!++;
  }
  for (let n = highest; n >= 1; n--) last[n]! += last[n + 1]!;
  const rungs: Rung[] = [];
  for (let n = 1; n <= highest && last[n]! > 0; n++) {
    const next = last[n + 1]!;
    const tallies = { maturedCustomers: 0, maturedNext: 0, net: 0, orders: 0 };
    rungs.push({ customers: last[n]!, next, ...tallies, gaps: new Int32Array(next) });
  }
  return rungs;
}
