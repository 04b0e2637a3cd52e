import { createHash } from 'node:crypto';
import type { ByteSource } from '../adapters/sources.js';

/** Bytes that are in memory, as a source like any file. */
export function memorySource(name: string, pieces: readonly Uint8Array[]): ByteSource {
  const hash = createHash('sha256');
  let size = 0;
  for (const piece of pieces) {
    hash.update(piece);
    size += piece.length;
  }
  const sha256 = hash.digest('hex');
  return {
    name,
    path: name,
    size,
    hashed: true,
    sha256: async () => sha256,
    pieces: async function* () {
      yield* pieces;
    },
    at: async (position, length) => Buffer.concat(pieces).subarray(position, position + length),
  };
}
