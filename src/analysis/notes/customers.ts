import { NONE } from '../../model/orders.js';
import type { Note, Window } from '../../model/report.js';
import type { AnalysisInput } from '../metric.js';
import { daysAsked, knowsCustomers, rowsIn } from '../period.js';
import { rememberedByDays } from '../remembered.js';
import { note, percent } from './note.js';

/** What the customer numbers of some days rest on: that there are no customers, or how many orders have none. */
export function customerNotes(input: AnalysisInput, days: Window | null = daysAsked(input.scope)): readonly Note[] {
  if (!knowsCustomers(input)) return [note('warning', 'no-customers')];
  if (days === null) return [];
  const sum = withoutCustomer(input, observedOf(input, days));
  if (sum.without === 0) return [];
  const share = sum.sales === 0 ? '–' : percent(sum.salesWithout, sum.sales);
  return [note('warning', 'orders-without-customer', { orders: sum.without, of: sum.orders, share })];
}

/** The part of some days in which orders can be: other days have none, and need not be looked at by themselves. */
function observedOf({ scope: { observed } }: AnalysisInput, { from, to }: Window): Window {
  if (observed === null) return { from, to };
  return { from: Math.max(from, observed.from), to: Math.min(to, observed.to) };
}

/** The orders of some days and their net, and those of them without a customer. One walk over the orders. */
const withoutCustomer = rememberedByDays((input, days) => {
  const { net, customer } = input.orders;
  const rows = rowsIn(input, days);
  const sum = { orders: rows.length, without: 0, sales: 0, salesWithout: 0 };
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    sum.sales += net[row]!;
    if (customer[row] !== NONE) continue;
    sum.without++;
    sum.salesWithout += net[row]!;
  }
  return sum;
});
