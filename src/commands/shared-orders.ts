import type { Cell, Table } from '../model/report.js';
import { pseudonym } from './pseudonyms.js';

/** Columns that name an order or a line of it and become codes. */
const coded: ReadonlySet<string> = new Set(['customer', 'order', 'lineId', 'refundId']);

/** Columns that may tell who somebody is and are left blank; the buyer is told by the customer's code. */
const blanked: ReadonlySet<string> = new Set(['account', 'phone', 'receiver', 'address', 'memo']);

/**
 * Normalised orders that can be shared: the buyer is the code of the customer (the one `crm customers` gives under the
 * same key), so that the orders of a customer stay together; order, line and refund numbers are codes; accounts, phones,
 * receivers, addresses and memos are blank. An order whose customer nobody could tell has no buyer. Streams.
 */
export function sharedOrders(table: Table, key: Uint8Array): Table {
  const names = table.columns.map(({ key: name }) => name);
  const customer = names.indexOf('customer');
  const rows = {
    *[Symbol.iterator]() {
      for (const row of table.rows) yield names.map((name, at) => cellOf(name, row[at] ?? null, row[customer] ?? null));
    },
  };
  return { ...table, rows };

  function cellOf(name: string, cell: Cell, customer: Cell): Cell {
    if (blanked.has(name)) return null;
    const told = name === 'buyer' ? customer : cell;
    return typeof told === 'string' && (name === 'buyer' || coded.has(name)) ? pseudonym(told, key) : told;
  }
}
