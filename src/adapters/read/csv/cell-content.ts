import { beginsContent, hasContent } from '../content.js';

const utf8 = new TextDecoder('utf-8');
const gb18030 = new TextDecoder('gb18030');

/**
 * 1 + position of the last cell with content, 0 when none has any: `filledCells` without making a string of every
 * cell. Nearly all cells show content with their first byte; the rest are decoded.
 */
export function filledByBytes(
  bytes: Uint8Array,
  from: Int32Array,
  to: Int32Array,
  cells: number,
  encoding: 'utf-8' | 'gb18030',
): number {
  let filled = cells;
  while (filled > 0 && !showsContent(bytes, from[filled - 1]!, to[filled - 1]!, encoding)) filled--;
  return filled;
}

function showsContent(bytes: Uint8Array, from: number, to: number, encoding: 'utf-8' | 'gb18030'): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (showsAtOnce(byte, encoding)) return true;
    if (!isBlank(byte)) {
      return hasContent((encoding === 'utf-8' ? utf8 : gb18030).decode(bytes.subarray(at, to)));
    }
  }
  return false;
}

/** Whether a byte, as the first of a cell, shows content whatever follows. */
export function showsAtOnce(byte: number, encoding: 'utf-8' | 'gb18030'): boolean {
  return byte < 0x80 || encoding === 'utf-8' ? beginsContent(byte) : byte > 0xa3 && byte < 0xff;
}

/** TAB, LF, VT, FF, CR and blank. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 9 && byte <= 13);
}
