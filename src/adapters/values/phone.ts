import type { Span } from './span.js';

/**
 * Narrows a cleaned phone cell: the country code of China (`+86`, `86-`, `0086`) goes, with the blanks and dashes after
 * it. Masked numbers (`1**********`) stay as they are; they never identify anybody.
 */
export function cleanPhone(span: Span): void {
  const { bytes, from, to } = span;
  const plus = bytes[from] === 0x2b ? 1 : starts(bytes, from, to, 0x30, 0x30) ? 2 : 0;
  if (!starts(bytes, from + plus, to, 0x38, 0x36)) return;
  let at = from + plus + 2;
  const dash = at < to && (bytes[at] === 0x2d || bytes[at] === 0x20);
  if (plus === 0 && !dash && to - at !== 11) return;
  while (at < to && (bytes[at] === 0x2d || bytes[at] === 0x20)) at++;
  if (at < to) span.from = at;
}

function starts(bytes: Uint8Array, at: number, to: number, first: number, second: number): boolean {
  return at + 1 < to && bytes[at] === first && bytes[at + 1] === second;
}
