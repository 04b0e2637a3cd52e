import { holdsByte } from '../../util/holds-byte.js';

/** What became of an understood row: it made an order or a line, another row already said it, or it was rejected. */
export const fates = ['used', 'duplicate', 'time-out-of-range', 'no-amount'] as const;
export type Fate = (typeof fates)[number];

export const USED = 0;
export const DUPLICATE = 1;
/** From here on the row was rejected; the fate is the problem. */
export const OUT_OF_RANGE = 2;
export const NO_AMOUNT = 3;

/** While orders are made: the row is of a side report and is joined to them afterwards. Nobody sees this fate later. */
export const SIDE = 4;

/** Whether some rows were rejected, or are of side reports. */
export function areRejected(fate: Uint8Array): boolean {
  return [OUT_OF_RANGE, NO_AMOUNT, SIDE].some((one) => holdsByte(fate, one));
}

/** Whether a row of this fate takes no part in making orders: it was rejected, or is of a side report. */
export function isRejected(fate: number): boolean {
  return fate >= OUT_OF_RANGE;
}
