import fc from 'fast-check';
import { hashOf } from '../../src/util/byte-hash.js';
import { viewOf } from '../../src/util/byte-words.js';

/** A hash of a text; those of the tests may be as bad as they like. */
export type Hash = (bytes: Uint8Array) => number;

export const good: Hash = (bytes) => hashOf(viewOf(bytes), 0, bytes.length);
export const hashes = fc.constantFrom<Hash>(
  good,
  () => 0,
  () => -1,
  (bytes) => good(bytes) & 3,
  (bytes) => good(bytes) | 0xffff,
  (bytes) => good(bytes) << 16,
);
