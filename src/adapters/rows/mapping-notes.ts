import type { Note } from '../../model/report.js';
import type { Field, Mapping } from '../dialect.js';
import { mapOption, suggestColumns } from '../identify/suggest.js';
import type { AmountCurrency } from './amount-currency.js';

/** Fields of which it is worth saying that a column looks like one. */
const worth: ReadonlySet<Field> = new Set(['buyer', 'time', 'paid']);

/** What must be said of how a sheet was taken: columns that look like a missing one, a currency that nothing tells. */
export function mappingNotes(mapping: Mapping, currency: AmountCurrency, where: string): readonly Note[] {
  const assumed: Note = { id: 'currency-assumed', level: 'info', params: { where, currency: currency.code } };
  return [...suggested(mapping, where), ...(currency.assumed ? [assumed] : [])];
}

/**
 * Columns of an order table that look like the buyer, time or amount that was not found, as a ready `--map`. Item
 * reports have no buyer and are joined to their orders: nothing is said of them.
 */
function suggested(mapping: Mapping, where: string): readonly Note[] {
  const { grain } = mapping.dialect;
  if ((grain !== 'order' && grain !== 'product') || mapping.headerLine === null) return [];
  const suggestions = suggestColumns(mapping.names, mapping.columns).filter(
    ({ field }) => worth.has(field) && mayHave(mapping, field),
  );
  if (suggestions.length === 0) return [];
  return [{ id: 'columns-suggested', level: 'warning', params: { where, map: mapOption(suggestions) } }];
}

/** What a platform never exports is not there under another name either. */
function mayHave({ dialect }: Mapping, field: Field): boolean {
  return dialect.marks.length === 0 || dialect.fields[field] !== undefined;
}
