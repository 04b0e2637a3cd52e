import type { Imported } from '../../model/imported.js';
import type { Cell, Table } from '../../model/report.js';
import { placesText } from './places.js';
import { placeOfOrder } from './problems.js';

/**
 * Table `identity`: orders that need a look for the sake of their buyers, with how many customers or names are meant and
 * the first places. Only what occurs.
 */
export function identityTable(imported: Imported): Table {
  const rows = imported.identity.findings.flatMap(({ id, customers, orders, rows: first }): Cell[][] => {
    if (orders === 0) return [];
    const places = first.map((row) => placeOfOrder(imported, row));
    return [[id, orders, customers, placesText(places, orders)]];
  });
  return {
    id: 'identity',
    definition: '',
    window: null,
    columns: [
      { key: 'finding', unit: 'text' },
      { key: 'orders', unit: 'count' },
      { key: 'customers', unit: 'count' },
      { key: 'places', unit: 'name' },
    ],
    rows,
    view: 'plain',
    notes: [],
  };
}
