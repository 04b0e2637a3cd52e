import { stages } from '../../model/orders.js';

const NO_STATUS = stages.indexOf('none');
const UNKNOWN = stages.indexOf('unknown');
const REFUNDED = stages.indexOf('refunded');
const CLOSED = stages.indexOf('closed');

/**
 * Which line's status is the order's. A status nobody knows makes the order unknown: it never counts as paid by
 * default. Otherwise the line that has come furthest among those the shop keeps (not refunded, not closed); where none
 * is kept, a refunded line before a closed one. A line that says nothing decides only where none says anything. Answers
 * the position in `stage` of that line.
 */
export function decisiveLine(stage: Uint8Array, lines: Iterable<number>): number {
  let best = -1;
  for (const line of lines) if (best < 0 || weight(stage[line]!) > weight(stage[best]!)) best = line;
  return best;
}

/** Whether the shop does not keep what was paid for a line of this stage. */
export function isGivenUp(stage: number): boolean {
  return stage === REFUNDED || stage === CLOSED;
}

function weight(stage: number): number {
  if (stage === UNKNOWN) return stages.length + 1;
  if (stage === NO_STATUS) return -3;
  if (stage === CLOSED) return -2;
  if (stage === REFUNDED) return -1;
  return stage;
}
