import { dealtOrders, TOGETHER } from './dealt-orders.js';
import type { History } from './history.js';
import { NONE, type OrderTable } from './orders.js';

/** A history that grows purchase by purchase, with room for one of every order. */
interface Growing {
  readonly customer: Int32Array;
  readonly offsets: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly orders: Int32Array;
  readonly units: Int32Array;
  customers: number;
  purchases: number;
}

/** What is kept of the customers that are walked together. */
interface Desk {
  /** Per customer: where the purchases begin, if each order is one, and where the next is put. */
  readonly start: Int32Array;
  readonly next: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly orders: Int32Array;
  readonly units: Int32Array;
}

/**
 * The orders of a customer on one day as one purchase. `rows` stand in day order, so that an order either belongs to the
 * purchase its customer made last or opens the next. Orders are first dealt by customer, some thousands of them together,
 * so that all there is to know of them fits the processor's cache. Linear.
 */
export function purchasesByDay(orders: OrderTable, rows: Int32Array): Omit<History, 'purchaseRule'> {
  const dealt = dealtOrders(orders, rows);
  const [size, known] = [orders.texts.customer.size, dealt.starts[dealt.starts.length - 1]!];
  const made = { customer: new Int32Array(size), offsets: new Int32Array(size + 1), ...purchaseColumns(known) };
  const growing: Growing = { ...made, customers: 0, purchases: 0 };
  const desk = deskFor(dealt.starts);
  for (let hand = 0; hand < dealt.starts.length - 1; hand++) {
    const [from, to] = [dealt.starts[hand]!, dealt.starts[hand + 1]!];
    place(desk, dealt.customer, from, to);
    gather(desk, dealt, from, to);
    put(desk, hand * TOGETHER, growing);
  }
  return finished(growing);
}

function purchaseColumns(size: number) {
  return {
    day: new Int32Array(size),
    net: new Float64Array(size),
    orders: new Int32Array(size),
    units: new Int32Array(size),
  };
}

function deskFor(starts: Int32Array): Desk {
  let most = 0;
  for (let hand = 1; hand < starts.length; hand++) most = Math.max(most, starts[hand]! - starts[hand - 1]!);
  return { start: new Int32Array(TOGETHER + 1), next: new Int32Array(TOGETHER), ...purchaseColumns(most) };
}

/** Room for each customer's orders, in order of the customers. */
function place({ start, next }: Desk, customer: Uint16Array, from: number, to: number): void {
  start.fill(0);
  for (let order = from; order < to; order++) start[customer[order]! + 1]!++;
  for (let one = 0; one < TOGETHER; one++) {
    start[one + 1]! += start[one]!;
    next[one] = start[one]!;
  }
}

function gather(desk: Desk, dealt: ReturnType<typeof dealtOrders>, from: number, to: number): void {
  const { start, next, day, net, orders, units } = desk;
  for (let order = from; order < to; order++) {
    const customer = dealt.customer[order]!;
    const at = next[customer]!;
    if (at > start[customer]! && day[at - 1] === dealt.day[order]) {
      const more = dealt.units[order]!;
      net[at - 1]! += dealt.net[order]!;
      orders[at - 1]!++;
      units[at - 1] = more === NONE || units[at - 1] === NONE ? NONE : units[at - 1]! + more;
      continue;
    }
    day[at] = dealt.day[order]!;
    net[at] = dealt.net[order]!;
    orders[at] = 1;
    units[at] = dealt.units[order]!;
    next[customer] = at + 1;
  }
}

/** Moves the purchases to the history, customer by customer; those without a purchase are not in it. */
function put({ start, next, day, net, orders, units }: Desk, firstCustomer: number, growing: Growing): void {
  let to = growing.purchases;
  for (let one = 0; one < TOGETHER; one++) {
    if (next[one] === start[one]) continue;
    growing.customer[growing.customers] = firstCustomer + one;
    growing.offsets[growing.customers++] = to;
    for (let from = start[one]!; from < next[one]!; from++, to++) {
      growing.day[to] = day[from]!;
      growing.net[to] = net[from]!;
      growing.orders[to] = orders[from]!;
      growing.units[to] = units[from]!;
    }
  }
  growing.purchases = to;
}

function finished({ customers, purchases, customer, offsets, day, net, orders, units }: Growing) {
  offsets[customers] = purchases;
  return {
    customers,
    customer: customer.subarray(0, customers),
    offsets: offsets.subarray(0, customers + 1),
    day: day.subarray(0, purchases),
    net: net.subarray(0, purchases),
    orders: orders.subarray(0, purchases),
    units: units.subarray(0, purchases),
  };
}
