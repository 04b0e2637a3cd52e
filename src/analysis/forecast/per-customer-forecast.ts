import type { Day } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { calendarClock } from '../models/clock.js';
import { daysToDue, daysToLikely } from '../models/days-until.js';
import { discountedOf, expectedOf, pAliveOf, pNoneOf } from '../models/forecast-rows.js';
import type { PurchaseRows } from '../models/inputs.js';
import { type CustomerRows, type Row, rowAt } from '../models/rows.js';
import type { CustomerSpend } from './customer-spend.js';
import type { ModelFit } from './forecast-models.js';
import type { ForecastOptions } from './forecast-options.js';

/** Chance that a customer buys nothing in the next 90 days: below ⅓ low, to ⅔ medium, above high. Own definition. */
export type Risk = 'low' | 'medium' | 'high';

export const RISK_DAYS = 90;

/** What is expected of one customer. */
export interface CustomerForecast {
  readonly pAlive: number;
  /** Expected purchases in the next 90 days, 365 days, and the horizon. */
  readonly expected90: number;
  readonly expected365: number;
  readonly expected: number;
  /** Null where the chance of another purchase never reached one half. */
  readonly dueDay: Day | null;
  readonly overdue: boolean | null;
  /** Null: not likely within the horizon. */
  readonly likelyBy: Day | null;
  readonly pNone90: number;
  readonly risk: Risk;
  /** Minor units, unrounded, in the horizon; sales, or profit with a margin; null where no spend could be fitted. */
  readonly predictedValue: number | null;
  /** The same with later money counting less; null unless a discount is asked for. */
  readonly discountedValue: number | null;
  /** Net to date, times the margin if there is one. */
  readonly historicValue: number;
}

/** The forecast of each customer, an index of the history. */
export type PerCustomer = (customer: number) => CustomerForecast;

/** Computes per distinct row; a customer is put together when asked for. */
export function perCustomerOf(
  { history, scope }: AnalysisInput,
  options: ForecastOptions,
  model: ModelFit,
  rows: PurchaseRows,
  spend: CustomerSpend | null,
): PerCustomer {
  const { horizon, discount } = options;
  const margin = options.margin ?? 1;
  const expectedIn = (days: number) => expectedOf(model, rows, rows.ahead(days));
  const [pAlive, expected90, expected365] = [pAliveOf(model, rows), expectedIn(90), expectedIn(365)];
  const expected = horizon === 365 ? expected365 : horizon === 90 ? expected90 : expectedIn(horizon);
  const pNone90 = pNoneOf(model, rows, rows.ahead(RISK_DAYS));
  const discounted = discount === null ? null : discountedOf(model, rows, horizon, discount);
  const due = dueDaysOf(model, rows);
  const likely = ofRows(rows, (row) => daysToLikely(model, row, rows.ahead, horizon));
  return (customer) => {
    const row = rows.rowOf[customer]!;
    const last = history.day[history.offsets[customer + 1]! - 1]!;
    const dueDay = due[row] == null ? null : last + due[row];
    const likelyIn = likely[row] ?? null;
    const price = spend === null ? null : spend.expected[customer]! * margin;
    return {
      pAlive: pAlive[row]!,
      expected90: expected90[row]!,
      expected365: expected365[row]!,
      expected: expected[row]!,
      dueDay,
      overdue: dueDay === null ? null : dueDay < scope.asOf,
      likelyBy: likelyIn === null ? null : scope.asOf + likelyIn,
      pNone90: pNone90[row]!,
      risk: riskOf(pNone90[row]!),
      predictedValue: price === null ? null : price * expected[row]!,
      discountedValue: price === null || discounted === null ? null : price * discounted[row]!,
      historicValue: historicNet(history, customer) * margin,
    };
  };
}

export function riskOf(pNone90: number): Risk {
  return pNone90 < 1 / 3 ? 'low' : pNone90 <= 2 / 3 ? 'medium' : 'high';
}

/** Depends on x and tx alone, which many rows share; with a season on the last day too. */
function dueDaysOf(model: ModelFit, rows: PurchaseRows): readonly (number | null)[] {
  const { clock, daysInUnit, lastDay } = rows;
  const known = new Map<number, Map<number, number | null>>();
  return Array.from(rows.x, (_, index) => {
    const row = rowAt(rows, index);
    const last = lastDay[index]!;
    const sinceLast = (days: number) => (clock.at(last + days) - clock.at(last)) / daysInUnit;
    if (clock !== calendarClock) return daysToDue(model, row, sinceLast);
    const ofX = known.get(row.x) ?? new Map<number, number | null>();
    known.set(row.x, ofX);
    const before = ofX.get(row.tx);
    if (before !== undefined) return before;
    const days = daysToDue(model, row, sinceLast);
    ofX.set(row.tx, days);
    return days;
  });
}

function ofRows(rows: CustomerRows, value: (row: Row) => number | null): readonly (number | null)[] {
  return Array.from(rows.x, (_, index) => value(rowAt(rows, index)));
}

function historicNet({ offsets, net }: AnalysisInput['history'], customer: number): number {
  let sum = 0;
  for (let purchase = offsets[customer]!; purchase < offsets[customer + 1]!; purchase++) sum += net[purchase]!;
  return sum;
}
