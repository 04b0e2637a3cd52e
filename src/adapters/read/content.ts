/**
 * Whether a text has anything to read: more than blanks, tabs, line breaks, no-break and ideographic blanks and byte
 * order marks.
 */
export function hasContent(text: string): boolean {
  return text.trim() !== '';
}

/** 1 + position of the last cell with content; 0 when no cell has any. */
export function filledCells(cells: readonly string[]): number {
  let filled = cells.length;
  while (filled > 0 && !hasContent(cells[filled - 1]!)) filled -= 1;
  return filled;
}

/**
 * Whether a byte, as the first of a character of UTF-8, shows content whatever follows: visible ASCII, and the first
 * bytes of all characters but those among which blanks of any width are found.
 */
export function beginsContent(byte: number): boolean {
  if (byte < 0x80) return byte > 0x20 && byte !== 0x7f;
  return byte !== 0xc2 && !(byte >= 0xe1 && byte <= 0xe3) && byte !== 0xef;
}
