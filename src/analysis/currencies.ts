import { NONE, type OrderTable } from '../model/orders.js';

/** Codes of the currencies in the orders, the one with most orders first; ties by the name of the currency. */
export function currenciesByOrders(orders: OrderTable): readonly number[] {
  const counts = new Map<number, number>();
  for (const code of orders.currency) if (code !== NONE) counts.set(code, (counts.get(code) ?? 0) + 1);
  const name = (code: number) => orders.texts.currency.text(code);
  return [...counts.keys()].sort(
    (one, other) => counts.get(other)! - counts.get(one)! || (name(one) < name(other) ? -1 : 1),
  );
}
