import { CrmError, type ErrorCode } from '../../errors.js';
import type { Dialect, Field, Mapping } from '../dialect.js';
import { generic } from '../dialects/generic.js';
import { dialects } from '../dialects/index.generated.js';
import type { ImportOptions } from '../options.js';
import type { HeadRow } from '../read/sheet.js';
import { claimsOn } from './claims.js';
import { findHeader, HEAD_ROWS, type HeaderRow } from './header-row.js';
import { mapColumns } from './mapping.js';
import { chosenColumns } from './mapping-choices.js';
import { refusal, type SheetPlace, whereOf } from './refusal.js';
import { refuseOthers, refusePlatforms } from './refuse-others.js';
import { requireOrders } from './require-orders.js';
import { suggestColumns } from './suggest.js';

/** Which of the reading options decide what a sheet is. */
export type IdentifyOptions = Pick<ImportOptions, 'platform' | 'map' | 'header' | 'orderIds'>;

/**
 * What a sheet is: a table of orders and how to read it, or why it is passed over. `skipped` is a key of `i18n/notes`;
 * `error` is to be thrown where no sheet of the input is a table of orders.
 */
export type Identification =
  | { readonly kind: 'orders'; readonly mapping: Mapping }
  | { readonly kind: 'skipped'; readonly skipped: string; readonly error: CrmError };

/**
 * Finds the header among the first rows and the one dialect that claims it. `--platform` decides alone; `--map` adds to
 * or overrides what was found. The generic dialect takes what no platform claims, if it has an amount and a column that
 * tells orders or people apart, and no sign that the table is something else.
 */
export function identify(
  head: readonly HeadRow[],
  options: IdentifyOptions,
  place: SheetPlace,
  known: readonly Dialect[] = dialects,
): Identification {
  try {
    return { kind: 'orders', mapping: mappingOf(head, options, place, known) };
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { kind: 'skipped', skipped: skipKeys[error.code] ?? 'sheet-not-orders', error };
  }
}

const skipKeys: { readonly [code in ErrorCode]?: string } = {
  'no-header': 'sheet-without-header',
  'not-orders-statistics': 'sheet-statistics',
  'not-orders-purchases': 'sheet-purchases',
  'not-orders-statement': 'sheet-statement',
  'unsupported-platform': 'sheet-unsupported-platform',
  'two-dialects': 'sheet-two-dialects',
  'map-column-missing': 'sheet-map-column-missing',
  'map-position': 'sheet-map-column-missing',
};

/** How many rows `identify` wants to see. */
export const rowsToIdentify = HEAD_ROWS;

function mappingOf(
  head: readonly HeadRow[],
  options: IdentifyOptions,
  place: SheetPlace,
  known: readonly Dialect[],
): Mapping {
  const where = whereOf(place);
  const names = options.map.flatMap(({ column }) => (typeof column === 'string' ? [column] : []));
  const header = options.header ? findHeader(head, names) : null;
  if (options.header && header === null) throw new CrmError('no-header', where);
  if (!options.header && options.map.length === 0)
    throw new CrmError('map-needed', where, {}, { details: sample(head) });
  const width = header?.names.length ?? Math.max(0, ...head.map(({ cells }) => cells.length));
  const chosen = chosenColumns(options.map, header, width, where);
  const dialect = dialectFor(header, options, place, known);
  const ignored: ReadonlySet<Field> = new Set(options.orderIds === 'none' ? ['order'] : []);
  const mapping = mapColumns(dialect, header, width, chosen, ignored);
  requireOrders(mapping, header, options.map, place);
  return mapping;
}

function dialectFor(
  header: HeaderRow | null,
  options: IdentifyOptions,
  place: SheetPlace,
  known: readonly Dialect[],
): Dialect {
  if (options.platform !== null) return named(options.platform, known);
  if (header === null) return generic;
  const [first, second] = claimsOn(header.names, known).filter(
    ({ claimed, dialect }) => claimed && !(dialect.grain === 'parcel' && mayHaveAmounts(header, options)),
  );
  if (first !== undefined && second !== undefined) {
    const both = [first.dialect.id, second.dialect.id];
    throw refusal(
      'two-dialects',
      header,
      place,
      { first: both[0] ?? '', second: both[1] ?? '' },
      both.map((id) => ['--platform', id]),
    );
  }
  if (first !== undefined) return first.dialect;
  if (options.map.length === 0) refuseOthers(header, place);
  else refusePlatforms(header, place);
  return generic;
}

/** A list of parcels has no amounts; where a column looks like one, or the user names one, it is a table of orders. */
function mayHaveAmounts(header: HeaderRow, { map }: IdentifyOptions): boolean {
  if (map.some(({ field }) => field === 'paid' || field === 'total')) return true;
  return suggestColumns(header.names, []).some(({ field }) => field === 'paid');
}

function named(id: string, known: readonly Dialect[]): Dialect {
  const dialect = known.find((one) => one.id === id);
  if (dialect !== undefined) return dialect;
  throw new CrmError('unknown-platform', id, {}, { details: known.map((one) => one.id) });
}

function sample(head: readonly HeadRow[]): readonly string[] {
  return head.slice(0, 2).map(({ cells }) => cells.map((_, index) => `${index + 1}`).join('  '));
}
