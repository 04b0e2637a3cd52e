import { discountedOf, expectedOf } from '../models/forecast-rows.js';
import type { CustomerRows } from '../models/rows.js';
import type { BackTest } from './back-test.js';
import type { CustomerSpend } from './customer-spend.js';
import type { ModelFit } from './forecast-models.js';
import type { ForecastOptions } from './forecast-options.js';
import type { Range } from './mixture-range.js';
import { sortedSum } from './sorted-sum.js';
import { type Total, totalsOf } from './totals.js';

/** A total of all customers with the range to show, and the model's own where it was widened. */
export interface Predicted {
  readonly value: number;
  readonly range: Range;
  readonly own: Range;
  /** Relative error of the back-test the range was widened by; null where its truth lay inside its range. */
  readonly widened: number | null;
}

/** What all customers known today will bring within the horizon. */
export interface Headline {
  readonly purchases: Predicted;
  /** Minor units; null where no spend could be fitted. */
  readonly sales: Predicted | null;
  /** Sales × margin; null without a margin. */
  readonly profit: Predicted | null;
  /** The last of these with later money counting less; null without a discount. */
  readonly discounted: Predicted | null;
}

/**
 * Totals within the horizon. Where the truth of the back-test fell outside its own range, the range here is widened by
 * that relative error on both sides: a model that missed once may miss again. Own definition.
 */
export function headlineOf(
  options: ForecastOptions,
  model: ModelFit,
  rows: CustomerRows,
  spend: CustomerSpend | null,
  test: BackTest | null,
): Headline {
  const totals = totalsOf(model, rows, spend, rows.ahead(options.horizon));
  const missed = (what: 'purchases' | 'sales') => (test?.outside[what] ? test.error[what] : null);
  const sales = totals.sales === null ? null : widened(totals.sales, missed('sales'));
  const profit = sales === null || options.margin === null ? null : times(sales, options.margin);
  const present = spend === null || options.discount === null ? null : presentShare(options, model, rows, spend);
  const whole = profit ?? sales;
  return {
    purchases: widened(totals.purchases, missed('purchases')),
    sales,
    profit,
    discounted: whole === null || present === null ? null : times(whole, present),
  };
}

function widened({ value, range }: Total, error: number | null): Predicted {
  if (error === null) return { value, range, own: range, widened: null };
  const by = Math.abs(error) * value;
  return { value, range: { low: Math.max(0, range.low - by), high: range.high + by }, own: range, widened: error };
}

function times({ value, range, own, widened: error }: Predicted, factor: number): Predicted {
  const scaled = ({ low, high }: Range) => ({ low: low * factor, high: high * factor });
  return { value: value * factor, range: scaled(range), own: scaled(own), widened: error };
}

/** Present value of all sales to come ÷ their sum. */
function presentShare(
  { horizon, discount }: ForecastOptions,
  model: ModelFit,
  rows: CustomerRows,
  spend: CustomerSpend,
): number {
  const worth = (each: Float64Array) =>
    sortedSum(Float64Array.from(rows.rowOf, (row, customer) => (row < 0 ? 0 : each[row]! * spend.expected[customer]!)));
  const all = worth(expectedOf(model, rows, rows.ahead(horizon)));
  return all > 0 ? worth(discountedOf(model, rows, horizon, discount ?? 0)) / all : 1;
}
