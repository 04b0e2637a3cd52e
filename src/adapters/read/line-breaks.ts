const LF = 10;
const CR = 13;

/**
 * How many physical lines end between two positions: LF, CRLF, CR and CRCRLF each end one. Bytes after `to` are only
 * looked at to tell which of them a CR belongs to.
 */
export function countLineBreaks(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === LF) count += 1;
    else if (byte === CR && bytes[at + 1] !== LF && !(bytes[at + 1] === CR && bytes[at + 2] === LF)) count += 1;
  }
  return count;
}

/** Position after the first line break at or after `from`; −1 when the line does not end. */
export function endOfLine(bytes: Uint8Array, from: number): number {
  const lf = bytes.indexOf(LF, from);
  const cr = bytes.indexOf(CR, from);
  if (cr === -1 || (lf !== -1 && lf < cr)) return lf === -1 ? -1 : lf + 1;
  if (bytes[cr + 1] === LF) return cr + 2;
  return bytes[cr + 1] === CR && bytes[cr + 2] === LF ? cr + 3 : cr + 1;
}

/**
 * Position after the last line break; 0 when there is none. A CR at the very end does not count unless nothing else
 * does: a LF may follow it.
 */
export function endOfLastLine(bytes: Uint8Array): number {
  const lf = bytes.lastIndexOf(LF);
  if (lf !== -1) return lf + 1;
  return bytes.length < 3 ? 0 : bytes.lastIndexOf(CR, bytes.length - 3) + 1;
}

/** Where to end a slice of about `size` bytes from `from`: after a LF, else at the end of the block. */
export function endOfSlice(bytes: Uint8Array, from: number, size: number): number {
  if (bytes.length - from <= size) return bytes.length;
  const lf = bytes.lastIndexOf(LF, from + size);
  return lf < from ? bytes.length : lf + 1;
}
