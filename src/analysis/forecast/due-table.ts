import type { Cell, Table } from '../../model/report.js';
import type { Day } from '../../util/calendar.js';
import { listContext } from '../customers.js';
import { type ListColumn, listColumns, listRow } from '../lists/list-columns.js';
import { inListOrder } from '../lists/list-order.js';
import type { AnalysisInput } from '../metric.js';
import { basisNotes } from './forecast-notes.js';
import type { Prediction } from './prediction.js';

/** Columns of the customer list that the due list shows; `daysOverdue` stands behind `overdue`. */
const before = ['customer', 'name', 'lastDay', 'purchases', 'dueDay', 'overdue'];
const after = [
  'pAlive',
  'expected90',
  'likelyBy',
  'risk',
  'predictedValue',
  'historicValue',
  'perPurchase',
  'favouriteProduct',
];

/**
 * Customers whose due day is over or falls within the days given (as-of day + `withinDays` included): overdue ones
 * first, then by predicted value, highest first, then as in the customer list. `daysOverdue` is the as-of day − the due
 * day, empty for those not overdue. Empty without a forecast, with the reason. n log n.
 */
export function dueTable(input: AnalysisInput, forecast: Prediction, withinDays: number): Table {
  const head = columnsOf(before);
  const tail = columnsOf(after);
  const columns = [...head, { key: 'daysOverdue', unit: 'days' as const }, ...tail];
  return {
    id: 'due',
    definition: 'due-days',
    window: { from: input.scope.asOf, to: input.scope.asOf + withinDays },
    columns: columns.map(({ key, unit }) => ({ key, unit })),
    rows: { [Symbol.iterator]: () => rows(input, forecast, withinDays, head, tail) },
    view: 'plain',
    notes: basisNotes(input, forecast),
  };
}

function* rows(
  input: AnalysisInput,
  forecast: Prediction,
  withinDays: number,
  head: readonly ListColumn[],
  tail: readonly ListColumn[],
): Generator<readonly Cell[]> {
  const due = dueCustomers(input, forecast, withinDays);
  if (due.length === 0) return;
  const context = listContext(input, forecast);
  for (const { customer, dueDay } of due) {
    const late = input.scope.asOf - dueDay;
    yield [...listRow(context, customer, head), late > 0 ? late : null, ...listRow(context, customer, tail)];
  }
}

interface Due {
  readonly customer: number;
  readonly dueDay: Day;
}

/** Customers of the due list in its order, as indexes of the history. */
export function dueCustomers(input: AnalysisInput, { perCustomer }: Prediction, withinDays: number): readonly Due[] {
  if (perCustomer === null) return [];
  const { asOf } = input.scope;
  const found: (Due & { readonly value: number })[] = [];
  for (const customer of inListOrder(input, () => true)) {
    const { dueDay, predictedValue } = perCustomer(customer);
    if (dueDay === null || dueDay > asOf + withinDays) continue;
    found.push({ customer, dueDay, value: predictedValue ?? 0 });
  }
  const isOverdue = ({ dueDay }: Due) => Number(dueDay < asOf);
  return found.sort((one, other) => isOverdue(other) - isOverdue(one) || other.value - one.value);
}

function columnsOf(keys: readonly string[]): readonly ListColumn[] {
  return keys.flatMap((key) => listColumns.filter((column) => column.key === key));
}
