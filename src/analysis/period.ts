import type { Window } from '../model/report.js';
import { ascending } from '../util/ascending.js';
import { NO_DAY } from '../util/calendar.js';
import type { AnalysisInput, Scope } from './metric.js';
import { remembered, rememberedByDays } from './remembered.js';

/** What happened within some days, so that every number of the overview is taken from the same rows. */
export interface Period {
  readonly window: Window;
  /** Rows of valid orders in the days, in day order. */
  readonly rows: Int32Array;
  /** Customers with a purchase in the days, as indexes of the history. */
  readonly buyers: Int32Array;
  /** Per buyer: the purchases in the days are `begin` to `end` − 1 of the history. */
  readonly begin: Int32Array;
  readonly end: Int32Array;
  /** Per buyer: net of these purchases, minor units. */
  readonly net: Float64Array;
}

/** The days the numbers of "what happened" are about: the window, or everything up to the as-of day. */
export function daysAsked(scope: Scope): Window {
  return scope.window ?? { from: NO_DAY + 1, to: scope.asOf };
}

/** Rows of the valid orders of some days, in day order. Two searches. */
export function rowsIn({ orders, validRows }: AnalysisInput, window: Window): Int32Array {
  const first = firstFrom(validRows, orders.day, window.from);
  return validRows.subarray(first, Math.max(first, firstFrom(validRows, orders.day, window.to + 1)));
}

/** The valid orders and the customers of some days. One walk over the history, once for all tables. */
export const periodOf = rememberedByDays(walked);

function walked(input: AnalysisInput, window: Window): Period {
  const { history, scope } = input;
  const rows = rowsIn(input, window);
  const all = scope.observed === null || (window.from <= scope.observed.from && window.to >= scope.asOf);
  if (all) return { window, rows, ...everybody(input) };
  const buyers = new Int32Array(history.customers);
  const begin = new Int32Array(history.customers);
  const end = new Int32Array(history.customers);
  const net = new Float64Array(history.customers);
  let size = 0;
  for (let customer = 0; customer < history.customers; customer++) {
    let purchase = history.offsets[customer]!;
    const last = history.offsets[customer + 1]!;
    while (purchase < last && history.day[purchase]! < window.from) purchase++;
    const from = purchase;
    let sum = 0;
    for (; purchase < last && history.day[purchase]! <= window.to; purchase++) sum += history.net[purchase]!;
    if (purchase === from) continue;
    buyers[size] = customer;
    begin[size] = from;
    end[size] = purchase;
    net[size++] = sum;
  }
  return { window, rows, ...cutTo(size, { buyers, begin, end }), net: net.subarray(0, size) };
}

/** All customers, with all their purchases. */
function everybody(input: AnalysisInput): Omit<Period, 'window' | 'rows'> {
  const { customers, offsets } = input.history;
  const buyers = new Int32Array(customers);
  for (let customer = 0; customer < customers; customer++) buyers[customer] = customer;
  return { buyers, begin: offsets.subarray(0, customers), end: offsets.subarray(1), net: customerNet(input) };
}

/** Net of each customer of the history, minor units. One walk over it, once for all tables. */
export const customerNet = remembered(({ history }: AnalysisInput): Float64Array => {
  const { customers, offsets, net } = history;
  const sums = new Float64Array(customers);
  let purchase = 0;
  for (let customer = 0; customer < customers; customer++) {
    const end = offsets[customer + 1]!;
    let sum = 0;
    while (purchase < end) sum += net[purchase++]!;
    sums[customer] = sum;
  }
  return sums;
});

const inOrder = new WeakMap<Float64Array, Float64Array>();

/** The net of each buyer of a period, ascending. To be read only: sorted once for all tables. */
export function ascendingNet({ net }: Pick<Period, 'net'>): Float64Array {
  const known = inOrder.get(net) ?? ascending(net);
  inOrder.set(net, known);
  return known;
}

/** Whether customers can be told apart at all: false when there are valid orders and none has a customer. */
export function knowsCustomers(input: AnalysisInput): boolean {
  return input.history.customers > 0 || input.validRows.length === 0;
}

function cutTo(size: number, { buyers, begin, end }: Pick<Period, 'buyers' | 'begin' | 'end'>) {
  return { buyers: buyers.subarray(0, size), begin: begin.subarray(0, size), end: end.subarray(0, size) };
}

function firstFrom(rows: Int32Array, days: Int32Array, day: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[rows[middle]!]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
