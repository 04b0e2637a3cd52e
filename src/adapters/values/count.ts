import { BLANK, blankNumberTexts, plainText, UNREADABLE } from './outcome.js';

const LARGEST = 0x7fffffff;

/** Units: a whole number from 0, `2`, `2.0`, `1,200`, `2件`. Anything else, also negative counts, is unreadable. */
export function countFromText(text: string): number {
  const plain = plainText(text);
  if (blankNumberTexts.has(plain.toLowerCase())) return BLANK;
  const match = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.0+)?(?:件|个|份|本)?$/.exec(plain);
  return match === null ? UNREADABLE : countFromNumber(Number((match[1] ?? '').replaceAll(',', '')));
}

/** Units from a numeric cell. */
export function countFromNumber(value: number): number {
  return Number.isInteger(value) && value >= 0 && value <= LARGEST ? value : UNREADABLE;
}

/** Units from a cleaned cell of one to nine plain digits; null sends everything else to `countFromText`. */
export function countFromBytes(bytes: Uint8Array, from: number, to: number): number | null {
  if (to === from || to - from > 9) return null;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}
