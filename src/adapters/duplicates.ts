import type { DuplicateFacts } from '../model/imported.js';
import { NONE } from '../model/orders.js';
import { LINE, PRODUCT } from './merge/entities.js';
import { whyNewer } from './merge/newer-state.js';
import { DUPLICATE } from './merge/row-fate.js';
import type { ImportedSource } from './read-all.js';
import type { RowStore } from './rows/rows.js';
import type { OrdersMade } from './settle/to-orders.js';

/** Places that are kept of each kind. */
const SHOWN = 20;

/**
 * Rows that another row of the same order, or of the same product of it, already says: where the other stands, and why
 * that one counts. Files that hold, byte for byte, what another holds come first.
 */
export function duplicateFacts(
  store: RowStore,
  { rows, fate, merged }: OrdersMade,
  files: readonly ImportedSource[],
): readonly DuplicateFacts[] {
  const found = new Map<string, Found>();
  const of = (scope: DuplicateFacts['scope'], why: DuplicateFacts['why'], count: number): Found => {
    const key = `${scope} ${why}`;
    const facts = found.get(key) ?? { scope, why, rows: 0, places: [] };
    facts.rows += count;
    if (!found.has(key)) found.set(key, facts);
    return facts;
  };
  for (const { source, repeats } of files) {
    const whole = repeats === null ? 0 : rowsOf(files[repeats]!);
    if (whole === 0) continue;
    const { places } = of('wholeFile', 'identical', whole);
    if (places.length < SHOWN) places.push({ file: source.name, sheet: '', line: null });
  }
  for (let row = fate.indexOf(DUPLICATE); row >= 0; row = fate.indexOf(DUPLICATE, row + 1)) {
    const order = merged.orderOfRow[row]!;
    if (order === NONE) continue;
    const winner = merged.row[order]!;
    const parts = (merged.kinds[order]! & (LINE | PRODUCT)) !== 0;
    const why = parts ? 'told-elsewhere' : whyNewer(rows, winner, row);
    const { places } = of(scopeOf(store, row, winner), why, 1);
    if (places.length === SHOWN) continue;
    const sheet = store.sheets[store.sheet[row]!]!;
    places.push({ file: files[sheet.file]!.source.name, sheet: sheet.name, line: store.line[row]! });
  }
  return [...found.values()];
}

/** Facts while they are gathered. */
type Found = DuplicateFacts & { rows: number; readonly places: DuplicateFacts['places'][number][] };

function scopeOf({ sheet, sheets }: RowStore, row: number, winner: number): DuplicateFacts['scope'] {
  if (sheet[row] === sheet[winner]) return 'sameSheet';
  return sheets[sheet[row]!]!.file === sheets[sheet[winner]!]!.file ? 'otherSheet' : 'otherFile';
}

function rowsOf({ read }: ImportedSource): number {
  let rows = 0;
  for (const sheet of read?.sheets ?? []) if (sheet.skipped === null) rows += sheet.reading.rows;
  return rows;
}
