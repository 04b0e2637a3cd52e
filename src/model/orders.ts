import type { Day, Seconds } from '../util/calendar.js';

/** Integer minor units (fen, cent) of the order's currency. */
export type Minor = number;

/** "No code", "unknown": in every column of dictionary codes, and in `units`. */
export const NONE = -1;

/** Why an understood order is not a sale; the first that holds. Index 0 means it is a valid order. */
export const uncountedReasons = [
  'valid',
  'no-time',
  'after-as-of',
  'unknown-status',
  'deposit-only',
  'unpaid',
  'excluded',
  'refunded',
  'closed',
  'zero-amount',
] as const;
export type UncountedReason = (typeof uncountedReasons)[number];

/** What a status text says of an order. `none`: no status column or an empty cell; `unknown`: a text nobody knows. */
export const stages = [
  'none',
  'unknown',
  'unpaid',
  'deposit',
  'paid',
  'shipped',
  'completed',
  'refunded',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

/** How exactly the times of an order are known. */
export const precisions = ['none', 'day', 'minute', 'second'] as const;

/** Distinct texts of a column; a code is an index. Codes follow first appearance, so never show order by code. */
export interface Dictionary {
  readonly size: number;
  /** The text of a code, decoded when asked; '' for NONE. */
  text(code: number): string;
  /** The same for a code ≥ 0 without keeping the string, for texts looked at once: long lists. */
  decode?(code: number): string;
  /** Whether a text is a name that needs no second look, told by its bytes; see `isPlainName`. */
  isPlainName?(code: number): boolean;
  /** A byte for every code: 1 where `isPlainName`. */
  plainNames?(): Uint8Array;
  /** Below 0, 0 or above 0 as one of two texts comes before or after the other by UTF-16 code units, without decoding. */
  compare?(one: number, other: number): number;
  /** The code of a text, NONE where it is not among them. */
  find?(text: string): number;
}

/**
 * The orders of all files, one row per order, one typed array per column, frozen when built. No object per row.
 * Times are seconds on the shop's clock (NaN = none), money is integer minor units of the order's currency.
 * Rows stand in order of the time that makes the day (orders without a time last), then of platform, shop and order
 * number, then of content: the same orders give the same table, in whatever files and sequence their rows came. Codes
 * may still differ, except those of customers, which follow the rows.
 */
export interface OrderTable {
  /** Number of orders: the length of every column here. */
  readonly size: number;
  readonly createdAt: Float64Array;
  readonly paidAt: Float64Array;
  readonly shippedAt: Float64Array;
  readonly completedAt: Float64Array;
  readonly refundedAt: Float64Array;
  /** Index into `precisions`, of the time that makes the day. */
  readonly timePrecision: Uint8Array;
  /**
   * Day of the order: payment day; creation day where there is no payment time (an unpaid order, or files without such a
   * column); NO_DAY if neither.
   */
  readonly day: Int32Array;
  /**
   * Paid before refunds, postage included unless the counting rules exclude it (then neither gross nor net falls below 0
   * for it). Never NaN: an uncounted order without an amount has 0, a paid one is rejected. May be negative in bad data.
   */
  readonly gross: Float64Array;
  readonly refunded: Float64Array;
  /** gross − refunded, exactly. */
  readonly net: Float64Array;
  /** NaN = unknown. */
  readonly postage: Float64Array;
  /** NaN = unknown. */
  readonly discount: Float64Array;
  /** Σ list price × quantity, NaN = unknown. */
  readonly listTotal: Float64Array;
  /** Units bought, NONE = unknown. */
  readonly units: Int32Array;
  readonly currency: Int32Array;
  readonly platform: Int32Array;
  readonly shop: Int32Array;
  /** Index into `stages`. */
  readonly stage: Uint8Array;
  /** The status as written. */
  readonly status: Int32Array;
  readonly province: Int32Array;
  readonly city: Int32Array;
  /** The customer made by `adapters/identity`, NONE = no usable identity. Numbered by first appearance in this table. */
  readonly customer: Int32Array;
  /** Evidence the customer was made from; masked values are kept here and never become customers. */
  readonly buyer: Int32Array;
  readonly account: Int32Array;
  readonly phone: Int32Array;
  readonly receiver: Int32Array;
  readonly address: Int32Array;
  /**
   * Where the order's newest state was read: file (index into `Imported.files`), sheet (index into that file's sheets),
   * line. Of an order from lines: its newest line.
   */
  readonly file: Int32Array;
  readonly sheet: Int32Array;
  readonly line: Int32Array;
  /** The order number, NONE = the file has none. */
  readonly order: Int32Array;
  /** Index into `uncountedReasons`; 0 = valid. */
  readonly uncounted: Uint8Array;
  /** Bits by `knownColumns`. */
  readonly known: Uint16Array;
  /** Bits by `rowKinds`. */
  readonly kinds: Uint8Array;
  readonly memo: Int32Array;
  /** The buyer's name as in the file, masked or not; the receiver's where no file has buyers. */
  readonly buyerName: Int32Array;
  readonly lines: LineTable;
  readonly refunds: RefundTable;
  readonly texts: OrderTexts;
}

/** The dictionaries of the coded columns. */
export interface OrderTexts {
  readonly currency: Dictionary;
  readonly platform: Dictionary;
  readonly shop: Dictionary;
  readonly status: Dictionary;
  readonly province: Dictionary;
  readonly city: Dictionary;
  /** The key of each customer, e.g. the buyer's login name. */
  readonly customer: Dictionary;
  readonly buyer: Dictionary;
  readonly account: Dictionary;
  readonly phone: Dictionary;
  readonly receiver: Dictionary;
  readonly address: Dictionary;
  readonly order: Dictionary;
  readonly memo: Dictionary;
  readonly buyerName: Dictionary;
  readonly lineId: Dictionary;
  readonly product: Dictionary;
  readonly sku: Dictionary;
}

/**
 * One row per product of an order, sorted by order; `orderRow` is a row of the order table. The lines of an item report,
 * else the product rows of an order report, else the order itself as one line where its report names a product (then
 * `product` is the whole cell, which may name several). Amounts and refunds add up to the order's where they are known.
 */
export interface LineTable {
  readonly size: number;
  readonly orderRow: Int32Array;
  readonly lineId: Int32Array;
  readonly product: Int32Array;
  readonly sku: Int32Array;
  /** Per unit, NaN = unknown. */
  readonly listPrice: Float64Array;
  /** NONE = unknown. */
  readonly quantity: Int32Array;
  /**
   * Paid for the line before refunds, NaN = unknown. Where the report's own amounts do not add up to the order's (postage,
   * discounts), the order's gross is spread in proportion to them, or to list price × units, by largest remainder.
   */
  readonly amount: Float64Array;
  /** NaN = unknown: the order was refunded in part and nothing says which line. */
  readonly refunded: Float64Array;
}

/**
 * One row per refund that a refund report tells of, sorted by order, then time (unknown last), amount and number. What
 * they sum to may be less or more than the order's own `refunded`: its report may know of others, or be older.
 */
export interface RefundTable {
  readonly size: number;
  readonly orderRow: Int32Array;
  /** NO_DAY = unknown. */
  readonly day: Int32Array;
  /** Seconds on the shop's clock when the money went back, NaN = unknown. */
  readonly at: Float64Array;
  readonly amount: Float64Array;
  /** The refund's number, a code of `texts.lineId`; NONE = the report has none. */
  readonly number: Int32Array;
}

export type { Day, Seconds };
