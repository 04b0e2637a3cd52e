/** What became of an understood row: it made an order or a line, another row already said it, or it was rejected. */
export const fates = ['used', 'duplicate', 'time-out-of-range', 'no-amount'] as const;
export type Fate = (typeof fates)[number];

export const USED = 0;
export const DUPLICATE = 1;
/** From here on the row was rejected; the fate is the problem. */
export const OUT_OF_RANGE = 2;
export const NO_AMOUNT = 3;

/** Whether a row of this fate was rejected. */
export function isRejected(fate: number): boolean {
  return fate >= OUT_OF_RANGE;
}
