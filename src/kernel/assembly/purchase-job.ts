/** What `purchases` is told and tells, as numbers of 32 bits. */
@unmanaged
export class PurchaseJob {
  /** Rows of the order table in day order. */
  rows: usize;
  size: i32;
  /** Columns of the table. */
  customerOf: usize;
  dayOf: usize;
  netOf: usize;
  unitsOf: usize;
  /** How many customers there are; room for a number more, all 0, and for as many numbers as rows. */
  customers: i32;
  places: usize;
  sorted: usize;
  /** Out: customers with a purchase, and where the purchases of each begin; one more number than customers. */
  customer: usize;
  offsets: usize;
  /** Out, by purchase. */
  day: usize;
  net: usize;
  orders: usize;
  units: usize;
  /** Out: how many customers and purchases. */
  found: i32;
  purchases: i32;
}
