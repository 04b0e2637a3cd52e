import { beginsContent, hasContent } from '../content.js';
import { itemText, xmlText } from './xml-text.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

const AMPERSAND = 38;
const LESS = 60;
const UNDERSCORE = 95;

/** By byte: 1 where characters may end or not stand for themselves; the zero bytes behind the data end them. */
export const marks = new Uint8Array(256);
for (const byte of [0, 13, AMPERSAND, LESS, UNDERSCORE]) marks[byte] = 1;

/** Whether the byte of a mark stands for itself: no reference, no escape `_x…_`, no CR. */
export function standsForItself(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === UNDERSCORE ? (bytes[at + 1]! | 0x20) !== 0x78 : byte !== AMPERSAND && byte !== 13;
}

/** Whether all characters of a range stand for themselves. */
export function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (marks[bytes[at]!] === 1 && !standsForItself(bytes, at)) return false;
  return true;
}

/** The text of a range of XML characters. */
export function textAt(bytes: Uint8Array, from: number, to: number): string {
  const raw = decoder.decode(bytes.subarray(from, to));
  return isPlain(bytes, from, to) ? raw : xmlText(raw);
}

/** The text of a string item made of runs, from its inner XML. */
export function itemAt(bytes: Uint8Array, from: number, to: number): string {
  return itemText(decoder.decode(bytes.subarray(from, to)));
}

/** A text as UTF-8. */
export function utf8Of(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Whether a range of XML characters has anything to read; mostly its first byte tells. */
export function showsContent(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return false;
  const first = bytes[from]!;
  if (beginsContent(first) && first !== AMPERSAND && first !== UNDERSCORE) return true;
  return hasContent(textAt(bytes, from, to));
}
