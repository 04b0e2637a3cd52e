import type { Dictionary } from '../../model/orders.js';
import type { AnalysisInput } from '../metric.js';
import { byCodePoint } from './code-point-order.js';

/** Whether a customer, an index of the history, is on a list. */
export type CustomerFilter = (customer: number) => boolean;

/**
 * Customers as every list shows them: sales descending, then by key in order of its code points, so that neither the
 * order of the files nor the machine's locale can change a list. Keys are decoded only among equal sales.
 */
export function inListOrder({ history, orders }: AnalysisInput, filter: CustomerFilter): Int32Array {
  const { customers, offsets, net, customer: codes } = history;
  const sales = new Float64Array(customers);
  const listed = new Int32Array(customers);
  let size = 0;
  for (let customer = 0; customer < customers; customer++) {
    if (!filter(customer)) continue;
    listed[size++] = customer;
    for (let purchase = offsets[customer]!; purchase < offsets[customer + 1]!; purchase++) {
      sales[customer]! += net[purchase]!;
    }
  }
  const order = listed.subarray(0, size).sort((one, other) => sales[other]! - sales[one]!);
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && sales[order[to]!] === sales[order[from]!]) to++;
    if (to - from > 1) byKey(order.subarray(from, to), codes, orders.texts.customer);
    from = to;
  }
  return order;
}

function byKey(customers: Int32Array, codes: Int32Array, keys: Dictionary): void {
  const keyed = Array.from(customers, (customer) => ({ customer, key: textOnce(keys, codes[customer]!) }));
  keyed.sort((one, other) => byCodePoint(one.key, other.key));
  for (const [index, { customer }] of keyed.entries()) customers[index] = customer;
}

/** A text that is looked at once; not kept where the dictionary can do that, so that long lists stay small. */
export function textOnce(texts: Dictionary, code: number): string {
  if (code < 0) return '';
  return texts.decode === undefined ? texts.text(code) : texts.decode(code);
}
