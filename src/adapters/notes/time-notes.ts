import { stages } from '../../model/orders.js';
import type { Note } from '../../model/report.js';
import { isoDay } from '../../util/calendar.js';
import { HAS_TIME, STATUS_TELLS } from '../merge/columns.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';
import { REASON } from '../settle/uncounted.js';
import { amountText, noteIf, partsOf, sheetsWhere, someNames } from './note-parts.js';

const PAID = stages.indexOf('paid');

/** What must be said of days: creation instead of payment, no time, clocks, long gaps, no status. */
export function timeNotes(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): readonly Note[] {
  const lacks = (...fields: ('time' | 'created' | 'status')[]) =>
    sheetsWhere(store, files, (sheet) => {
      const { fields: has, dialect } = store.sheets[sheet]!;
      return (dialect.grain === 'order' || dialect.grain === 'product') && fields.every((field) => !has.has(field));
    });
  const timeless = lacks('time', 'created');
  const byCreation = lacks('time').filter((name) => !timeless.includes(name));
  const unstated = lacks('status');
  const clocks = new Set(partsOf(store).map((sheet) => store.sheets[sheet]!.dialect.clock));
  const { gap } = made.days;
  return [
    ...noteIf(timeless.length > 0, 'warning', 'no-time-column', { sheets: someNames(timeless) }),
    ...noteIf(byCreation.length > 0, 'info', 'day-by-creation', { sheets: someNames(byCreation) }),
    ...noteIf(unstated.length > 0, 'info', 'no-status-column', { sheets: someNames(unstated) }),
    ...noteIf(clocks.size > 1, 'warning', 'several-clocks', { count: clocks.size }),
    ...noteIf(
      gap !== null,
      'warning',
      'long-gap',
      gap === null ? {} : { before: isoDay(gap.before), after: isoDay(gap.after) },
    ),
    ...createdInstead(store, made),
    ...paidWithoutTime(made),
  ];
}

/** Paid orders of a file with payment times that have none of their own: the day is that of their creation. */
function createdInstead(store: RowStore, { merged, settled }: OrdersMade): readonly Note[] {
  if (!store.sheets.some(({ dialect }) => dialect.paidBy === 'status')) return [];
  const { has, paidAt, stage } = merged.columns;
  let orders = 0;
  for (let order = 0; order < merged.size; order++) {
    if ((has[order]! & STATUS_TELLS) === 0 || (has[order]! & HAS_TIME) === 0 || !Number.isNaN(paidAt[order]!)) continue;
    if (stage[order]! >= PAID && settled.uncounted[order] !== REASON.unpaid) orders++;
  }
  return noteIf(orders > 0, 'info', 'day-by-creation-some', { orders });
}

/** Orders with an amount paid that count as unpaid. */
function paidWithoutTime(made: OrdersMade): readonly Note[] {
  const { orders, amount } = made.facts.timeless;
  return noteIf(orders > 0, 'warning', 'paid-without-payment-time', { orders, amount: amountText(made, amount) });
}
