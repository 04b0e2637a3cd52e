import { createDecipheriv, createHash } from 'node:crypto';

/** Bytes that are encrypted together, in both schemes that are read. */
export const SEGMENT = 4096;

/** Undoes the encryption of a package: one segment, by its number from 0. */
export type PackageCipher = (bytes: Uint8Array, segment: number) => Buffer;

/** AES in blocks that do not depend on one another. */
export function ecbCipher(key: Buffer): PackageCipher {
  return (bytes) => {
    const aes = createDecipheriv(`aes-${8 * key.length}-ecb`, key, null).setAutoPadding(false);
    return Buffer.concat([aes.update(bytes), aes.final()]);
  };
}

/** AES in chained blocks, each segment with a start of its own made from its number. [MS-OFFCRYPTO] 2.3.4.15. */
export function segmentCipher(key: Buffer, hash: string, salt: Buffer): PackageCipher {
  const number = Buffer.alloc(4);
  return (bytes, segment) => {
    number.writeUInt32LE(segment, 0);
    return cbc(key, createHash(hash).update(salt).update(number).digest(), bytes);
  };
}

/** AES in chained blocks without padding; a start that is too short is filled with 0x36, one too long is cut. */
export function cbc(key: Buffer, start: Buffer, bytes: Uint8Array): Buffer {
  const aes = createDecipheriv(`aes-${8 * key.length}-cbc`, key, fitted(start, 16)).setAutoPadding(false);
  return Buffer.concat([aes.update(bytes), aes.final()]);
}

/** Cut or filled with 0x36 to a length. [MS-OFFCRYPTO] 2.3.4.11. */
export function fitted(bytes: Buffer, length: number): Buffer {
  if (bytes.length >= length) return bytes.subarray(0, length);
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}
