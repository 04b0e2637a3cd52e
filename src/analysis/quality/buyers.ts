import type { Imported } from '../../model/imported.js';
import { NONE } from '../../model/orders.js';
import type { Cell, Table } from '../../model/report.js';

/**
 * Table `buyers`: how many orders have a usable buyer, and how many different buyers these are, once over all orders and
 * once over the valid ones. Customer numbers elsewhere are over the valid ones.
 */
export function buyersTable(imported: Imported): Table {
  return {
    id: 'buyers',
    definition: '',
    window: null,
    columns: [
      { key: 'base', unit: 'text' },
      { key: 'orders', unit: 'count' },
      { key: 'withCustomer', unit: 'count' },
      { key: 'share', unit: 'ratio' },
      { key: 'customers', unit: 'count' },
    ],
    rows: [baseRow('allOrders', imported, false), baseRow('validOrders', imported, true)],
    view: 'plain',
    notes: [],
  };
}

function baseRow(base: string, { table }: Imported, validOnly: boolean): Cell[] {
  const seen = new Uint8Array(table.texts.customer.size);
  let [orders, withCustomer, customers] = [0, 0, 0];
  for (let row = 0; row < table.size; row++) {
    if (validOnly && table.uncounted[row] !== 0) continue;
    orders += 1;
    const customer = table.customer[row]!;
    if (customer === NONE) continue;
    withCustomer += 1;
    if (seen[customer] === 0) customers += 1;
    seen[customer] = 1;
  }
  return [
    base,
    orders,
    withCustomer,
    orders === 0 ? null : withCustomer / orders,
    withCustomer === 0 ? null : customers,
  ];
}
