import type { RowCounts } from '../model/imported.js';
import { NONE } from '../model/orders.js';
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
  for (let row = 0; row < store.size; row++) {
    if (store.sheets[store.sheet[row]!]!.echo === true) continue;
    const order = made.merged.orderOfRow[row]!;
    const currency = order === NONE ? made.rows.currency[row] : made.merged.columns.currency[order];
    const worth = currency === made.mainCurrency || made.mainCurrency === NONE;
    ofFile[store.sheets[store.sheet[row]!]!.file]!.add(made.fate[row]!, worth ? made.amount[row]! : 0);
  }
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
