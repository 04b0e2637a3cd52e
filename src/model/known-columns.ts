/**
 * What the reports that told of an order have columns for, by bit, the first being 1. Without the bit a blank means
 * "unknown", with it "none": a blank payment time says "not paid" only where there is a column for it. `paid-by-status`:
 * not even there, the status tells.
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
] as const;
export type KnownColumn = (typeof knownColumns)[number];

/** What the rows were that told of an order, by bit: orders, products of an order report, lines of an item report. */
export const rowKinds = ['order', 'product', 'line'] as const;
