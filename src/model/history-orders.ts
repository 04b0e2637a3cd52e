import { byTime } from './by-time.js';
import type { History } from './history.js';
import type { OrderTable } from './orders.js';
import { rowsByCustomer } from './rows-by-customer.js';

/**
 * The orders behind a history: customer i owns the rows `offsets[i]` to `offsets[i + 1] − 1`, in order of time (see
 * `byTime`). Made only for what looks at orders one by one: lists, groups.
 */
export interface HistoryOrders {
  /** Length `customers + 1`. */
  readonly offsets: Int32Array;
  /** Rows of the order table. */
  readonly rows: Int32Array;
}

/** The orders of each customer of a history that was made from `validRows`. Linear. */
export function historyOrdersOf(orders: OrderTable, history: History, validRows: Int32Array): HistoryOrders {
  const offsets = new Int32Array(history.customers + 1);
  for (let customer = 0; customer < history.customers; customer++) {
    let end = offsets[customer]!;
    for (let purchase = history.offsets[customer]!; purchase < history.offsets[customer + 1]!; purchase++) {
      end += history.orders[purchase]!;
    }
    offsets[customer + 1] = end;
  }
  const rows = rowsByCustomer(orders, validRows);
  byTime(orders, rows);
  return { offsets, rows };
}
