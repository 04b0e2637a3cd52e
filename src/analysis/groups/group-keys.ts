import { historyOrdersOf } from '../../model/history-orders.js';
import { type Dictionary, NONE } from '../../model/orders.js';
import { lineOffsetsOf, mainProduct } from '../lists/order-lines.js';
import type { AnalysisInput } from '../metric.js';
import { isPromotionDay } from './promotion-days.js';

/** What customers can be grouped by. */
export const groupings = ['shop', 'platform', 'province', 'firstProduct', 'promotion'] as const;
export type Grouping = (typeof groupings)[number];

/** The group of a purchase, given its orders in order of time; null = unknown. */
type KeyOf = (rows: Int32Array) => string | null;

const keyMakers: Readonly<Record<Grouping, (input: AnalysisInput) => KeyOf>> = {
  shop: ({ orders }) => byCode(orders.shop, orders.texts.shop),
  platform: ({ orders }) => byCode(orders.platform, orders.texts.platform),
  province: ({ orders }) => byCode(orders.province, orders.texts.province),
  firstProduct: ({ orders }) => {
    const lines = lineOffsetsOf(orders);
    return (rows) => mainProduct(orders, lines, rows);
  },
  promotion:
    ({ orders }) =>
    (rows) =>
      isPromotionDay(orders.day[rows[0]!]!) ? 'onPromotion' : 'otherDays',
};

function byCode(codes: Int32Array, texts: Dictionary): KeyOf {
  return (rows) => (codes[rows[0]!] === NONE ? null : texts.text(codes[rows[0]!]!) || null);
}

/** The groups found: their keys, and per row of the order table the index of its group; NONE for rows not asked about. */
export interface Groups {
  readonly keys: readonly (string | null)[];
  readonly ofRow: Int32Array;
}

/**
 * The group of every row of `rows`. A customer is in the group of the first purchase (of its first order; for the product
 * of all its orders), with all orders; an order without a customer, or of one without a purchase, is in its own.
 */
export function groupsOf(input: AnalysisInput, by: Grouping, rows: Int32Array): Groups {
  const keyOf = keyMakers[by](input);
  const indexes = new Map<string | null, number>();
  const indexOf = (key: string | null) => {
    const known = indexes.get(key) ?? indexes.size;
    indexes.set(key, known);
    return known;
  };
  const ofCustomer = customerGroups(input, (first) => indexOf(keyOf(first)));
  const ofRow = new Int32Array(input.orders.size).fill(NONE);
  for (const row of rows) {
    const customer = input.orders.customer[row]!;
    const known = customer === NONE ? NONE : ofCustomer[customer]!;
    ofRow[row] = known === NONE ? indexOf(keyOf(Int32Array.of(row))) : known;
  }
  return { keys: [...indexes.keys()], ofRow };
}

/** Per code of a customer: the group, NONE for one without a purchase. */
function customerGroups({ orders, history, validRows }: AnalysisInput, groupOf: (first: Int32Array) => number) {
  const own = historyOrdersOf(orders, history, validRows);
  const groups = new Int32Array(orders.texts.customer.size).fill(NONE);
  for (let customer = 0; customer < history.customers; customer++) {
    const start = own.offsets[customer]!;
    const length = history.orders[history.offsets[customer]!]!;
    groups[history.customer[customer]!] = groupOf(own.rows.subarray(start, start + length));
  }
  return groups;
}
