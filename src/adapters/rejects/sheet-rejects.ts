import { NONE } from '../../model/orders.js';
import type { SheetRejects } from '../../model/rejected.js';
import { areRejected, fates, isRejected, OUT_OF_RANGE } from '../merge/row-fate.js';
import type { ReadFile } from '../read-file.js';
import { RejectedPlacesBuilder } from '../rows/rejected-places.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';

/** The sheets of the files that have rejected rows, by file: those the reading turned down, and those rejected as orders. */
export function sheetRejects(
  files: readonly (ReadFile | null)[],
  store: RowStore,
  made: OrdersMade,
): readonly (readonly SheetRejects[])[] {
  const later = rejectedAsOrders(files, store, made);
  return files.map((read) =>
    (read?.sheets ?? []).flatMap((sheet, index) => {
      if (sheet.skipped !== null) return [];
      const { mapping, reading, name } = sheet;
      const places = later.get(reading.sheet)?.places() ?? reading.places;
      return places.size === 0 ? [] : [{ index, name, headerLine: mapping.headerLine, places }];
    }),
  );
}

/**
 * By sheet of the store: the places of rows that became no order (their day is out of range, or they lack an amount)
 * after those that the reading turned down. Only sheets that have such rows.
 */
function rejectedAsOrders(
  files: readonly (ReadFile | null)[],
  store: RowStore,
  { fate, rows }: OrdersMade,
): ReadonlyMap<number, RejectedPlacesBuilder> {
  const found = new Map<number, RejectedPlacesBuilder>();
  if (!areRejected(fate)) return found;
  const sheets = new Map(
    files
      .flatMap((read) => read?.sheets ?? [])
      .flatMap((one) => (one.skipped === null ? [[one.reading.sheet, one] as const] : [])),
  );
  for (let row = 0; row < store.size; row++) {
    const sheet = isRejected(fate[row]!) ? sheets.get(store.sheet[row]!) : undefined;
    if (sheet === undefined) continue;
    const { mapping, reading } = sheet;
    const places = found.get(reading.sheet) ?? RejectedPlacesBuilder.from(reading.places);
    found.set(reading.sheet, places);
    const day = Number.isNaN(rows.paidAt[row]!) ? 'created' : 'time';
    const field = fate[row] === OUT_OF_RANGE ? day : 'paid';
    const position = mapping.columns.find((column) => column.field === field)?.position ?? NONE;
    places.add(store.line[row]!, fates[fate[row]!]!, position);
  }
  return found;
}
