import { NONE, uncountedReasons } from '../../model/orders.js';
import type { Cell, Table } from '../../model/report.js';
import { NO_DAY } from '../../util/calendar.js';
import type { AnalysisInput } from '../metric.js';
import { type LineOffsets, lineOffsetsOf, productText } from './order-lines.js';

/**
 * Every order of a customer in the input's currency, in order of day and then of the table (which is that of time),
 * those that are not counted too, with the reason. `nth` is the number of the purchase the order belongs to and
 * `gapDays` the days since the purchase before, at its first order; both empty for an order that is not counted.
 */
export function customerOrders(input: AnalysisInput, code: number): Table {
  return {
    id: 'customer-orders',
    definition: '',
    window: input.scope.observed,
    columns: [
      { key: 'day', unit: 'date' },
      { key: 'order', unit: 'name' },
      { key: 'nth', unit: 'count' },
      { key: 'gapDays', unit: 'days' },
      { key: 'status', unit: 'name' },
      { key: 'reason', unit: 'text' },
      { key: 'gross', unit: 'money' },
      { key: 'refunded', unit: 'money' },
      { key: 'net', unit: 'money' },
      { key: 'units', unit: 'count' },
      { key: 'products', unit: 'name' },
    ],
    rows: rows(input, code),
    view: 'plain',
    notes: [],
  };
}

function rows(input: AnalysisInput, code: number): readonly (readonly Cell[])[] {
  const { orders, scope } = input;
  const own = new Int32Array(orders.size)
    .map((_, row) => row)
    .filter((row) => orders.customer[row] === code && orders.currency[row] === scope.currencyCode)
    .sort((one, other) => orders.day[one]! - orders.day[other]! || one - other);
  const lines = lineOffsetsOf(orders);
  let nth = 0;
  let before: number | null = null;
  return Array.from(own, (row) => {
    const day = orders.day[row]!;
    const isCounted = orders.uncounted[row] === 0 && day <= scope.asOf;
    const isNext = isCounted && (before !== day || input.history.purchaseRule === 'order');
    const gap = isNext && before !== null ? day - before : null;
    if (isNext) nth++;
    if (isCounted) before = day;
    return orderRow(input, row, lines, isCounted ? nth : null, gap);
  });
}

function orderRow(
  { orders }: AnalysisInput,
  row: number,
  lines: LineOffsets,
  nth: number | null,
  gap: number | null,
): readonly Cell[] {
  const { texts } = orders;
  const day = orders.day[row]!;
  const reason = orders.uncounted[row]!;
  const units = orders.units[row]!;
  return [
    ...[day === NO_DAY ? null : day, texts.order.text(orders.order[row]!) || null, nth, gap],
    ...[texts.status.text(orders.status[row]!) || null, reason === 0 ? null : uncountedReasons[reason]!],
    ...[orders.gross[row]!, orders.refunded[row]!, orders.net[row]!, units === NONE ? null : units],
    products(orders, row, lines),
  ];
}

/** `title ×2; title`; null if no product of the order is known. */
function products(orders: AnalysisInput['orders'], row: number, lines: LineOffsets): string | null {
  const titles: string[] = [];
  for (let line = lines[row]!; line < lines[row + 1]!; line++) {
    const title = productText(orders, line);
    const quantity = orders.lines.quantity[line]!;
    if (title !== null) titles.push(quantity > 1 ? `${title} ×${quantity}` : title);
  }
  return titles.length === 0 ? null : titles.join('; ');
}
