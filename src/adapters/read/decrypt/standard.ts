import { createHash } from 'node:crypto';
import { ecbCipher, type PackageCipher } from './package-cipher.js';
import { UnsupportedScheme } from './unsupported-scheme.js';

const SPINS = 50_000;
const SHA1_BYTES = 20;
const AES = [0x660e, 0x660f, 0x6610];

/** What a Standard EncryptionInfo says. [MS-OFFCRYPTO] 2.3.4.5, 2.3.2 and 2.3.3. */
export interface StandardInfo {
  readonly keyBytes: number;
  readonly salt: Buffer;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

/** Reads the binary form, after the version; AES with SHA-1 is all it may hold. */
export function standardInfo(info: Buffer): StandardInfo {
  const headerBytes = info.readUInt32LE(8);
  const header = info.subarray(12, 12 + headerBytes);
  const [algorithm, hash, bits] = [header.readUInt32LE(8), header.readUInt32LE(12), header.readUInt32LE(16)];
  if (!AES.includes(algorithm)) throw new UnsupportedScheme('RC4 CryptoAPI');
  if (hash !== 0 && hash !== 0x8004) throw new UnsupportedScheme('Standard, not SHA-1');
  if (bits !== 128 && bits !== 192 && bits !== 256) throw new UnsupportedScheme(`Standard, AES-${bits}`);
  const verifier = info.subarray(12 + headerBytes);
  return {
    keyBytes: bits / 8,
    salt: verifier.subarray(4, 20),
    verifier: verifier.subarray(20, 36),
    verifierHash: verifier.subarray(40, 72),
  };
}

/** The cipher of the package, if the password is right. [MS-OFFCRYPTO] 2.3.4.7 and 2.3.4.9. */
export function standardCipher(info: StandardInfo, password: string): PackageCipher | null {
  const cipher = ecbCipher(keyOf(info, password));
  const expected = cipher(info.verifierHash, 0).subarray(0, SHA1_BYTES);
  return sha1(cipher(info.verifier, 0)).equals(expected) ? cipher : null;
}

function keyOf({ salt, keyBytes }: StandardInfo, password: string): Buffer {
  let hash = sha1(salt, Buffer.from(password, 'utf16le'));
  const number = Buffer.alloc(4);
  for (let spin = 0; spin < SPINS; spin += 1) {
    number.writeUInt32LE(spin, 0);
    hash = sha1(number, hash);
  }
  hash = sha1(hash, Buffer.alloc(4));
  return Buffer.concat([sha1(mixed(hash, 0x36)), sha1(mixed(hash, 0x5c))]).subarray(0, keyBytes);
}

/** 64 bytes of one value, the hash mixed into the first of them. */
function mixed(hash: Buffer, value: number): Buffer {
  const bytes = Buffer.alloc(64, value);
  for (let at = 0; at < hash.length; at += 1) bytes[at] = value ^ hash[at]!;
  return bytes;
}

function sha1(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
