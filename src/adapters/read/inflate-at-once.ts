import { crc32, inflateRawSync } from 'node:zlib';
import { CrmError } from '../../errors.js';
import type { ByteSource } from '../sources.js';
import type { ZipPart } from './guard.js';

/** Most bytes of a small part, packed and unpacked. */
const SMALL_PART = 32 * 1024 ** 2;
/** Room for what is longer than declared, so that it is seen. */
const SPARE = 64;
/** Bytes of the first piece it is given out in: enough for the first rows, where these are all that is wanted. */
const FIRST_PIECE = 64 * 1024;
/** Bytes of the others: rows are taken faster the more of them are at hand. */
const PIECE = 1024 ** 2;

/** Whether a part is so small that all of it may be held at once. */
export function isSmall({ size, compressedSize }: ZipPart): boolean {
  return Math.max(size, compressedSize) <= SMALL_PART;
}

/**
 * The content of a small part that is packed, in pieces, once all of it is known to be as `unpacked` wants it: else
 * damaged. To unpack it in one call, into memory of just its size, costs less than piece by piece.
 */
export async function* unpackedAtOnce(source: ByteSource, part: ZipPart): AsyncGenerator<Uint8Array> {
  const damaged = (cause?: unknown) => new CrmError('zip-damaged', source.name, { part: part.name }, { cause });
  const content = inflated(await packed(source, part), part.size, damaged);
  if (content.length !== part.size || crc32(content) !== part.crc32) throw damaged();
  if (content.length > 0) yield content.subarray(0, FIRST_PIECE);
  for (let at = FIRST_PIECE; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
}

function inflated(bytes: Uint8Array, size: number, damaged: (cause: unknown) => CrmError): Uint8Array {
  try {
    return inflateRawSync(bytes, { chunkSize: size + SPARE, maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw damaged(cause);
  }
}

/** All packed bytes, or as many as the file has. */
async function packed(source: ByteSource, { dataStart, compressedSize }: ZipPart): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < compressedSize; ) {
    const piece = await source.at(dataStart + at, compressedSize - at);
    if (piece.length === 0) break;
    at += piece.length;
    pieces.push(piece);
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}
