import { knownColumns, rowKinds } from '../../model/known-columns.js';
import { isZone } from '../../util/calendar.js';
import type { Dialect, Field } from '../dialect.js';
import { knownBy } from '../known-fields.js';
import type { RowStoreBuilder } from './row-store-builder.js';
import type { RowSheet } from './rows.js';

/**
 * What a row of normalised orders is in the store; `echo`: the order's first line, which has its row in the file already;
 * `refund-echo`: likewise a refund beside an order or a line.
 */
export type NormalRow = 'order' | 'line' | 'echo' | 'refund' | 'refund-echo';

const grains: Readonly<Record<NormalRow, Dialect['grain']>> = {
  ...{ order: 'order', line: 'line', echo: 'line', refund: 'refund', 'refund-echo': 'refund' },
};

/** What is known of a line beside its order. */
const lineFields: readonly Field[] = ['order', 'line', 'title', 'quantity', 'refund'];

/**
 * The sheets that normalised orders came from, as far as it matters: rows whose reports had other columns, clocks or
 * kinds of rows stand in different sheets of the store, so that everything after it sees what it would have seen.
 */
export class NormalSheets {
  readonly #sheets = new Map<string, number>();

  constructor(
    private readonly builder: RowStoreBuilder,
    /** Index of the sheet as it is in the file. */
    private readonly main: number,
    /** The file has a column of order numbers, and they are to be used. */
    private readonly numbered: boolean,
  ) {}

  /** The sheet of the store for a row; `known`, `kinds` and `clock` as written in it. */
  of(row: NormalRow, known: string, kinds: string, clock: string): number {
    const key = `${row}\n${known}\n${kinds}\n${clock}`;
    const before = this.#sheets.get(key);
    if (before !== undefined) return before;
    const index = this.builder.addSheet(this.#made(row, known.split(' '), kinds, clock));
    this.#sheets.set(key, index);
    return index;
  }

  #made(row: NormalRow, known: readonly string[], kinds: string, clock: string): RowSheet {
    const sheet = this.builder.sheet(this.main);
    const own = knownColumns
      .filter((column) => known.includes(column))
      .flatMap((column) => knownBy[column].slice(0, 1));
    const dialect: Dialect = {
      ...sheet.dialect,
      clock: isZone(clock) ? clock : '',
      grain: grains[row],
      refund: row === 'order' ? 'paid-is-net' : 'paid-is-gross',
      ...(known.includes('paid-by-status') ? { paidBy: 'status' } : {}),
    };
    const fields = fieldsOf(row, own);
    return {
      ...sheet,
      dialect,
      fields: new Set<Field>(fields),
      orderNumbers: this.numbered && fields.includes('order'),
      of: this.main,
      kinds: bitsOf(kinds),
      ...(known.includes('before-refunds') ? { beforeRefunds: true } : {}),
      ...(row === 'echo' || row === 'refund-echo' ? { echo: true } : {}),
    };
  }
}

/** What is known of an order, of a line of it, of a refund. */
function fieldsOf(row: NormalRow, own: readonly Field[]): readonly Field[] {
  if (row === 'order') return [...own, 'paid'];
  if (grains[row] === 'line') return [...own.filter((field) => lineFields.includes(field)), 'paid'];
  return ['order', 'line', 'refund', ...(own.includes('refundTime') ? (['completed'] as const) : [])];
}

/** Bits by `rowKinds`; where nothing is said the order was a row of its own. */
function bitsOf(words: string): number {
  const named = words.split(' ');
  let bits = 0;
  rowKinds.forEach((kind, bit) => {
    if (named.includes(kind)) bits |= 1 << bit;
  });
  return bits === 0 ? 1 : bits;
}
