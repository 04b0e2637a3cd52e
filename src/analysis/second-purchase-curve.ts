import { believesAll, believesFirst } from './believed.js';
import type { AnalysisInput } from './metric.js';
import { kaplanMeier, type Survival } from './statistics/kaplan-meier.js';

/** Time from first to second purchase of every customer: the curve of those still waiting, and who is in it. */
export interface SecondPurchaseCurve extends Survival {
  readonly customers: number;
  readonly returned: number;
}

/** Kaplan-Meier over the customers whose first purchase is believed; those without a second are censored at as-of. */
export function secondPurchaseCurve(input: AnalysisInput): SecondPurchaseCurve {
  const { history, scope } = input;
  const span = scope.observed === null ? 0 : scope.observed.to - scope.observed.from + 1;
  const events = new Int32Array(span);
  const censored = new Int32Array(span);
  let customers = 0;
  let returned = 0;
  const all = believesAll(input);
  for (let customer = 0; customer < history.customers; customer++) {
    if (!all && !believesFirst(input, customer)) continue;
    customers++;
    const first = history.offsets[customer]!;
    if (first + 1 < history.offsets[customer + 1]!) {
      events[history.day[first + 1]! - history.day[first]!]!++;
      returned++;
    } else {
      censored[scope.asOf - history.day[first]!]!++;
    }
  }
  return { ...kaplanMeier(events, censored), customers, returned };
}
