import { type LineTable, NONE, type OrderTable } from '../../model/orders.js';
import { byCodePoint } from './code-point-order.js';

/** Where the lines of each order stand: order row r owns the lines `offsets[r]` to `offsets[r + 1] − 1`. */
export type LineOffsets = Int32Array;

/** Linear in orders and lines. */
export function lineOffsetsOf({ size, lines }: OrderTable): LineOffsets {
  return offsetsOf(lines, size);
}

/** The same of any table sorted by `orderRow`: lines, refunds. `size`: the number of orders. */
export function offsetsOf({ orderRow }: Pick<LineTable, 'orderRow'>, size: number): LineOffsets {
  const offsets = new Int32Array(size + 1);
  for (const row of orderRow) offsets[row + 1]!++;
  for (let row = 0; row < size; row++) offsets[row + 1]! += offsets[row]!;
  return offsets;
}

/**
 * The product of some orders that the largest amount was paid for, as text; of equal amounts the first text in order of
 * code points. A line without an amount comes after all with one. Null if no product is known.
 */
export function mainProduct(orders: OrderTable, offsets: LineOffsets, rows: Int32Array): string | null {
  let product: string | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    for (let line = offsets[row]!; line < offsets[row + 1]!; line++) {
      const text = productText(orders, line);
      const paid = orders.lines.amount[line]!;
      const amount = Number.isNaN(paid) ? -1 : paid;
      if (text === null || amount < most) continue;
      if (product === null || amount > most || byCodePoint(text, product) < 0) product = text;
      most = amount;
    }
  }
  return product;
}

/**
 * The product of which most units were bought in some orders; of equal numbers the first text in order of code points.
 * Lines whose product or units are unknown cannot count; null if no others are there.
 */
export function favouriteProduct(orders: OrderTable, offsets: LineOffsets, rows: Int32Array): string | null {
  const units = new Map<string, number>();
  for (const row of rows) {
    for (let line = offsets[row]!; line < offsets[row + 1]!; line++) {
      const text = productText(orders, line);
      const quantity = orders.lines.quantity[line]!;
      if (text !== null && quantity > 0) units.set(text, (units.get(text) ?? 0) + quantity);
    }
  }
  const [first] = [...units].sort(([one, few], [other, many]) => many - few || byCodePoint(one, other));
  return first?.[0] ?? null;
}

/** The product of a line as in the file; null if unknown or empty. */
export function productText({ lines, texts }: OrderTable, line: number): string | null {
  const code = lines.product[line]!;
  const text = code === NONE ? '' : texts.product.text(code);
  return text === '' ? null : text;
}
