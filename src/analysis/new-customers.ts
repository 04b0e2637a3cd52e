import type { AnalysisInput } from './metric.js';
import type { Period } from './period.js';

/**
 * Whether a buyer of the period is new in it: the first purchase ever is in the period, and not before
 * `--history-start`, up to which the first purchase seen need not be the first. With `--old-window` N: no purchase in
 * the N days before the period.
 */
export function isNew({ history, scope }: AnalysisInput, period: Period, buyer: number): boolean {
  const begin = period.begin[buyer]!;
  const before = begin - 1;
  const seenBefore = before >= history.offsets[period.buyers[buyer]!]!;
  if (scope.oldWindow !== null) return !seenBefore || history.day[before]! < period.window.from - scope.oldWindow;
  return !seenBefore && (scope.historyStart === null || history.day[begin]! >= scope.historyStart);
}

/** Number of customers new in the period. */
export function newCustomersIn(input: AnalysisInput, period: Period): number {
  let customers = 0;
  for (let buyer = 0; buyer < period.buyers.length; buyer++) if (isNew(input, period, buyer)) customers++;
  return customers;
}
