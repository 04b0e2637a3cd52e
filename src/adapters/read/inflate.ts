import { crc32, createInflateRaw } from 'node:zlib';
import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import type { ZipPart } from './guard.js';

const PIECE = 256 * 1024;
/** Bytes unpacked at a time: rows are taken faster the more of them are at hand. */
const UNPACKED_PIECE = 1024 ** 2;

/**
 * The content of a part in pieces. Never more than the directory declares; fewer, other than its checksum says, or not
 * unpackable: damaged. Pieces already given before such an end must not be used.
 */
export async function* unpacked(source: ByteSource, part: ZipPart): AsyncGenerator<Uint8Array> {
  const damaged = (cause?: unknown) => new CrmError('zip-damaged', source.name, { part: part.name }, { cause });
  let size = 0;
  let checksum = 0;
  const pieces = part.method === 0 ? packed(source, part) : inflated(packed(source, part), damaged);
  for await (const piece of pieces) {
    size += piece.length;
    if (size > part.size) throw damaged();
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== part.size || checksum !== part.crc32) throw damaged();
}

async function* packed(source: ByteSource, part: ZipPart): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < part.compressedSize; ) {
    const piece = await source.at(part.dataStart + at, Math.min(PIECE, part.compressedSize - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

async function* inflated(
  pieces: AsyncGenerator<Uint8Array>,
  damaged: (cause: unknown) => CrmError,
): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: UNPACKED_PIECE });
  const feeding = feed(pieces, inflate);
  try {
    for await (const piece of inflate) yield piece as Uint8Array;
  } catch (cause) {
    throw cause instanceof CrmError ? cause : damaged(cause);
  } finally {
    inflate.destroy();
    await feeding;
  }
}

/** Feeds one piece after another and waits until each is taken; ends when the other side is gone. */
async function feed(pieces: AsyncGenerator<Uint8Array>, inflate: ReturnType<typeof createInflateRaw>): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (inflate.destroyed) return;
      await new Promise<void>((resolve) => {
        inflate.once('close', resolve);
        inflate.write(piece, () => {
          inflate.off('close', resolve);
          resolve();
        });
      });
    }
    inflate.end();
  } catch (error) {
    inflate.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
