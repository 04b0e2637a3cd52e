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
  const orders = firstNumbers(size);
  const second = secondsOf(columns, orders);
  const sorted = bySecond(orders, second);
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && second[sorted[to]!] === second[sorted[from]!]) to++;
    if (to - from > 1) sortTies(sorted.subarray(from, to), columns, row, texts);
    from = to;
  }
  return sorted;
}

/** Per order: whole seconds after the first of them; orders without a time come last. */
function secondsOf(columns: Columns, orders: Int32Array): Float64Array {
  const seconds = new Float64Array(columns.paidAt.length);
  let first = Number.POSITIVE_INFINITY;
  for (const order of orders) {
    seconds[order] = timeOf(columns, order);
    first = Math.min(first, seconds[order]!);
  }
  for (const order of orders) {
    const time = seconds[order]!;
    seconds[order] = time === Number.POSITIVE_INFINITY ? HIGHEST : Math.min(Math.floor(time - first), HIGHEST - 1);
  }
  return seconds;
}

function timeOf(columns: Columns, order: number): number {
  const paid = columns.paidAt[order]!;
  if (!Number.isNaN(paid)) return paid;
  const created = columns.createdAt[order]!;
  return Number.isNaN(created) ? Number.POSITIVE_INFINITY : created;
}

/** A radix sort, the lowest digit first, up to the highest that any second has. */
function bySecond(orders: Int32Array, second: Float64Array): Int32Array {
  let from: Int32Array = orders.slice();
  let into: Int32Array = new Int32Array(orders.length);
  const digit = new Uint16Array(second.length);
  const most = second.reduce((one, other) => Math.max(one, other), 0);
  for (let scale = 1; scale <= most; scale *= BASE) {
    const places = new Int32Array(BASE + 1);
    for (const order of from) {
      const whole = Math.floor(second[order]! / scale);
      digit[order] = whole - Math.floor(whole / BASE) * BASE;
      places[digit[order]! + 1]!++;
    }
    for (let at = 0; at < BASE; at++) places[at + 1]! += places[at]!;
    for (const order of from) into[places[digit[order]!]!++] = order;
    [from, into] = [into, from];
  }
  return from;
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
