import type { PurchaseRule } from '../model/history.js';
import { historyOf } from '../model/history-builder.js';
import type { OrderTable } from '../model/orders.js';
import type { AsOfReason, Currency, Window } from '../model/report.js';
import { validRowsOf } from '../model/valid-rows.js';
import type { Day } from '../util/calendar.js';
import type { AnalysisInput, Scope } from './metric.js';
import { observedBefore } from './previous-window.js';

/** Days without a purchase after which a customer is lapsed, unless said otherwise. */
const LAPSED_AFTER = 365;

/** What the user asked for, as far as the numbers depend on it. */
export interface AnalysisOptions {
  readonly asOf: Day;
  readonly asOfReason: AsOfReason;
  /** As asked for; cut at an `asOf` that was given. */
  readonly window: Window | null;
  readonly currency: Currency;
  readonly currencyCode: number;
  readonly purchase: PurchaseRule;
  readonly oldWindow: number | null;
  readonly historyStart: Day | null;
  readonly refunds: Scope['refunds'];
  readonly refundsKnown: boolean;
  /** Default: month. */
  readonly cohort?: Scope['cohort'];
  /** Default: false. */
  readonly unbounded?: boolean;
  /** Days; default: 365. */
  readonly lapsedAfter?: number;
  /** Days, ascending and above 0; default: null. */
  readonly edges?: Scope['edges'];
}

/**
 * Everything the metrics of one currency compute from: valid orders in day order, the same by customer, and the scope.
 * Linear in the orders.
 */
export function analysisInput(orders: OrderTable, options: AnalysisOptions): AnalysisInput {
  const validRows = validRowsOf(orders, options.currencyCode, options.asOf);
  const history = historyOf(orders, options.currencyCode, options.purchase, options.asOf, validRows);
  const observed = validRows.length === 0 ? null : { from: orders.day[validRows[0]!]!, to: options.asOf };
  const window = cut(options);
  const { asOf, currency, currencyCode, oldWindow, historyStart, refunds, refundsKnown } = options;
  const { cohort = 'month', unbounded = false, lapsedAfter = LAPSED_AFTER, edges = null } = options;
  const previous = window === null ? null : observedBefore(window, observed);
  const scope = { asOf, observed, window, previous, currency, currencyCode, oldWindow, historyStart };
  const counting = { refunds, refundsKnown, cohort, unbounded, lapsedAfter, edges };
  return { orders, history, validRows, scope: { ...scope, ...counting } };
}

/**
 * An as-of day that was given inside the window cuts it there. One that was found (the day of the last order) does
 * not: the days after it were observed, nothing was sold. A window wholly after the as-of day stays, and is empty.
 */
function cut({ window, asOf, asOfReason }: AnalysisOptions): Window | null {
  if (window === null || asOfReason !== 'given' || asOf >= window.to || asOf < window.from) return window;
  return { from: window.from, to: asOf };
}
