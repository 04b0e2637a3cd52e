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
