/**
 * What the reports that told of an order have columns for, by bit, the first being 1. Without the bit a blank means
 * "unknown", with it "none": a blank payment time says "not paid" only where there is a column for it. `paid-by-status`:
 * not even there, the status tells. `before-refunds`: without a column of refunds, what was paid has none taken off yet.
 * `refund-report`, `refund-days`: a refund report was there too, and one that tells days (then every order has the bit).
 */
export const knownColumns = [
  'order',
  'buyer',
  'account',
  'phone',
  'created',
  'time',
  'paid-by-status',
  'status',
  'closeReason',
  'refund',
  'quantity',
  'product',
  'line',
  'before-refunds',
  'refund-report',
  'refund-days',
] as const;
export type KnownColumn = (typeof knownColumns)[number];

/** What the rows were that told of an order, by bit: orders, products of an order report, lines of an item report. */
export const rowKinds = ['order', 'product', 'line'] as const;

/** In the place of them in normalised orders: the row is no order's but a refund of one that is not there. */
export const REFUND_ALONE = 'refund';
