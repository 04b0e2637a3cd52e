import type { ByteSource } from '../sources.js';
import { countLineBreaks } from './line-breaks.js';

/** The physical line (from 1) that holds the byte at `offset`, in a file of UTF-8 or GB18030. */
export async function lineAt(source: ByteSource, offset: number): Promise<number> {
  let line = 1;
  let start = 0;
  for await (const piece of source.pieces(true)) {
    const length = Math.min(piece.length, offset - start);
    line += countLineBreaks(piece, 0, length);
    start += piece.length;
    if (start >= offset) break;
  }
  return line;
}
