import type { HistoryOrders } from '../../model/history-orders.js';
import { NONE, type OrderTable } from '../../model/orders.js';
import type { Cell, Unit } from '../../model/report.js';
import type { CustomerForecast, PerCustomer } from '../forecast/per-customer-forecast.js';
import type { AnalysisInput } from '../metric.js';
import { classAt, type RecencyClass } from '../recency-class.js';
import { quantile } from '../statistics/quantile.js';
import { textOnce } from './list-order.js';
import { favouriteProduct, type LineOffsets, mainProduct } from './order-lines.js';
import { usualHour } from './usual-hour.js';

/** What the cells of a list are made from. */
export interface ListContext {
  readonly input: AnalysisInput;
  readonly own: HistoryOrders;
  readonly lines: LineOffsets;
  readonly classes: readonly RecencyClass[];
  /** What is expected of each customer; null: no forecast was asked for, or none can be made. */
  readonly forecast: PerCustomer | null;
}

/** One customer while the row is made: purchases `first` to `end` − 1 of the history, orders in order of time. */
interface Person {
  readonly code: number;
  readonly first: number;
  readonly end: number;
  readonly sales: number;
  readonly rows: Int32Array;
  readonly forecast: CustomerForecast | null;
}

/** A column of the customer list: what it is called and how its cell is made. */
export interface ListColumn {
  readonly key: string;
  readonly unit: Unit;
  readonly cell: (context: ListContext, person: Person) => Cell;
}

const column = (key: string, unit: Unit, cell: ListColumn['cell']): ListColumn => ({ key, unit, cell });
/** A column that cannot be computed; it stays, so that the columns of a list never change. */
const empty = (key: string, unit: Unit): ListColumn => column(key, unit, () => null);

/** A column of the forecast; empty without one. */
const expected = (key: string, unit: Unit, of: (forecast: CustomerForecast) => Cell): ListColumn =>
  column(key, unit, (_, { forecast }) => (forecast === null ? null : of(forecast)));

const text = (context: ListContext, of: 'buyerName' | 'province' | 'city', row: number | null): string | null => {
  if (row === null) return null;
  const { orders } = context.input;
  return textOnce(orders.texts[of], orders[of][row]!) || null;
};

/** All columns, in their order. Sales and value are net to the as-of day; name and place are of the latest order that has them. */
export const listColumns: readonly ListColumn[] = [
  column('customer', 'name', ({ input }, { code }) => textOnce(input.orders.texts.customer, code)),
  column('name', 'name', (context, { rows }) => {
    const { orders } = context.input;
    return text(
      context,
      'buyerName',
      latest(rows, (row) => orders.buyerName[row] !== NONE),
    );
  }),
  column('firstDay', 'date', ({ input }, { first }) => input.history.day[first]!),
  column('lastDay', 'date', ({ input }, { end }) => input.history.day[end - 1]!),
  column('purchases', 'count', (_, { first, end }) => end - first),
  column('orders', 'count', (_, { rows }) => rows.length),
  column('units', 'count', unitsOf),
  column('sales', 'money', (_, { sales }) => sales),
  column('perPurchase', 'price', (_, { sales, first, end }) => sales / (end - first)),
  column('recencyDays', 'days', ({ input }, { end }) => input.scope.asOf - input.history.day[end - 1]!),
  column('recencyClass', 'text', ({ input, classes }, { end }) => {
    return classes[classAt(classes, input.history.day[end - 1]!)]!.key;
  }),
  empty('segment', 'text'),
  empty('segmentRule', 'text'),
  empty('tier', 'text'),
  empty('lifecycle', 'text'),
  empty('loyalty', 'text'),
  empty('r', 'count'),
  empty('f', 'count'),
  empty('m', 'count'),
  empty('rfmClass', 'text'),
  column('medianGapDays', 'days', medianGap),
  expected('pAlive', 'ratio', ({ pAlive }) => pAlive),
  expected('expected90', 'number', ({ expected90 }) => expected90),
  expected('expected365', 'number', ({ expected365 }) => expected365),
  expected('dueDay', 'date', ({ dueDay }) => dueDay),
  expected('overdue', 'text', ({ overdue }) => (overdue === null ? null : overdue ? 'yes' : 'no')),
  expected('likelyBy', 'date', ({ likelyBy }) => likelyBy),
  expected('risk', 'text', ({ risk }) => risk),
  expected('predictedValue', 'price', ({ predictedValue }) => predictedValue),
  column('historicValue', 'money', (_, { sales, forecast }) => Math.round(forecast?.historicValue ?? sales)),
  column('province', 'name', (context, { rows }) => text(context, 'province', placed(context.input.orders, rows))),
  column('city', 'name', (context, { rows }) => text(context, 'city', placed(context.input.orders, rows))),
  column('firstProduct', 'name', ({ input, lines }, { first, rows }) => {
    return mainProduct(input.orders, lines, rows.subarray(0, input.history.orders[first]!));
  }),
  column('favouriteProduct', 'name', ({ input, lines }, { rows }) => favouriteProduct(input.orders, lines, rows)),
  column('usualHour', 'count', ({ input }, person) => usualHour(input.orders, firstRows(input, person))),
  empty('flags', 'text'),
];

/** The cells of one customer, an index of the history: all columns, or the ones asked for. */
export function listRow(
  context: ListContext,
  customer: number,
  columns: readonly ListColumn[] = listColumns,
): readonly Cell[] {
  const { history } = context.input;
  const first = history.offsets[customer]!;
  const end = history.offsets[customer + 1]!;
  let sales = 0;
  for (let purchase = first; purchase < end; purchase++) sales += history.net[purchase]!;
  const rows = context.own.rows.subarray(context.own.offsets[customer]!, context.own.offsets[customer + 1]!);
  const forecast = context.forecast?.(customer) ?? null;
  const person = { code: history.customer[customer]!, first, end, sales, rows, forecast };
  return columns.map(({ cell }) => cell(context, person));
}

/** Unknown if those of any order are. */
function unitsOf({ input: { history } }: ListContext, { first, end }: Person): number | null {
  let units = 0;
  for (let purchase = first; purchase < end; purchase++) {
    if (history.units[purchase] === NONE) return null;
    units += history.units[purchase]!;
  }
  return units;
}

/** Median of the days between consecutive purchases; null with one purchase. */
function medianGap({ input: { history } }: ListContext, { first, end }: Person): number | null {
  const gaps = new Int32Array(end - first - 1);
  for (let gap = 0; gap < gaps.length; gap++) gaps[gap] = history.day[first + gap + 1]! - history.day[first + gap]!;
  return quantile(gaps.sort(), 0.5);
}

/** The latest order that tells a place: province and city are those of one address. */
function placed(orders: OrderTable, rows: Int32Array): number | null {
  return latest(rows, (row) => orders.province[row] !== NONE || orders.city[row] !== NONE);
}

function latest(rows: Int32Array, has: (row: number) => boolean): number | null {
  return rows.findLast(has) ?? null;
}

/** The first order of each purchase. */
function firstRows({ history }: AnalysisInput, { first, end, rows }: Person): readonly number[] {
  const found: number[] = [];
  let order = 0;
  for (let purchase = first; purchase < end; purchase++) {
    found.push(rows[order]!);
    order += history.orders[purchase]!;
  }
  return found;
}
