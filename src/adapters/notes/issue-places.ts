import type { Issue } from '../../model/issue.js';
import { dayOfSeconds, isoDay } from '../../util/calendar.js';
import { currencyOf } from '../../util/currency.js';
import { decimalText } from '../../util/decimal.js';
import type { Field } from '../dialect.js';
import type { ReadFile } from '../read-file.js';
import type { RowStore } from '../rows/rows.js';
import type { PlaceOf } from './order-issues.js';

const amounts: Partial<Record<Field, 'paid' | 'total' | 'refund' | 'goods'>> = {
  ...{ paid: 'paid', total: 'total', refund: 'refund', goods: 'goods' },
};
const texts: Partial<Record<Field, 'buyer' | 'account' | 'currency'>> = {
  buyer: 'buyer',
  account: 'account',
  currency: 'currency',
};

/** Tells file, sheet, line and header of a row of the store, and type and length of the cell; its value when asked to. */
export function placesOf(store: RowStore, files: readonly (ReadFile | null)[], showValues: boolean): PlaceOf {
  return (row, field) => {
    const sheet = store.sheets[store.sheet[row]!]!;
    const file = files[sheet.file];
    const read = file?.sheets.find(
      (one) => one.skipped === null && one.reading.sheet === (sheet.of ?? store.sheet[row]),
    );
    const columns = read?.skipped === null ? read.mapping.columns : [];
    const column = columns.find((one) => one.field === field) ?? null;
    return {
      file: file?.source.name ?? '',
      sheet: sheet.name,
      line: store.line[row]!,
      column: column?.header ?? null,
      ...cellOf(store, row, field, showValues),
    };
  };
}

function cellOf(store: RowStore, row: number, field: Field, showValues: boolean): Pick<Issue, 'got' | 'value'> {
  const amount = amounts[field];
  const text = texts[field];
  if (amount !== undefined) {
    const minor = store[amount][row]!;
    if (Number.isNaN(minor)) return { got: 'blank', value: null };
    const { decimals } = currencyOf(store.texts.currency.text(store.currency[row]!));
    return { got: 'number', value: showValues ? decimalText(minor, decimals) : null };
  }
  if (text !== undefined) {
    const value = store.texts[text].text(store[text][row]!);
    return { got: `text, ${[...value].length} characters`, value: showValues ? value : null };
  }
  if (field === 'quantity') return { got: 'number', value: showValues ? String(store.quantity[row]) : null };
  const seconds = field === 'time' ? store.paidAt[row]! : store.createdAt[row]!;
  if (Number.isNaN(seconds)) return { got: 'blank', value: null };
  return { got: 'time', value: showValues ? isoDay(dayOfSeconds(seconds)) : null };
}
