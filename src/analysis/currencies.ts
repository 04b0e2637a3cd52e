import { NONE, type OrderTable } from '../model/orders.js';
import { countsByCode } from '../util/counts-by-code.js';

/** Codes of the currencies in the orders, the one with most orders first; ties by the name of the currency. */
export function currenciesByOrders(orders: OrderTable): readonly number[] {
  const counts = countsByCode(orders.currency);
  counts.delete(NONE);
  const name = (code: number) => orders.texts.currency.text(code);
  return [...counts.keys()].sort(
    (one, other) => counts.get(other)! - counts.get(one)! || (name(one) < name(other) ? -1 : 1),
  );
}
