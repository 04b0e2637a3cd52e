import type { Field, Mapping } from '../dialect.js';
import { isSideReport } from '../merge/side-rows.js';
import type { ColumnChoice } from '../options.js';
import type { HeaderRow } from './header-row.js';
import { refusal, type SheetPlace } from './refusal.js';
import { mapOption, suggestColumns } from './suggest.js';

const telling: ReadonlySet<Field> = new Set(['order', 'buyer', 'account', 'phone', 'receiver']);
const ordered: ReadonlySet<Field> = new Set(['order']);
const timing: ReadonlySet<Field> = new Set(['time', 'created']);
const measuring: ReadonlySet<Field> = new Set(['paid', 'total']);
const parts: ReadonlySet<Field> = new Set(['goods']);

/**
 * Without an amount no row can be a sale; of item reports the amounts may be in the order report they are joined to.
 * Columns that the user named are taken at their word for everything else.
 */
export function requireOrders(
  mapping: Mapping,
  header: HeaderRow | null,
  map: readonly ColumnChoice[],
  place: SheetPlace,
): void {
  const has = (fields: ReadonlySet<Field>) => mapping.columns.some(({ field }) => fields.has(field));
  const measured = has(measuring) || (mapping.dialect.paidFrom !== undefined && has(parts));
  const isItems = mapping.dialect.grain === 'line' && mapping.columns.some(({ field }) => field === 'order');
  if (isSideReport(mapping.dialect) && has(ordered)) return;
  const told = map.length > 0 || has(telling);
  if (isItems || (told && measured)) return;
  const suggestions = suggestColumns(header?.names ?? [], mapping.columns);
  const asked = map.map(({ field, column }) => `${field}=${column}`);
  const option = [...asked, ...(suggestions.length > 0 ? [mapOption(suggestions)] : [])].join(',');
  const code = !told ? 'not-orders' : has(timing) ? 'no-amount' : 'no-time-no-amount';
  throw refusal(code, header, place, {}, suggestions.length > 0 ? [['--map', option]] : []);
}
