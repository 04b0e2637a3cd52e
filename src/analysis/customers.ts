import { historyOrdersOf } from '../model/history-orders.js';
import type { Cell, Table } from '../model/report.js';
import { basisNotes } from './forecast/forecast-notes.js';
import type { Prediction } from './forecast/prediction.js';
import { type ListContext, listColumns, listRow } from './lists/list-columns.js';
import { type CustomerFilter, inListOrder } from './lists/list-order.js';
import { lineOffsetsOf } from './lists/order-lines.js';
import type { AnalysisInput } from './metric.js';
import { lapseNotes } from './notes/lapse.js';
import { recencyClasses } from './recency-class.js';

export interface ListOptions {
  /** Only these customers, by index of the history. */
  readonly filter?: CustomerFilter;
  /** Id of the table; default `customers`. */
  readonly id?: string;
  /** What is expected of each customer; without it those columns are empty. */
  readonly forecast?: Prediction;
}

/**
 * The list of customers, one row each, sales descending and then by key; state at the as-of day, whatever the window.
 * Rows are made while they are walked, every time anew; what stands between walks is a few typed arrays: memory does
 * not grow with the length of what is written. The columns are always all there; what cannot be computed is null.
 */
export function customersTable(input: AnalysisInput, options: ListOptions = {}): Table {
  const { filter = () => true, id = 'customers', forecast = null } = options;
  return {
    id,
    definition: '',
    window: input.scope.observed,
    columns: listColumns.map(({ key, unit }) => ({ key, unit })),
    rows: { [Symbol.iterator]: () => rows(input, filter, forecast) },
    view: 'plain',
    notes: [...lapseNotes(input), ...(forecast === null ? [] : basisNotes(input, forecast))],
  };
}

function* rows(input: AnalysisInput, filter: CustomerFilter, forecast: Prediction | null): Generator<readonly Cell[]> {
  const context = listContext(input, forecast);
  for (const customer of inListOrder(input, filter)) yield listRow(context, customer);
}

/** What the cells of a list are made from. Linear in orders and lines. */
export function listContext(input: AnalysisInput, forecast: Prediction | null): ListContext {
  const { orders, history, validRows, scope } = input;
  return {
    input,
    own: historyOrdersOf(orders, history, validRows),
    lines: lineOffsetsOf(orders),
    classes: recencyClasses(scope.asOf, scope.edges),
    forecast: forecast?.perCustomer ?? null,
  };
}
