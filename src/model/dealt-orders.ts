import { NONE, type OrderTable } from './orders.js';

/** Customers whose orders are dealt to one hand. */
export const TOGETHER = 2 ** 14;

/** Orders with a customer, hand by hand; within a hand in the order they came. */
export interface DealtOrders {
  /** Where each hand begins; the last entry is the number of orders. */
  readonly starts: Int32Array;
  /** Number of the customer within the hand. */
  readonly customer: Uint16Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly units: Int32Array;
}

/** Deals orders by customer: customers 0 to 16,383 are the first hand, and so on. Two walks over the rows, in order. */
export function dealtOrders(orders: OrderTable, rows: Int32Array): DealtOrders {
  const starts = startsOf(orders, rows);
  const known = starts[starts.length - 1]!;
  const next = starts.slice();
  const dealt = {
    starts,
    customer: new Uint16Array(known),
    day: new Int32Array(known),
    net: new Float64Array(known),
    units: new Int32Array(known),
  };
  for (let nth = 0; nth < rows.length; nth++) {
    const row = rows[nth]!;
    const customer = orders.customer[row]!;
    if (customer === NONE) continue;
    const at = next[customer >> 14]!++;
    dealt.customer[at] = customer & (TOGETHER - 1);
    dealt.day[at] = orders.day[row]!;
    dealt.net[at] = orders.net[row]!;
    dealt.units[at] = orders.units[row]!;
  }
  return dealt;
}

function startsOf({ customer, texts }: OrderTable, rows: Int32Array): Int32Array {
  const starts = new Int32Array(Math.ceil(texts.customer.size / TOGETHER) + 1);
  for (let nth = 0; nth < rows.length; nth++) {
    const one = customer[rows[nth]!]!;
    if (one !== NONE) starts[(one >> 14) + 1]!++;
  }
  for (let hand = 1; hand < starts.length; hand++) starts[hand]! += starts[hand - 1]!;
  return starts;
}
