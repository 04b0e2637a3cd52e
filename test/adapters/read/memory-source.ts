import { createHash } from 'node:crypto';
import type { ByteSource } from '../../../src/adapters/sources.js';

/** Bytes in memory as a source, in pieces of any size. */
export function memorySource(bytes: Uint8Array | string, name = 'orders.csv', piece = 256 * 1024): ByteSource {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  return {
    name,
    path: name,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    async *pieces() {
      for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece);
    },
    at: async (position, length) => content.subarray(position, position + length),
  };
}
