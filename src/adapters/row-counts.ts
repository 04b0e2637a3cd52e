import type { RowCounts } from '../model/imported.js';
import { NONE } from '../model/orders.js';
import { fates } from './merge/row-fate.js';
import type { ImportedSource } from './read-all.js';
import type { ReadFile } from './read-file.js';
import { RowLedger } from './row-ledger.js';
import type { RowStore } from './rows/rows.js';
import type { OrdersMade } from './settle/to-orders.js';

/**
 * What became of all rows of all files, in count and in Σ net of the main currency: read = used + duplicate + rejected.
 * The rows of a byte-identical file are read and duplicate.
 */
export function rowCounts(store: RowStore, made: OrdersMade, files: readonly ImportedSource[]): RowCounts {
  const ofFile = files.map(() => new RowLedger());
  addRows(ofFile, store, made);
  const currency = made.mainCurrency === NONE ? null : made.table.texts.currency.text(made.mainCurrency);
  files.forEach(({ read }, file) => {
    if (read !== null) addRejected(ofFile[file]!, read, store, currency);
  });
  const all = new RowLedger();
  files.forEach(({ repeats }, file) => {
    if (repeats === null) all.include(ofFile[file]!);
    else all.repeat(ofFile[repeats]!);
  });
  return all.counts();
}

/** Those that have a name, and that of side reports. */
const FATES = fates.length + 1;

/** The rows of the store, counted by file and fate. */
function addRows(ofFile: readonly RowLedger[], { size, sheet, sheets }: RowStore, made: OrdersMade): void {
  const { rows, merged, mainCurrency, fate, amount } = made;
  const fileOf = Int32Array.from(sheets, ({ echo, file }) => (echo === true ? NONE : file));
  const counts = new Float64Array(ofFile.length * FATES);
  const amounts = new Float64Array(ofFile.length * FATES);
  for (let row = 0; row < size; row++) {
    const file = fileOf[sheet[row]!]!;
    if (file === NONE) continue;
    const order = merged.orderOfRow[row]!;
    const currency = order === NONE ? rows.currency[row] : merged.columns.currency[order];
    const place = file * FATES + fate[row]!;
    counts[place]!++;
    if (currency === mainCurrency || mainCurrency === NONE) amounts[place]! += amount[row]!;
  }
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    ofFile[Math.floor(place / FATES)]!.add(place % FATES, { count, amount: amounts[place]! });
  }
}

/** Rows that the reading rejected, which are not in the store. */
function addRejected(ledger: RowLedger, { sheets }: ReadFile, store: RowStore, currency: string | null): void {
  for (const sheet of sheets) {
    if (sheet.skipped !== null) continue;
    for (const { problem, count, amount, currency: code } of sheet.reading.rejected) {
      const worth = currency === null || store.texts.currency.text(code) === currency;
      ledger.reject(problem, { count, amount: worth ? amount : 0 });
    }
  }
}
