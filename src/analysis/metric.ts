import type { Words } from '../i18n/words.js';
import type { History } from '../model/history.js';
import type { OrderTable } from '../model/orders.js';
import type { Currency, Table, Window } from '../model/report.js';
import type { Day } from '../util/calendar.js';
import type { CohortPeriod } from './cohort-calendar.js';

/** What the numbers are asked for. */
export interface Scope {
  /** Last day observed; state is taken at its end. NO_DAY when no order has a time. */
  readonly asOf: Day;
  /** All days there is history of: first valid order to `asOf`; null without a valid order. */
  readonly observed: Window | null;
  /** Bounds what happened; null = everything up to `asOf`. */
  readonly window: Window | null;
  /** The period before the window (see `windowBefore`); null without a window or when it starts before the history. */
  readonly previous: Window | null;
  readonly currency: Currency;
  /** Code of the currency in the order table. */
  readonly currencyCode: number;
  /** `--old-window`: days before the window in which a purchase makes an old customer; null = ever. */
  readonly oldWindow: number | null;
  /** `--history-start`: from this day on "new" is believed; null = not said. */
  readonly historyStart: Day | null;
  readonly refunds: 'order-day' | 'refund-day';
  /** Whether the files tell of refunds at all; if not, refunds cannot be computed (and are not 0). */
  readonly refundsKnown: boolean;
  /** The calendar period that makes a cohort. */
  readonly cohort: CohortPeriod;
  /** `--unbounded`: retention also as the share that came in period k or later. */
  readonly unbounded: boolean;
  /** L of churn and flow: a customer is active while the last purchase is at most so many days ago. */
  readonly lapsedAfter: number;
  /** `--edges`: recency classes by days since the last purchase, ascending; null = the five classes by months. */
  readonly edges: readonly number[] | null;
}

/** What a metric computes from. `history` holds the purchases of all days up to `scope.asOf`. */
export interface AnalysisInput {
  readonly orders: OrderTable;
  readonly history: History;
  readonly scope: Scope;
  /** Rows of `orders` that are valid and of the scope's currency, all days up to as-of, in day order. */
  readonly validRows: Int32Array;
}

/** What `crm explain` prints; the README takes its definitions from the same text. */
export interface Definition {
  readonly name: Words;
  /** Other names people search for: 复购率, repeat rate, repurchase rate … */
  readonly aliases: readonly string[];
  readonly formula: Words;
  /** Which days it is about. */
  readonly window: Words;
  /** What happens to customers too young to judge. */
  readonly young: Words;
  readonly source: Words;
}

/** A number (or table of numbers) with its definition. One per file of `analysis/`. */
export interface Metric {
  /** Kebab-case. */
  readonly id: string;
  readonly definition: Definition;
  /** The rows are computed when they are walked or at once; deterministic, pure. */
  readonly compute: (input: AnalysisInput) => Table;
}

/** Declares a metric: the identity function with the type. */
export function defineMetric<M extends Metric>(metric: M): M {
  return metric;
}
