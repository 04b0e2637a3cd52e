/** Which orders of one customer make one purchase: all of a day (default), or each by itself. */
export type PurchaseRule = 'day' | 'order';

/**
 * The valid orders of one currency, customer by customer: customer i owns the purchases `offsets[i]` to
 * `offsets[i + 1] − 1`, in day order. Every per-customer metric walks this. Customers without a valid order are not in.
 */
export interface History {
  readonly purchaseRule: PurchaseRule;
  /** Number of customers with at least one purchase. */
  readonly customers: number;
  /** Code of each customer in `OrderTable.texts.customer`. */
  readonly customer: Int32Array;
  /** Length `customers + 1`. */
  readonly offsets: Int32Array;
  /** Per purchase: its day, net in minor units, number of orders, units (NONE if any order's units are unknown). */
  readonly day: Int32Array;
  readonly net: Float64Array;
  readonly orders: Int32Array;
  readonly units: Int32Array;
}
