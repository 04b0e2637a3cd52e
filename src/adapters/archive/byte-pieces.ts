/** The least size of a piece that readers expect. */
export const PIECE = 256 * 1024;

/** Joins small pieces until they have the size readers expect. */
export async function* inPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let open: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    open.push(piece);
    size += piece.length;
    if (size < PIECE) continue;
    yield open.length === 1 ? piece : Buffer.concat(open);
    open = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(open);
}

/** The bytes between two positions; nothing after them is asked for. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>, from: number, to: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let start = 0;
  for await (const piece of pieces) {
    const wanted = piece.subarray(Math.max(0, from - start), Math.max(0, to - start));
    if (wanted.length > 0) parts.push(wanted);
    start += piece.length;
    if (start >= to) break;
  }
  return Buffer.concat(parts);
}
