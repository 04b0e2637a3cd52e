import type { Day } from '../util/calendar.js';
import { byTime } from './by-time.js';
import type { History, PurchaseRule } from './history.js';
import { purchasesInKernel } from './kernel-purchases.js';
import { NONE, type OrderTable } from './orders.js';
import { purchasesByDay } from './purchases-by-day.js';
import { isSmallPart, rowsByCustomer } from './rows-by-customer.js';
import { validRowsOf } from './valid-rows.js';

/**
 * The valid orders of one currency up to `asOf`, customer by customer, in day order. `rule` says what one purchase
 * is: all valid orders of a customer on one day, or each order by itself (then in order of time, see `byTime`).
 * Customers stand in order of their code, which follows the table: no number may depend on it.
 * Linear: the rows come sorted by day, a second counting sort groups them by customer.
 */
export function historyOf(
  orders: OrderTable,
  currencyCode: number,
  rule: PurchaseRule,
  asOf: Day,
  validRows: Int32Array = validRowsOf(orders, currencyCode, asOf),
): History {
  if (rule === 'day' && isWalkedOnce(orders, validRows))
    return { purchaseRule: rule, ...(purchasesInKernel(orders, validRows) ?? purchasesByDay(orders, validRows)) };
  const rows = rowsByCustomer(orders, validRows);
  if (rule === 'order') byTime(orders, rows);
  return purchases(orders, rows, rule);
}

/** Beyond so many orders the memory of the quick way is missed elsewhere. */
const MANY_ORDERS = 2 ** 25;

function isWalkedOnce(orders: OrderTable, validRows: Int32Array): boolean {
  return validRows.length <= MANY_ORDERS && !isSmallPart(orders, validRows);
}

function purchases(orders: OrderTable, rows: Int32Array, rule: PurchaseRule): History {
  const day = new Int32Array(rows.length);
  const net = new Float64Array(rows.length);
  const count = new Int32Array(rows.length);
  const units = new Int32Array(rows.length);
  const customer: number[] = [];
  const offsets: number[] = [];
  let last = -1;
  for (const row of rows) {
    const newCustomer = customer.length === 0 || customer[customer.length - 1] !== orders.customer[row];
    if (newCustomer || rule === 'order' || day[last] !== orders.day[row]) last++;
    if (newCustomer) {
      customer.push(orders.customer[row]!);
      offsets.push(last);
    }
    day[last] = orders.day[row]!;
    net[last]! += orders.net[row]!;
    count[last]!++;
    units[last] = units[last] === NONE || orders.units[row] === NONE ? NONE : units[last]! + orders.units[row]!;
  }
  offsets.push(last + 1);
  return {
    purchaseRule: rule,
    customers: customer.length,
    customer: Int32Array.from(customer),
    offsets: Int32Array.from(offsets),
    day: day.slice(0, last + 1),
    net: net.slice(0, last + 1),
    orders: count.slice(0, last + 1),
    units: units.slice(0, last + 1),
  };
}
