import type { Imported } from '../../model/imported.js';
import type { Table } from '../../model/report.js';
import { placesText } from './places.js';

/** Table `duplicates`: rows that another row says already, by where that one stands and why it counts, and the first places. */
export function duplicatesTable({ duplicates }: Imported): Table {
  return {
    id: 'duplicates',
    definition: '',
    window: null,
    columns: [
      { key: 'scope', unit: 'text' },
      { key: 'why', unit: 'text' },
      { key: 'rows', unit: 'count' },
      { key: 'places', unit: 'name' },
    ],
    rows: duplicates.map(({ scope, why, rows, places }) => {
      const total = scope === 'wholeFile' ? places.length : rows;
      return [scope, why, rows, placesText(places, total)];
    }),
    view: 'plain',
    notes: [],
  };
}
