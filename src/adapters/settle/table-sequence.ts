import { type Dictionary, NONE } from '../../model/orders.js';
import { sequenceOf } from '../../util/sequence.js';
import type { Columns } from '../merge/columns.js';
import type { MergedOrders } from '../merge/merge.js';

/** The texts the sequence goes by. */
export interface SequenceTexts {
  readonly platform: Dictionary;
  readonly shop: Dictionary;
  readonly order: Dictionary;
}

/**
 * The orders in the sequence of the table: by the time that makes the day (payment, else creation; none last), then
 * platform, shop and order number as texts, then content, then place. It depends on the content alone, not on the order
 * of files and rows. Linear where times differ; orders of equal time are compared.
 */
export function tableSequence({ size, columns, row }: MergedOrders, texts: SequenceTexts): Int32Array {
  const { places, equal } = sequenceOf(columns.paidAt.subarray(0, size), columns.createdAt.subarray(0, size));
  const earlier = sequenceOfTies(columns, row, texts);
  for (let run = 0; run < equal.length; run += 2) {
    const [from, to] = [equal[run]!, equal[run + 1]!];
    if (to - from > 2) places.subarray(from, to).sort(earlier);
    else if (earlier(places[from]!, places[from + 1]!) > 0) swap(places, from);
  }
  return places;
}

function swap(places: Int32Array, at: number): void {
  const first = places[at]!;
  places[at] = places[at + 1]!;
  places[at + 1] = first;
}

/** Which of two orders of one time comes first. */
function sequenceOfTies({ platform, shop, order, hash }: Columns, row: Int32Array, texts: SequenceTexts) {
  const platforms = compareTexts(texts.platform);
  const shops = compareTexts(texts.shop);
  const numbers = compareTexts(texts.order);
  return (one: number, other: number): number =>
    platforms(platform[one]!, platform[other]!) ||
    shops(shop[one]!, shop[other]!) ||
    numbers(order[one]!, order[other]!) ||
    hash[one]! - hash[other]! ||
    row[one]! - row[other]!;
}

/** Compares texts by UTF-16 code unit: the same under every locale. No text comes first. */
function compareTexts(texts: Dictionary): (one: number, other: number) => number {
  const textOf = (code: number) => (code === NONE ? '' : texts.text(code));
  return (one, other) => {
    if (one === other) return 0;
    if (texts.compare !== undefined && one !== NONE && other !== NONE) return texts.compare(one, other);
    const [text, otherText] = [textOf(one), textOf(other)];
    return text < otherText ? -1 : text > otherText ? 1 : 0;
  };
}
