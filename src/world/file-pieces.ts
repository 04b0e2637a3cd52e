import { SmallContents } from './small-contents.js';
import { borrowed, checkOpen, checkUnchanged, pieceBytes, readWhole, type SteadyFile } from './steady-file.js';

/** Files of so few bytes are read whole even where only their beginning is looked at. */
const LOOK = 64 * 1024;

/** Pieces of memory that are kept for the next pass: those of two passes at once. */
const MOST_KEPT = 4;

const small = new SmallContents();
const kept: Buffer[] = [];

/**
 * The bytes from the start, compared with the first look before and after. The next piece is on its way while this one
 * is worked on. `lent`: two pieces of memory take turns, so that a large file costs no more than a small one, and the next
 * pass gets them after this one. A file of one piece may be held from the pass before: then only its state is looked at.
 */
export async function* piecesOf(file: SteadyFile, lent = false): AsyncGenerator<Uint8Array> {
  const size = Number(file.stats.size);
  if (size > pieceBytes) yield* manyPieces(file, size, lent);
  else {
    const content = await small.of(file);
    if (size > 0) yield lent ? content : Buffer.from(content);
  }
}

async function* manyPieces(file: SteadyFile, size: number, lent: boolean): AsyncGenerator<Uint8Array> {
  const descriptor = await borrowed(file);
  let coming: Promise<Uint8Array> | null = null;
  const taken = lent ? [memoryForPiece(), memoryForPiece()] : [];
  let [memory = null, other = null] = taken;
  try {
    await checkUnchanged(file, descriptor);
    for (let position = 0; position < size; position += pieceBytes) {
      const piece = await (coming ?? readWhole(file, descriptor, position, pieceBytes, memory));
      [memory, other] = [other, memory];
      const next = position + pieceBytes;
      coming = next < size ? readWhole(file, descriptor, next, pieceBytes, memory) : null;
      coming?.catch(() => undefined);
      yield piece;
    }
    await checkUnchanged(file, descriptor);
  } finally {
    await coming?.catch(() => undefined);
    kept.push(...taken.slice(0, MOST_KEPT - kept.length));
    await file.descriptors.giveBack(file.input.location, descriptor);
  }
}

/** A file is gone through several times, and new memory costs as much as reading into it. */
function memoryForPiece(): Buffer {
  return kept.pop() ?? Buffer.allocUnsafeSlow(pieceBytes);
}

/** Some bytes at a position, fewer at the end. */
export async function bytesAt(file: SteadyFile, position: number, length: number): Promise<Uint8Array> {
  if (file.stats.size <= LOOK || small.holds(file)) {
    return Buffer.from((await small.of(file)).subarray(position, position + length));
  }
  const descriptor = await borrowed(file);
  try {
    const bytes = await readWhole(file, descriptor, position, length);
    await checkOpen(file, descriptor);
    return bytes;
  } finally {
    await file.descriptors.giveBack(file.input.location, descriptor);
  }
}
