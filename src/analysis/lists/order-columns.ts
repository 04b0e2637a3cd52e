import { knownColumns, rowKinds } from '../../model/known-columns.js';
import { NONE, type OrderTable, type OrderTexts, precisions, stages, uncountedReasons } from '../../model/orders.js';
import { textOnce } from './list-order.js';
import { column, dayIn, known, type OrderColumn, scaled } from './order-column.js';
import { refundColumns } from './refund-columns.js';

type OrderCode = Exclude<keyof OrderTexts, 'lineId' | 'product' | 'sku'>;
/** A text of the order, on each of its rows. Texts that few orders share are not kept once they are written. */
const text = (key: OrderCode, many: boolean): OrderColumn =>
  column(key, 'name', ({ orders }, { order }) => {
    const code = orders[key][order]!;
    if (code === NONE) return null;
    return many ? textOnce(orders.texts[key], code) : orders.texts[key].text(code);
  });

type OrderTime = 'createdAt' | 'paidAt' | 'shippedAt' | 'completedAt' | 'refundedAt';
const time = (key: OrderTime): OrderColumn =>
  column(key, 'time', ({ orders }, { order }) => known(orders[key][order]!));

type OrderAmount = 'gross' | 'refunded' | 'net' | 'postage' | 'discount' | 'listTotal';
/** An amount of the order, on its first row only, so that a column adds up. */
const amount = (key: OrderAmount): OrderColumn =>
  column(key, 'money', (context, { order, nth }) =>
    nth > 1 ? null : scaled(context, order, context.orders[key][order]!),
  );

type LineAmount = 'listPrice' | 'amount' | 'refunded';
const lineAmount = (key: string, of: LineAmount): OrderColumn =>
  column(key, 'money', (context, { order, line }) =>
    line < 0 ? null : scaled(context, order, context.orders.lines[of][line]!),
  );

const lineText = (key: 'lineId' | 'product' | 'sku'): OrderColumn =>
  column(key, 'name', ({ orders }, { line }) => {
    const code = line < 0 ? NONE : orders.lines[key][line]!;
    if (code === NONE) return null;
    return key === 'lineId' ? textOnce(orders.texts[key], code) : orders.texts[key].text(code);
  });

/**
 * The columns of the normalised orders, in their order: a contract with the program's own reader and with everybody
 * else's. Texts and times of an order stand on each of its rows, its amounts and units on the first.
 */
export const orderColumns: readonly OrderColumn[] = [
  text('platform', false),
  text('shop', false),
  text('order', true),
  column('line', 'count', (_, { nth }) => nth),
  column('lines', 'count', (_, { lines }) => lines),
  text('customer', true),
  ...[text('buyer', true), text('account', true), text('phone', true), text('receiver', true)],
  ...[text('province', false), text('city', false), text('address', true)],
  column('day', 'date', ({ orders }, { order }) => dayIn(orders.day[order]!)),
  ...[time('createdAt'), time('paidAt'), time('shippedAt'), time('completedAt'), time('refundedAt')],
  column('precision', 'text', ({ orders }, { order }) => word(precisions, orders.timePrecision[order]!)),
  column('stage', 'text', ({ orders }, { order }) => word(stages, orders.stage[order]!)),
  text('status', false),
  column('uncounted', 'text', ({ orders }, { order }) => word(uncountedReasons, orders.uncounted[order]!)),
  text('currency', false),
  ...[amount('gross'), amount('refunded'), amount('net'), amount('postage'), amount('discount'), amount('listTotal')],
  column('units', 'count', ({ orders }, { order, nth }) => (nth > 1 ? null : unitsOf(orders.units[order]!))),
  ...[lineText('lineId'), lineText('product'), lineText('sku'), lineAmount('listPrice', 'listPrice')],
  column('quantity', 'count', ({ orders }, { line }) => (line < 0 ? null : unitsOf(orders.lines.quantity[line]!))),
  ...[lineAmount('lineAmount', 'amount'), lineAmount('lineRefunded', 'refunded')],
  ...refundColumns,
  text('memo', true),
  column('known', 'text', (_, row) => words(knownColumns, row.known)),
  column('kinds', 'text', ({ orders }, { order }) => words(rowKinds, orders.kinds[order]!)),
  column('clock', 'text', ({ zone }) => (zone === '' ? null : zone)),
];

const PRODUCT_KNOWN = 1 << knownColumns.indexOf('product');
const QUANTITY_KNOWN = 1 << knownColumns.indexOf('quantity');
const LINE_KNOWN = 1 << knownColumns.indexOf('line');

/** Bits by `knownColumns` of an order: an item report may have told what the order's own lacks. */
export function knownOf({ known, lines }: OrderTable, order: number, first: number, end: number): number {
  let bits = known[order]!;
  for (let line = first; line < end; line++) {
    if (lines.product[line] !== NONE) bits |= PRODUCT_KNOWN;
    if (lines.quantity[line] !== NONE) bits |= QUANTITY_KNOWN;
    if (lines.lineId[line] !== NONE) bits |= LINE_KNOWN;
  }
  return bits;
}

function unitsOf(units: number): number | null {
  return units === NONE ? null : units;
}

/** A word of a list whose first means that there is nothing to say. */
function word(list: readonly string[], index: number): string | null {
  return index === 0 ? null : (list[index] ?? null);
}

const written = new WeakMap<readonly string[], Map<number, string | null>>();

/** The words whose bits are set, with blanks between; a combination is put together once. */
function words(list: readonly string[], bits: number): string | null {
  const before = written.get(list) ?? new Map<number, string | null>();
  written.set(list, before);
  if (!before.has(bits)) before.set(bits, list.filter((_, bit) => (bits & (1 << bit)) !== 0).join(' ') || null);
  return before.get(bits) ?? null;
}
