import { NONE, type OrderTable } from './orders.js';

/** Below this part of all customers, sorting the rows is cheaper than counting over the whole dictionary. */
const SMALL_PART = 16;

/** Whether the rows are few among the customers of the table: then nothing should be as long as the dictionary. */
export function isSmallPart({ texts }: OrderTable, rows: Int32Array): boolean {
  return rows.length * SMALL_PART < texts.customer.size;
}

/**
 * The rows that have a customer, customer by customer in order of their code; the rows of one customer stay in the order
 * they came in. Linear: a counting sort, or a sort of the rows where they are few among many customers.
 */
export function rowsByCustomer(orders: OrderTable, rows: Int32Array): Int32Array {
  const size = orders.texts.customer.size;
  if (isSmallPart(orders, rows)) return fewRowsByCustomer(orders, rows);
  const places = new Int32Array(size + 1);
  let known = 0;
  for (const row of rows) {
    const code = orders.customer[row]!;
    if (code === NONE) continue;
    places[code + 1]!++;
    known++;
  }
  for (let code = 1; code < places.length; code++) places[code]! += places[code - 1]!;
  const sorted = new Int32Array(known);
  for (const row of rows) {
    const code = orders.customer[row]!;
    if (code !== NONE) sorted[places[code]!++] = row;
  }
  return sorted;
}

function fewRowsByCustomer({ customer }: OrderTable, rows: Int32Array): Int32Array {
  return rows.filter((row) => customer[row] !== NONE).sort((one, other) => customer[one]! - customer[other]!);
}
