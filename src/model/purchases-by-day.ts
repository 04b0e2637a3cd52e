import type { History } from './history.js';
import { NONE, type OrderTable } from './orders.js';

/** What is kept of a purchase while it grows, side by side: one place in memory, not four. */
const DAY = 0;
const NET = 1;
const ORDERS = 2;
const UNITS = 3;
const WIDTH = 4;

/**
 * The orders of a customer on one day as one purchase. `rows` stand in day order, so that an order either belongs to the
 * purchase its customer made last or opens the next: one walk over the rows, one over the purchases. Linear; while it
 * runs it takes 32 bytes an order.
 */
export function purchasesByDay(orders: OrderTable, rows: Int32Array): Omit<History, 'purchaseRule'> {
  const size = orders.texts.customer.size;
  const start = startsOf(orders, rows, size);
  const next = start.slice();
  const cells = new Float64Array(WIDTH * start[size]!);
  let purchases = 0;
  for (const row of rows) {
    const customer = orders.customer[row]!;
    if (customer === NONE) continue;
    const place = next[customer]!;
    const last = WIDTH * (place - 1);
    if (place > start[customer]! && cells[last + DAY] === orders.day[row]) {
      add(cells, last, orders, row);
      continue;
    }
    const cell = WIDTH * place;
    cells[cell + DAY] = orders.day[row]!;
    cells[cell + NET] = orders.net[row]!;
    cells[cell + ORDERS] = 1;
    cells[cell + UNITS] = orders.units[row]!;
    next[customer] = place + 1;
    purchases++;
  }
  return packed(start, next, cells, purchases);
}

function add(cells: Float64Array, cell: number, orders: OrderTable, row: number): void {
  const units = orders.units[row]!;
  cells[cell + NET]! += orders.net[row]!;
  cells[cell + ORDERS]!++;
  cells[cell + UNITS] = units === NONE || cells[cell + UNITS] === NONE ? NONE : cells[cell + UNITS]! + units;
}

/** Where each customer's purchases begin if every order is one; the last entry is the number of orders. */
function startsOf({ customer }: OrderTable, rows: Int32Array, size: number): Int32Array {
  const start = new Int32Array(size + 1);
  for (const row of rows) if (customer[row] !== NONE) start[customer[row]! + 1]!++;
  for (let code = 1; code <= size; code++) start[code]! += start[code - 1]!;
  return start;
}

/** The same without the gaps that orders of one day have left. */
function packed(start: Int32Array, next: Int32Array, cells: Float64Array, purchases: number) {
  const size = start.length - 1;
  const customer = new Int32Array(size);
  const offsets = new Int32Array(size + 1);
  const day = new Int32Array(purchases);
  const net = new Float64Array(purchases);
  const orders = new Int32Array(purchases);
  const units = new Int32Array(purchases);
  let customers = 0;
  let at = 0;
  for (let code = 0; code < size; code++) {
    if (next[code] === start[code]) continue;
    customer[customers] = code;
    offsets[customers++] = at;
    for (let cell = WIDTH * start[code]!; cell < WIDTH * next[code]!; cell += WIDTH, at++) {
      day[at] = cells[cell + DAY]!;
      net[at] = cells[cell + NET]!;
      orders[at] = cells[cell + ORDERS]!;
      units[at] = cells[cell + UNITS]!;
    }
  }
  offsets[customers] = at;
  return {
    customers,
    customer: customer.slice(0, customers),
    offsets: offsets.slice(0, customers + 1),
    day,
    net,
    orders,
    units,
  };
}
