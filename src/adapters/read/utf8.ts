import { isUtf8 } from 'node:buffer';

/** Position of the first byte that does not begin a whole UTF-8 character; the length when there is none. */
export function firstBadUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lf = bytes.indexOf(10, at);
    const end = lf === -1 ? bytes.length : lf + 1;
    if (!isUtf8(bytes.subarray(at, end))) return firstBadCharacter(bytes, at, end);
    at = end;
  }
  return bytes.length;
}

function firstBadCharacter(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const size = [1, 2, 3, 4].find((wide) => at + wide <= to && isUtf8(bytes.subarray(at, at + wide)));
    if (size === undefined) return at;
    at += size;
  }
  return to;
}

/** How many U+FFFD (EF BF BD) a piece of UTF-8 holds. */
export function countReplacements(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = buffer.indexOf('\ufffd'); at !== -1; at = buffer.indexOf('\ufffd', at + 3)) count += 1;
  return count;
}

/** How many characters of three bytes a piece of UTF-8 holds: Chinese text has hardly any others. */
export function countThreeByteCharacters(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xe0 && byte <= 0xef) count += 1;
  return count;
}

/** Bytes at the end that begin a character and do not finish it: 0 to 3. */
export function cutUtf8(bytes: Uint8Array): number {
  for (let size = 1; size <= 3 && size <= bytes.length; size += 1) {
    const byte = bytes[bytes.length - size]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc2) return byte >= 0xf0 || (byte >= 0xe0 && size < 3) || size < 2 ? size : 0;
  }
  return 0;
}
