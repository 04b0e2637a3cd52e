import { type Dictionary, NONE } from '../../model/orders.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';
import { firstNumbers } from '../merge/picked.js';

/** A digit of 16 bits; three of them hold more seconds than there are between any two orders. */
const BASE = 0x1_0000;
const HIGHEST = BASE ** 3 - 1;

/** The texts the sequence goes by. */
export interface SequenceTexts {
  readonly platform: Dictionary;
  readonly shop: Dictionary;
  readonly order: Dictionary;
}

/**
 * The orders in the sequence of the table: by the time that makes the day (payment, else creation; none last), then
 * platform, shop and order number as texts, then content, then place. It depends on the content alone, not on the order
 * of files and rows. Linear where times differ (a radix sort by the second); orders of equal time are compared.
 */
export function tableSequence({ size, columns, row }: MergedOrders, texts: SequenceTexts): Int32Array {
  const second = secondsOf(columns, size);
  const sorted = bySecond(second);
  for (let from = 0; from < size; ) {
    const here = second[sorted[from]!]!;
    let to = from + 1;
    while (to < size && second[sorted[to]!] === here) to++;
    if (to - from > 1) sortTies(sorted.subarray(from, to), columns, row, texts);
    from = to;
  }
  return sorted;
}

/** Per order: whole seconds after the first of them; orders without a time come last. */
function secondsOf(columns: Columns, size: number): Float64Array {
  const seconds = new Float64Array(size);
  let first = Number.POSITIVE_INFINITY;
  for (let order = 0; order < size; order++) {
    const time = timeOf(columns, order);
    seconds[order] = time;
    if (time < first) first = time;
  }
  for (let order = 0; order < size; order++) {
    const time = seconds[order]!;
    seconds[order] = time === Number.POSITIVE_INFINITY ? HIGHEST : Math.min(Math.floor(time - first), HIGHEST - 1);
  }
  return seconds;
}

function timeOf({ paidAt, createdAt }: Columns, order: number): number {
  const paid = paidAt[order]!;
  if (!Number.isNaN(paid)) return paid;
  const created = createdAt[order]!;
  return Number.isNaN(created) ? Number.POSITIVE_INFINITY : created;
}

/** The numbers of the orders by their second: a radix sort, the lowest digit first, up to the highest that any second has. */
function bySecond(second: Float64Array): Int32Array {
  let from = firstNumbers(second.length);
  if (isAscending(second)) return from;
  let into: Int32Array = new Int32Array(second.length);
  const most = highestOf(second);
  for (let scale = 1; scale <= most; scale *= BASE) {
    sortByDigit(second, scale, from, into);
    [from, into] = [into, from];
  }
  return from;
}

/** Numbers of orders sorted by one digit of their seconds; those of equal digits stay in their sequence. */
function sortByDigit(second: Float64Array, scale: number, from: Int32Array, into: Int32Array): void {
  const places = new Int32Array(BASE + 1);
  for (let order = 0; order < second.length; order++) places[((second[order]! / scale) & (BASE - 1)) + 1]!++;
  for (let digit = 0; digit < BASE; digit++) places[digit + 1]! += places[digit]!;
  for (let at = 0; at < from.length; at++) {
    const order = from[at]!;
    into[places[(second[order]! / scale) & (BASE - 1)]!++] = order;
  }
}

function isAscending(numbers: Float64Array): boolean {
  for (let at = 1; at < numbers.length; at++) if (numbers[at]! < numbers[at - 1]!) return false;
  return true;
}

function highestOf(numbers: Float64Array): number {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) if (numbers[at]! > most) most = numbers[at]!;
  return most;
}

/** Texts are decoded once per order of the tie, not once per comparison. */
function sortTies(tied: Int32Array, columns: Columns, row: Int32Array, texts: SequenceTexts): void {
  const keys = Array.from(tied, (order) => ({
    order,
    time: timeOf(columns, order),
    platform: texts.platform.text(columns.platform[order]!),
    shop: texts.shop.text(columns.shop[order]!),
    number: columns.order[order] === NONE ? '' : texts.order.text(columns.order[order]!),
  }));
  keys.sort(
    (one, other) =>
      (one.time === other.time ? 0 : one.time - other.time) ||
      compare(one.platform, other.platform) ||
      compare(one.shop, other.shop) ||
      compare(one.number, other.number) ||
      columns.hash[one.order]! - columns.hash[other.order]! ||
      row[one.order]! - row[other.order]!,
  );
  keys.forEach(({ order }, at) => {
    tied[at] = order;
  });
}

/** By UTF-16 code unit: the same under every locale. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
