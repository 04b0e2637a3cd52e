import type { Dictionary } from '../../model/orders.js';
import type { Dialect, Field } from '../dialect.js';

/** What 订单关闭原因 or a refund status says; `cancelled` closes the order whatever its status. */
export const closeReasons = ['none', 'never-paid', 'refunded', 'other', 'cancelled'] as const;

/** A sheet whose rows are in the store. */
export interface RowSheet {
  /** Index of the file among the sources as given. */
  readonly file: number;
  readonly name: string;
  readonly dialect: Dialect;
  readonly fields: ReadonlySet<Field>;
  /** False with `--order-ids none` or where the sheet has no order column: each row is an order. */
  readonly orderNumbers: boolean;
  /** Of a part of a sheet of normalised orders: the index of the sheet as it is in the file. */
  readonly of?: number;
  /** Of such a part: bits by `rowKinds`, what told of its orders when they were normalised. */
  readonly kinds?: number;
  /** Of such a part: see `before-refunds` of `knownColumns`. */
  readonly beforeRefunds?: true;
  /** Its rows stand in the file as rows of another part: they are not counted. */
  readonly echo?: true;
}

/**
 * The understood rows of all sheets, one typed array per column, in reading order: files as given, sheets, lines.
 * Codes are indexes into `texts` (shared by all files, so equal texts have equal codes whatever their encoding), −1 =
 * blank. Money is minor units of the row's currency, NaN = blank or no such column. Times are seconds on the shop's
 * clock, NaN = blank. Rows that were rejected are not here; they are issues.
 * Receivers, addresses and the places they name are made when somebody first asks for the column or its texts, which most
 * runs never do: a store is joined with other columns by `joined` of util/later.ts, as spreading it asks for everything.
 */
export interface RowStore {
  readonly size: number;
  readonly sheets: readonly RowSheet[];
  /** Index into `sheets`. */
  readonly sheet: Int32Array;
  readonly line: Int32Array;
  readonly order: Int32Array;
  readonly lineId: Int32Array;
  readonly platform: Int32Array;
  readonly shop: Int32Array;
  readonly createdAt: Float64Array;
  readonly paidAt: Float64Array;
  readonly shippedAt: Float64Array;
  readonly completedAt: Float64Array;
  /** Index into `precisions`: of paidAt, else of createdAt. */
  readonly timePrecision: Uint8Array;
  readonly currency: Int32Array;
  readonly total: Float64Array;
  readonly goods: Float64Array;
  readonly postage: Float64Array;
  readonly discount: Float64Array;
  readonly paid: Float64Array;
  readonly refund: Float64Array;
  /** Per unit. */
  readonly listPrice: Float64Array;
  /** Units, −1 = blank. */
  readonly quantity: Int32Array;
  /** Index into `stages`. */
  readonly stage: Uint8Array;
  readonly status: Int32Array;
  /** Index into `closeReasons`, from the close reason or, failing that, the refund status. */
  readonly closeReason: Uint8Array;
  readonly buyer: Int32Array;
  readonly account: Int32Array;
  readonly phone: Int32Array;
  readonly receiver: Int32Array;
  readonly address: Int32Array;
  readonly province: Int32Array;
  readonly city: Int32Array;
  readonly memo: Int32Array;
  readonly product: Int32Array;
  readonly sku: Int32Array;
  /** Of normalised orders: place among the orders of its time, or the lines of its order, from 1; NONE = none. */
  readonly place: Int32Array;
  /** How many mapped fields the row fills. */
  readonly filled: Uint8Array;
  readonly texts: RowTexts;
  /**
   * Hash of a row's canonical content (fields and values, not file, line or encoding): 53 bits, exact in a double. Made
   * when asked for: only rows that may be equal to others need it.
   */
  hashOf(row: number): number;
}

export interface RowTexts {
  readonly order: Dictionary;
  readonly lineId: Dictionary;
  readonly platform: Dictionary;
  readonly shop: Dictionary;
  readonly currency: Dictionary;
  readonly status: Dictionary;
  readonly buyer: Dictionary;
  readonly account: Dictionary;
  readonly phone: Dictionary;
  readonly receiver: Dictionary;
  readonly address: Dictionary;
  readonly province: Dictionary;
  readonly city: Dictionary;
  readonly memo: Dictionary;
  readonly product: Dictionary;
  readonly sku: Dictionary;
}
