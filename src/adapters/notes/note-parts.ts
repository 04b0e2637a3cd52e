import type { Note } from '../../model/report.js';
import { currencyOf } from '../../util/currency.js';
import { decimalText, separated } from '../../util/decimal.js';
import { whereOf } from '../identify/refusal.js';
import type { ImportedSource } from '../read-all.js';
import type { RowStore } from '../rows/rows.js';
import type { OrdersMade } from '../settle/to-orders.js';

/** A note, or none when there is nothing to say. */
export function noteIf(holds: boolean, level: Note['level'], id: string, params: Note['params'] = {}): readonly Note[] {
  return holds ? [{ id, level, params }] : [];
}

/** Minor units of the main currency as people read them, with the currency's code. */
export function amountText({ table, mainCurrency }: OrdersMade, minor: number): string {
  const { code, decimals } = currencyOf(table.texts.currency.text(mainCurrency));
  return `${code} ${separated(decimalText(minor, decimals))}`;
}

/** A sheet of the store as messages name it: the file, and the sheet of a workbook. */
export function sheetName(store: RowStore, files: readonly ImportedSource[], sheet: number): string {
  const { file, name } = store.sheets[sheet]!;
  const { name: fileName, path } = files[file]!.source;
  return whereOf({ file: fileName, path, sheet: name });
}

const NAMED = 5;

/** A few names in a row; the rest as a number. */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join('、');
  return names.length > NAMED ? `${shown} (+${names.length - NAMED})` : shown;
}

/** The sheets of the store that something holds for, by name. */
export function sheetsWhere(
  store: RowStore,
  files: readonly ImportedSource[],
  holds: (sheet: number) => boolean,
): readonly string[] {
  const names = partsOf(store).flatMap((sheet) => (holds(sheet) ? [sheetName(store, files, sheet)] : []));
  return [...new Set(names)];
}

/** The sheets of the store that hold rows: of normalised orders those are the parts that their sheet was put into. */
export function partsOf({ sheets }: RowStore): readonly number[] {
  return sheets.flatMap(({ dialect, of }, sheet) => (dialect.normalised === true && of === undefined ? [] : [sheet]));
}

/** A few line numbers in a row. */
export function someLines(lines: readonly number[]): string {
  return lines.slice(0, NAMED).join(', ') + (lines.length > NAMED ? ' …' : '');
}
