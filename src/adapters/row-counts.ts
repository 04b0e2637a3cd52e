import type { RowCounts } from '../model/imported.js';
import { NONE } from '../model/orders.js';
import { isConstant } from '../util/is-constant.js';
import { runsOf } from '../util/runs-of.js';
import { fates, USED } from './merge/row-fate.js';
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
function addRows(ofFile: readonly RowLedger[], { sheet, sheets }: RowStore, made: OrdersMade): void {
  const counts = new Int32Array(ofFile.length * FATES);
  const amounts = new Float64Array(ofFile.length * FATES);
  const isMain = mainCurrencyRows(made);
  for (const [run, from, to] of runsOf(sheet)) {
    const { echo, file } = sheets[run]!;
    if (echo !== true) addRun(made, isMain, file * FATES, [from, to], counts, amounts);
  }
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    ofFile[Math.floor(place / FATES)]!.add(place % FATES, { count, amount: amounts[place]! });
  }
}

function addRun(
  { fate, amount }: OrdersMade,
  isMain: ((row: number) => boolean) | null,
  place: number,
  [from, to]: readonly [number, number],
  counts: Int32Array,
  amounts: Float64Array,
): void {
  let sum = 0;
  for (let row = from; row < to; row++) {
    const own = fate[row]!;
    counts[place + own]!++;
    if (isMain !== null && !isMain(row)) continue;
    if (own === USED) sum += amount[row]!;
    else amounts[place + own]! += amount[row]!;
  }
  amounts[place + USED]! += sum;
}

/** Whether a row is of the main currency, as its order is; null = all rows are. */
function mainCurrencyRows({ rows, merged, mainCurrency }: OrdersMade): ((row: number) => boolean) | null {
  // Where no row has another currency than the first, no order has.
  if (mainCurrency === NONE || isConstant(rows.currency)) return null;
  return (row) => {
    const order = merged.orderOfRow[row]!;
    return (order === NONE ? rows.currency[row] : merged.columns.currency[order]) === mainCurrency;
  };
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
