import type { ByteArena } from './byte-arena.js';

/**
 * Below 0 where one text comes before the other by UTF-16 code units, as `<` has it, above 0 where it comes after. Told by
 * the first byte that differs where that is ASCII in both; only then is that sequence sure to be that of the bytes.
 */
export function byteOrder(texts: ByteArena, one: number, other: number): number {
  if (one === other) return 0;
  const { bytes, offsets } = texts;
  const from = offsets[one]!;
  const start = offsets[other]!;
  const length = Math.min(offsets[one + 1]! - from, offsets[other + 1]! - start);
  let at = 0;
  while (at < length && bytes[from + at] === bytes[start + at]) at++;
  const left = from + at < offsets[one + 1]! ? bytes[from + at]! : -1;
  const right = start + at < offsets[other + 1]! ? bytes[start + at]! : -1;
  if (left < 0x80 && right < 0x80) return left - right;
  const [text, otherText] = [texts.decode(one), texts.decode(other)];
  return text < otherText ? -1 : text > otherText ? 1 : 0;
}
