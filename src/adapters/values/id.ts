import type { Span } from './span.js';

/** From here on a double no longer holds every whole number's last digits as Excel shows them: 15 digits are exact. */
export const FIRST_DAMAGED_ID = 1e15;

/**
 * Narrows a cleaned id cell: the prefix `No:` and the decimals `.0` that a program put behind a number (`1234567.0`)
 * go; `=` before digits is left of a split `="…"` and goes too. ASCII only, so it holds for both encodings.
 */
export function cleanId(span: Span): void {
  const { bytes } = span;
  if (span.to - span.from > 1 && bytes[span.from] === 0x3d && isDigit(bytes[span.from + 1]!)) span.from++;
  if (
    span.to - span.from > 3 &&
    (bytes[span.from]! | 0x20) === 0x6e &&
    (bytes[span.from + 1]! | 0x20) === 0x6f &&
    bytes[span.from + 2] === 0x3a
  ) {
    span.from += 3;
    while (span.from < span.to && bytes[span.from] === 0x20) span.from++;
  }
  if (
    span.to - span.from > 2 &&
    bytes[span.to - 1] === 0x30 &&
    bytes[span.to - 2] === 0x2e &&
    allDigits(bytes, span.from, span.to - 2)
  ) {
    span.to -= 2;
  }
}

/** `0` stands for "none" in id columns. */
export function isZeroId({ bytes, from, to }: Span): boolean {
  return to - from === 1 && bytes[from] === 0x30;
}

/** `5.03918E+18`: what Excel leaves of a long id; its last digits are gone. */
export function isScientific({ bytes, from, to }: Span): boolean {
  let at = from;
  while (at < to && (isDigit(bytes[at]!) || bytes[at] === 0x2e)) at++;
  if (at === from || at + 3 > to || (bytes[at]! | 0x20) !== 0x65 || bytes[at + 1] !== 0x2b) return false;
  return allDigits(bytes, at + 2, to);
}

/** 16 digits or more that end in 000: what rounding to 15 digits leaves. Of a text id; one in a thousand by chance. */
export function looksRounded({ bytes, from, to }: Span): boolean {
  return (
    to - from >= 16 &&
    bytes[to - 1] === 0x30 &&
    bytes[to - 2] === 0x30 &&
    bytes[to - 3] === 0x30 &&
    allDigits(bytes, from, to)
  );
}

function allDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isDigit(bytes[at]!)) return false;
  return to > from;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
