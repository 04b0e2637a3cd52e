import { createHash } from 'node:crypto';
import type { ByteSource } from '../../../src/adapters/sources.js';

/** Bytes in memory as a source, in pieces of any size. What is lent is spoilt as soon as the next piece is asked for. */
export function memorySource(bytes: Uint8Array | string, name = 'orders.csv', piece = 256 * 1024): ByteSource {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  return {
    name,
    path: name,
    size: content.length,
    sha256: async () => createHash('sha256').update(content).digest('hex'),
    async *pieces(lent) {
      for (let at = 0; at < content.length; at += piece) {
        const given =
          lent === true ? Uint8Array.from(content.subarray(at, at + piece)) : content.subarray(at, at + piece);
        yield given;
        if (lent === true) given.fill(0x58);
      }
    },
    at: async (position, length) => content.subarray(position, position + length),
  };
}
