/** Columns of orders that stand in the kernel for the time of a question, as places and numbers of 32 bits. */
@unmanaged
export class OrderJob {
  size: i32;
  /** 64 bits an order, NaN for none. */
  createdAt: usize;
  paidAt: usize;
  total: usize;
  goods: usize;
  postage: usize;
  discount: usize;
  paid: usize;
  refund: usize;
  gross: usize;
  refunded: usize;
  /** 32 bits. */
  paidSheet: usize;
  currency: usize;
  day: usize;
  /** A byte each. */
  stage: usize;
  closeReason: usize;
  has: usize;
  found: usize;
  lacking: usize;
  uncounted: usize;
  excluded: usize;
  /** A byte for each sheet: what `paid` means there. */
  meanings: usize;
  /** The rules: flags, and a day. */
  excludePostage: i32;
  keepZero: i32;
  asOf: i32;
  mainCurrency: i32;
  /** What is counted: see order-facts.ts. */
  facts: usize;
  /** Three numbers for each sheet: orders with a refund, those where it is taken off, those where it is not. */
  evidence: usize;
  /** The first day of the tables of days, a byte and a number for each. */
  firstDay: i32;
  seen: usize;
  lastOn: usize;
}
