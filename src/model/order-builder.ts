import { joined } from '../util/later.js';
import type { LineTable, OrderTable, OrderTexts, RefundTable } from './orders.js';

/** The columns of an order table without its lines, refunds and texts. */
export type OrderColumns = Omit<OrderTable, 'size' | 'lines' | 'refunds' | 'texts'>;

/** Makes an order table out of columns, finished or made later. The object and its tables are frozen; nobody writes to the arrays. */
export function orderTable(
  columns: OrderColumns,
  lines: LineTable,
  refunds: RefundTable,
  texts: OrderTexts,
): OrderTable {
  const parts = { lines: Object.freeze(lines), refunds: Object.freeze(refunds), texts: Object.freeze(texts) };
  return Object.freeze(joined(columns, { size: columns.day.length, ...parts }));
}

/** A refund table without refunds: no refund report tells of any. */
export function noRefunds(): RefundTable {
  const [codes, floats] = [new Int32Array(0), new Float64Array(0)];
  return { size: 0, orderRow: codes, day: codes, at: floats, amount: floats, number: codes };
}
