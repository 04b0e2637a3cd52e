import type { ColumnTexts } from '../../util/column-texts.js';
import { type CodeColumnName, codeColumns, numberColumns, type RowColumns } from './row-columns.js';

/** One double and its two halves. */
const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);

/** Texts by the codes or numbers that stand in the columns. */
type HashedTexts = { readonly [K in CodeColumnName]: Pick<ColumnTexts, 'hash'> };

/**
 * 53 bits of a row's content: its texts (by their bytes, not their codes) and values, each with its column's number.
 * The same order in another file, encoding or place has the same hash. Blank cells do not count, so a missing column
 * and an empty one are equal.
 */
export function contentHash(columns: RowColumns, texts: HashedTexts, row: number): number {
  let high = 0x2545f491;
  let low = 0x9e3779b9;
  for (let column = 0; column < codeColumns.length; column++) {
    const name = codeColumns[column]!;
    const code = columns[name][row]!;
    if (code < 0) continue;
    const hash = texts[name].hash(code);
    high = folded(high, hash + column);
    low = folded(low ^ column, hash);
  }
  for (let column = 0; column < numberColumns.length; column++) {
    const value = columns[numberColumns[column]!][row]!;
    if (Number.isNaN(value)) continue;
    double[0] = value;
    high = folded(high, halves[0]! ^ (column << 8));
    low = folded(low + column, Math.imul(halves[1]!, 0x632be5ab) ^ halves[0]!);
  }
  const small = columns.quantity[row]! * 256 + columns.stage[row]! * 16 + columns.closeReason[row]!;
  high = folded(high, small);
  low = folded(low, small);
  return (finished(high) >>> 11) * 2 ** 32 + (finished(low) >>> 0);
}

/** Content keeps so many bits of a hash; above them stands the place of the row among its likes. */
const CONTENT = 2 ** 40;
const PLACES = 2 ** 13 - 1;

/** The hash of a row whose place among its likes is known (NONE: it is not): in the sequence of the places. */
export function placedHash(hash: number, place: number): number {
  return place < 1 ? hash : Math.min(place, PLACES) * CONTENT + (hash % CONTENT);
}

function folded(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function finished(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
