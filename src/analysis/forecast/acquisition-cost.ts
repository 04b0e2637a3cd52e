import type { AnalysisInput } from '../metric.js';
import { newCustomersIn } from '../new-customers.js';
import { daysAsked, periodOf } from '../period.js';

/** What winning customers cost, as the user knows it; money in minor units. */
export type AcquisitionCost =
  | { readonly kind: 'click'; readonly perClick: number; readonly conversion: number }
  | { readonly kind: 'spend'; readonly adSpend: number };

/**
 * CAC: what one new customer cost, minor units, unrounded. Cost per click ÷ conversion (1 yuan at 2 % = 50 yuan), or ad
 * spend ÷ new customers of the window (all days without one): blended, the visitors who did not buy are paid for too.
 * Null where nobody converts or nobody is new. Own definition.
 */
export function acquisitionCost(input: AnalysisInput, cost: AcquisitionCost): number | null {
  if (cost.kind === 'click') return cost.conversion > 0 ? cost.perClick / cost.conversion : null;
  const customers = newCustomersIn(input, periodOf(input, daysAsked(input.scope)));
  return customers > 0 ? cost.adSpend / customers : null;
}
