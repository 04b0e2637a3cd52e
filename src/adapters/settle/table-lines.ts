import type { LineTable } from '../../model/orders.js';
import { joined, madeLater, propertyLater } from '../../util/later.js';
import type { Dialect } from '../dialect.js';
import type { Columns } from '../merge/columns.js';
import { lineAmounts, lineRefunds } from '../merge/line-amounts.js';
import type { MergedOrders } from '../merge/merge.js';
import { firstNumbers, isAll, pickedCodes, pickedFloats } from '../merge/picked.js';
import type { ColumnPicker } from './column-picker.js';
import type { Settled } from './settle.js';

/** The lines of the table and the number of orders whose amount was spread over them. */
export interface TableLines {
  readonly lines: LineTable;
  readonly spread: number;
}

interface Shared {
  readonly amounts: readonly number[];
  readonly refunds: readonly number[];
  readonly spread: boolean;
}

/** Lines in the sequence of the table's orders; within an order by content (hash). */
export function tableLines(
  merged: MergedOrders,
  settled: Settled,
  picker: ColumnPicker,
  meanings: readonly Dialect['refund'][],
): TableLines {
  const { lines } = merged;
  const orders = picker.rows;
  if (isAll(lines.state, merged.size) && isAll(lines.first, merged.size + 1)) {
    return { lines: ordersAsLines(lines.states, settled, picker), spread: 0 };
  }
  const from = new Int32Array(lines.size);
  const orderRow = new Int32Array(lines.size);
  const amount = new Float64Array(lines.size);
  const refunded = new Float64Array(lines.size);
  let at = 0;
  let spread = 0;
  for (let row = 0; row < orders.length; row++) {
    const order = orders[row]!;
    const [first, last] = [lines.first[order]!, lines.first[order + 1]!];
    if (last - first === 1) {
      from[at] = lines.state[first]!;
      orderRow[at] = row;
      amount[at] = settled.gross[order]!;
      refunded[at++] = settled.refunded[order]!;
    }
    if (last - first < 2) continue;
    const own = lines.state
      .slice(first, last)
      .sort((one, other) => lines.states.hash[one]! - lines.states.hash[other]!);
    const shared = sharedOut(merged, meanings, own, settled.gross[order]!, settled.refunded[order]!);
    if (shared.spread) spread++;
    for (let nth = 0; nth < own.length; nth++) {
      from[at] = own[nth]!;
      orderRow[at] = row;
      amount[at] = shared.amounts[nth]!;
      refunded[at++] = shared.refunds[nth]!;
    }
  }
  return { lines: { ...described(lines.states, from), size: lines.size, orderRow, amount, refunded }, spread };
}

/** Each order is its own and only line: the lines share the columns of the orders. */
function ordersAsLines(states: Columns, settled: Settled, picker: ColumnPicker): LineTable {
  const { length } = picker.rows;
  const columns = {
    orderRow: () => firstNumbers(length),
    lineId: picker.codesLater(propertyLater(states, 'lineId')),
    product: picker.codesLater(propertyLater(states, 'product')),
    sku: picker.codesLater(propertyLater(states, 'sku')),
    quantity: picker.codesLater(propertyLater(states, 'quantity')),
    listPrice: picker.floatsLater(states.listPrice),
    amount: picker.floatsLater(settled.gross),
    refunded: picker.floatsLater(settled.refunded),
  };
  return joined({ size: length }, madeLater(columns));
}

/**
 * An order's gross and refunded on its lines, of which it has several. Amounts that are the order's on every row say
 * nothing of a line.
 */
function sharedOut(
  { lines, layouts }: MergedOrders,
  meanings: readonly Dialect['refund'][],
  own: Int32Array,
  gross: number,
  refunded: number,
): Shared {
  const { states } = lines;
  const pick = (column: Float64Array) => Array.from(own, (line) => column[line]!);
  const { products, adds } = layouts[states.sheet[own[0]!]!]!;
  const isOrders = (name: 'paid' | 'refund') => products && !adds.has(name);
  const isNet = meanings[states.paidSheet[own[0]!]!] === 'paid-is-net';
  const back = pick(states.refund);
  const paid = pick(states.paid).map((kept, nth) => (isNet ? kept + (back[nth]! || 0) : kept));
  const units = Array.from(own, (line) => (states.quantity[line]! < 0 ? Number.NaN : states.quantity[line]!));
  const listed = pick(states.listPrice).map((price, nth) => price * units[nth]!);
  const refunds = back.map((refund) => (isOrders('refund') ? Number.NaN : refund));
  const { amounts, spread } = isOrders('paid') ? lineAmounts(gross, listed, paid) : lineAmounts(gross, paid, listed);
  return { amounts, refunds: lineRefunds(refunded, gross, refunds, amounts), spread };
}

function described(
  { lineId, product, sku, quantity, listPrice }: Columns,
  from: Int32Array,
): Pick<LineTable, 'lineId' | 'product' | 'sku' | 'listPrice' | 'quantity'> {
  return {
    lineId: pickedCodes(lineId, from),
    product: pickedCodes(product, from),
    sku: pickedCodes(sku, from),
    quantity: pickedCodes(quantity, from),
    listPrice: pickedFloats(listPrice, from),
  };
}
