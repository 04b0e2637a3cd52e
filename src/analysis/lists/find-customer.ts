import { type Dictionary, NONE } from '../../model/orders.js';
import type { AnalysisInput } from '../metric.js';
import { byCodePoint } from './code-point-order.js';
import { textOnce } from './list-order.js';

const COUNTRY_CODE = /^(?:\+86|0086)[-\s]?/;

/**
 * Codes of the customers that go by a text, in order of their keys: the one whose key it is exactly; else those with an
 * order of this buyer's name, phone or number. Orders that are not counted identify as well. Empty if nobody does.
 */
export function findCustomers(input: AnalysisInput, who: string): readonly number[] {
  const { orders, scope } = input;
  const { texts } = orders;
  const key = codeOf(texts.customer, who);
  const found = new Set<number>();
  const codes = [codeOf(texts.buyerName, who), phoneCode(texts.phone, who), codeOf(texts.order, who)] as const;
  for (let row = 0; row < orders.size; row++) {
    const customer = orders.customer[row]!;
    if (customer === NONE || orders.currency[row] !== scope.currencyCode) continue;
    if (customer === key) return [key];
    const own = [orders.buyerName[row]!, orders.phone[row]!, orders.order[row]!];
    if (own.some((code, index) => code !== NONE && code === codes[index])) found.add(customer);
  }
  return inKeyOrder(input, [...found]);
}

/** The keys of some customers. */
export function keysOf({ orders }: AnalysisInput, codes: readonly number[]): readonly string[] {
  return codes.map((code) => textOnce(orders.texts.customer, code));
}

function inKeyOrder(input: AnalysisInput, codes: readonly number[]): readonly number[] {
  const keys = new Map(codes.map((code) => [code, textOnce(input.orders.texts.customer, code)]));
  return [...codes].sort((one, other) => byCodePoint(keys.get(one)!, keys.get(other)!));
}

function phoneCode(phones: Dictionary, who: string): number {
  const code = codeOf(phones, who);
  return code === NONE ? codeOf(phones, who.replace(COUNTRY_CODE, '')) : code;
}

/** The code of a text, NONE if the dictionary has no such text. Linear in the dictionary. */
function codeOf(texts: Dictionary, wanted: string): number {
  if (wanted === '') return NONE;
  for (let code = 0; code < texts.size; code++) if (textOnce(texts, code) === wanted) return code;
  return NONE;
}
