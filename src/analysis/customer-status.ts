import type { Window } from '../model/report.js';
import type { AnalysisInput } from './metric.js';

/** How the active customers of one day became those of a later day. */
export interface Flow {
  readonly start: number;
  readonly new: number;
  readonly wonBack: number;
  readonly lapsed: number;
  readonly end: number;
}

/**
 * Flow of customers through some days, by status at the end of the day before them and of their last day. Active: the
 * last purchase is at most L days ago. new: first purchase in the days and active at their end; won back: inactive at
 * the start, first purchase before, active at the end; lapsed: active at the start, not at the end. So
 * start + new + won back − lapsed = end, exactly. One walk over the customers, a search in the purchases of each.
 */
export function flowOf({ history, scope }: AnalysisInput, days: Window): Flow {
  const flow = { start: 0, new: 0, wonBack: 0, lapsed: 0, end: 0 };
  const before = days.from - 1;
  for (let customer = 0; customer < history.customers; customer++) {
    const first = history.offsets[customer]!;
    const last = history.offsets[customer + 1]! - 1;
    if (history.day[first]! > days.to || history.day[last]! < before - scope.lapsedAfter) continue;
    const atStart = isActive(history.day, first, last, before, scope.lapsedAfter);
    const atEnd = isActive(history.day, first, last, days.to, scope.lapsedAfter);
    if (atStart) flow.start++;
    if (atEnd) flow.end++;
    if (atStart && !atEnd) flow.lapsed++;
    if (atStart || !atEnd) continue;
    if (history.day[first]! >= days.from) flow.new++;
    else flow.wonBack++;
  }
  return flow;
}

/** Whether the last of the purchases `first` to `last` that is not after `day` is at most `lapsedAfter` days before it. */
function isActive(days: Int32Array, first: number, last: number, day: number, lapsedAfter: number): boolean {
  let purchase = last;
  while (purchase >= first && days[purchase]! > day) purchase--;
  return purchase >= first && day - days[purchase]! <= lapsedAfter;
}
