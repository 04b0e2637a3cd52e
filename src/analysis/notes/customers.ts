import { NONE } from '../../model/orders.js';
import type { Note, Window } from '../../model/report.js';
import type { AnalysisInput } from '../metric.js';
import { daysAsked, knowsCustomers, rowsIn } from '../period.js';
import { note, percent } from './note.js';

/** What the customer numbers of some days rest on: that there are no customers, or how many orders have none. */
export function customerNotes(input: AnalysisInput, days: Window | null = daysAsked(input.scope)): readonly Note[] {
  if (!knowsCustomers(input)) return [note('warning', 'no-customers')];
  if (days === null) return [];
  const { orders } = input;
  const sum = { orders: 0, without: 0, sales: 0, salesWithout: 0 };
  for (const row of rowsIn(input, days)) {
    sum.orders++;
    sum.sales += orders.net[row]!;
    if (orders.customer[row] !== NONE) continue;
    sum.without++;
    sum.salesWithout += orders.net[row]!;
  }
  if (sum.without === 0) return [];
  const share = sum.sales === 0 ? '–' : percent(sum.salesWithout, sum.sales);
  return [note('warning', 'orders-without-customer', { orders: sum.without, of: sum.orders, share })];
}
