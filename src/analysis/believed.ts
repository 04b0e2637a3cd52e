import type { AnalysisInput } from './metric.js';

/**
 * Whether the first purchase seen of a customer is believed to be the first ever: not before `--history-start`.
 * Others are left out wherever purchases are counted from the first (N-day rate, curve, ladder).
 */
export function believesFirst({ history, scope }: AnalysisInput, customer: number): boolean {
  return scope.historyStart === null || history.day[history.offsets[customer]!]! >= scope.historyStart;
}

/** Whether the first purchase of every customer is believed: then nobody need be asked. */
export function believesAll({ scope }: AnalysisInput): boolean {
  return scope.historyStart === null;
}
