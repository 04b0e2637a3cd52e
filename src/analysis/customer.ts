import type { Table } from '../model/report.js';
import { customersTable } from './customers.js';
import type { Prediction } from './forecast/prediction.js';
import { customerOrders } from './lists/customer-orders.js';
import { findCustomers, keysOf } from './lists/find-customer.js';
import type { AnalysisInput } from './metric.js';

/** What is known of one person: the tables of one customer, or the keys of all that the text may mean. */
export type CustomerAnswer =
  | { readonly kind: 'found'; readonly tables: readonly Table[] }
  | { readonly kind: 'several'; readonly customers: readonly string[] };

/**
 * One customer's history: `customer`, the columns of the list in one row (none if no order counts), and
 * `customer-orders`. WHO is a key exactly, else a buyer's name, a phone or an order number; several customers that go
 * by it are named; null if nobody does.
 */
export function customerTables(input: AnalysisInput, who: string, forecast?: () => Prediction): CustomerAnswer | null {
  const codes = findCustomers(input, who.trim());
  const [code] = codes;
  if (code === undefined) return null;
  if (codes.length > 1) return { kind: 'several', customers: keysOf(input, codes) };
  const filter = (customer: number) => input.history.customer[customer] === code;
  const facts = customersTable(input, {
    id: 'customer',
    filter,
    ...(forecast === undefined ? {} : { forecast: forecast() }),
  });
  return { kind: 'found', tables: [{ ...facts, notes: [] }, customerOrders(input, code)] };
}
