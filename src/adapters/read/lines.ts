import { endOfLastLine } from './line-breaks.js';

/** Longest record, and longest physical line, that is read: 1 MiB. */
export const MAX_RECORD = 1 << 20;

/** A physical line went on for more than 1 MiB: its beginning, and its number or, where lines are not counted, its offset. */
export class LongLine extends Error {
  constructor(
    readonly bytes: Uint8Array,
    readonly place: { readonly line: number } | { readonly offset: number },
  ) {
    super('a line is longer than 1 MiB');
  }
}

/**
 * Cuts pieces of any size into blocks of whole lines, so that everything after it is the same whatever the pieces
 * were. Only the last block may end without a line break. Works on bytes of UTF-8 and GB18030 alike: the bytes of a
 * line break are never part of a longer character in either. What is kept of a piece is a copy: pieces may be lent, and
 * so are the blocks.
 */
export async function* wholeLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let size = 0;
  let offset = 0;
  for await (const whole of pieces) {
    let piece = whole;
    const lineFeed = size === 0 ? -1 : whole.indexOf(10);
    if (lineFeed >= 0 && size + lineFeed < MAX_RECORD) {
      // Only the line that was begun is put together; the rest of the piece is used where it is.
      yield Buffer.concat([...rest, whole.subarray(0, lineFeed + 1)], size + lineFeed + 1);
      offset += size + lineFeed + 1;
      rest = [];
      size = 0;
      piece = whole.subarray(lineFeed + 1);
    }
    rest.push(piece);
    size += piece.length;
    if (endOfLastLine(piece) === 0 && size <= MAX_RECORD + 4) {
      rest[rest.length - 1] = new Uint8Array(piece);
      continue;
    }
    const bytes = rest.length === 1 ? piece : Buffer.concat(rest, size);
    const end = endOfLastLine(bytes);
    if (end === 0 && size > MAX_RECORD + 4) throw new LongLine(bytes, { offset });
    if (end > 0) yield bytes.subarray(0, end);
    rest = end < size ? [new Uint8Array(bytes.subarray(end))] : [];
    size -= end;
    offset += end;
  }
  if (size > 0) yield rest.length === 1 ? rest[0]! : Buffer.concat(rest, size);
}
