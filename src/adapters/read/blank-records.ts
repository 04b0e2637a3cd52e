import { countLineBreaks, endOfLine } from './line-breaks.js';
import type { TextRow } from './records.js';

/**
 * Records of a file whose columns are set apart by runs of blanks or tabs: one a line, no quoting, blanks at both ends
 * mean nothing.
 */
export class BlankRecords {
  private line = 1;

  /** The line after all that was taken. */
  get nextLine(): number {
    return this.line;
  }

  /** The records of a block of whole lines. */
  take(block: Uint8Array): TextRow[] {
    const rows: TextRow[] = [];
    let start = 0;
    while (start < block.length) {
      const found = endOfLine(block, start);
      const end = found === -1 ? block.length : found;
      rows.push({ line: this.line, cells: splitAtBlanks(block, start, end) });
      this.line += countLineBreaks(block, start, end);
      start = end;
    }
    return rows;
  }
}

function splitAtBlanks(bytes: Uint8Array, from: number, to: number): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const cells: string[] = [];
  let start = -1;
  for (let at = from; at <= to; at += 1) {
    const byte = at < to ? bytes[at]! : 0x20;
    const blank = byte === 0x20 || byte === 9 || byte === 10 || byte === 13;
    if (blank && start !== -1) {
      cells.push(text.toString('utf8', start, at));
      start = -1;
    } else if (!blank && start === -1) start = at;
  }
  return cells;
}
