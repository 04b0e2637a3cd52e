import { createHash, createHmac } from 'node:crypto';
import type { AgileInfo } from './agile-info.js';
import { cbc, fitted, type PackageCipher, segmentCipher } from './package-cipher.js';

/** What each derived key is for. [MS-OFFCRYPTO] 2.3.4.13 and 2.3.4.14. */
const purposes = {
  verifier: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
  integrityKey: Buffer.from('5fb2ad010cb9e1f6', 'hex'),
  integrityValue: Buffer.from('a0677f02b22c8433', 'hex'),
} as const;

/** Unlocked: the cipher of the package, and the proof that all of it is as it was written; null where there is none. */
export interface AgileKey {
  readonly cipher: PackageCipher;
  readonly proof: { readonly hash: ReturnType<typeof createHmac>; readonly expected: Buffer } | null;
}

/** The key of the package, if the password is right. [MS-OFFCRYPTO] 2.3.4.11 and 2.3.4.13. */
export function agileKey(info: AgileInfo, password: string): AgileKey | null {
  const { key, data } = info;
  const spun = spin(key.hash, key.salt, password, key.spins);
  const opened = (purpose: Buffer, bytes: Buffer) => {
    const derived = fitted(createHash(key.hash).update(spun).update(purpose).digest(), key.keyBytes);
    return cbc(derived, key.salt, bytes);
  };
  const hash = createHash(key.hash).update(opened(purposes.verifier, info.verifier)).digest();
  if (!opened(purposes.verifierHash, info.verifierHash).subarray(0, key.hashBytes).equals(hash)) return null;
  const packageKey = opened(purposes.key, info.packageKey).subarray(0, data.keyBytes);
  return { cipher: segmentCipher(packageKey, data.hash, data.salt), proof: proofOf(info, packageKey) };
}

function spin(hash: string, salt: Buffer, password: string, spins: number): Buffer {
  let spun = createHash(hash).update(salt).update(Buffer.from(password, 'utf16le')).digest();
  const numbered = Buffer.alloc(4 + spun.length);
  for (let number = 0; number < spins; number += 1) {
    numbered.writeUInt32LE(number, 0);
    spun.copy(numbered, 4);
    spun = createHash(hash).update(numbered).digest();
  }
  return spun;
}

/** [MS-OFFCRYPTO] 2.3.4.14. */
function proofOf({ integrity, data }: AgileInfo, packageKey: Buffer): AgileKey['proof'] {
  if (integrity === null) return null;
  const opened = (purpose: Buffer, bytes: Buffer) => {
    const start = createHash(data.hash).update(data.salt).update(purpose).digest();
    return cbc(packageKey, start, bytes).subarray(0, data.hashBytes);
  };
  const key = opened(purposes.integrityKey, integrity.key);
  return { hash: createHmac(data.hash, key), expected: opened(purposes.integrityValue, integrity.value) };
}
