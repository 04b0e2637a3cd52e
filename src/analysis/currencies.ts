import { NONE, type OrderTable } from '../model/orders.js';

/** Codes of the currencies in the orders, the one with most orders first; ties by the name of the currency. */
export function currenciesByOrders(orders: OrderTable): readonly number[] {
  const { currency } = orders;
  const counts = new Map<number, number>();
  let count = 0;
  for (let row = 0; row < currency.length; row++) {
    count++;
    if (currency[row] === currency[row + 1]) continue;
    if (currency[row] !== NONE) counts.set(currency[row]!, (counts.get(currency[row]!) ?? 0) + count);
    count = 0;
  }
  const name = (code: number) => orders.texts.currency.text(code);
  return [...counts.keys()].sort(
    (one, other) => counts.get(other)! - counts.get(one)! || (name(one) < name(other) ? -1 : 1),
  );
}
