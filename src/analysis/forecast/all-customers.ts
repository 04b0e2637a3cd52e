import type { AnalysisInput } from '../metric.js';
import type { Forecast } from './forecast.js';
import { sortedSum } from './sorted-sum.js';

/** Sums over the forecasts of all customers. */
export interface AllCustomers {
  /** Σ P(alive). */
  readonly alive: number;
  readonly expected90: number;
  /** Minor units. */
  readonly historicValue: number;
  readonly overdue: number;
  /** Due from the as-of day to 14 days later. */
  readonly dueWithin14: number;
}

/** Null without a forecast. Sums do not depend on the order of the customers. */
export function allCustomersOf({ history, scope }: AnalysisInput, { perCustomer }: Forecast): AllCustomers | null {
  if (perCustomer === null) return null;
  const alive = new Float64Array(history.customers);
  const expected90 = new Float64Array(history.customers);
  const historicValue = new Float64Array(history.customers);
  const count = { overdue: 0, dueWithin14: 0 };
  for (let customer = 0; customer < history.customers; customer++) {
    const one = perCustomer(customer);
    alive[customer] = one.pAlive;
    expected90[customer] = one.expected90;
    historicValue[customer] = one.historicValue;
    if (one.overdue) count.overdue++;
    else if (one.dueDay !== null && one.dueDay <= scope.asOf + 14) count.dueWithin14++;
  }
  return {
    ...{ alive: sortedSum(alive), expected90: sortedSum(expected90), historicValue: sortedSum(historicValue) },
    ...count,
  };
}
