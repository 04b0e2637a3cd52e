import { createHash } from 'node:crypto';
import { attribute } from '../xlsx/xml-text.js';
import { UnsupportedScheme } from './unsupported-scheme.js';

/** Office spins 100,000 times. A file may ask for more, but not for hours. */
export const MOST_SPINS = 1_000_000;

const hashes: Readonly<Record<string, string>> = { SHA1: 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' };

interface Aes {
  readonly hash: string;
  readonly hashBytes: number;
  readonly keyBytes: number;
  readonly salt: Buffer;
}

/** What an Agile EncryptionInfo says. [MS-OFFCRYPTO] 2.3.4.10. */
export interface AgileInfo {
  /** How the package is encrypted. */
  readonly data: Aes;
  /** How its key is, with the password. */
  readonly key: Aes & { readonly spins: number };
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
  readonly packageKey: Buffer;
  /** What the whole stream must hash to, with its key; both encrypted. Null where none is given. */
  readonly integrity: { readonly key: Buffer; readonly value: Buffer } | null;
}

/** Reads the XML form, after the version. */
export function agileInfo(xml: string): AgileInfo {
  const data = tagOf(xml, 'keyData');
  const key = tagOf(xml, 'encryptedKey');
  if (data === '') throw new UnsupportedScheme('Agile');
  if (key === '') throw new UnsupportedScheme('Agile, without password');
  const spins = Number(attribute(key, 'spinCount'));
  if (!Number.isInteger(spins) || spins < 0 || spins > MOST_SPINS) {
    throw new UnsupportedScheme(`Agile, spinCount ${spins}`);
  }
  const integrity = tagOf(xml, 'dataIntegrity');
  return {
    data: aesOf(data),
    key: { ...aesOf(key), spins },
    verifier: bytesOf(key, 'encryptedVerifierHashInput'),
    verifierHash: bytesOf(key, 'encryptedVerifierHashValue'),
    packageKey: bytesOf(key, 'encryptedKeyValue'),
    integrity:
      integrity === ''
        ? null
        : { key: bytesOf(integrity, 'encryptedHmacKey'), value: bytesOf(integrity, 'encryptedHmacValue') },
  };
}

function aesOf(tag: string): Aes {
  const hash = hashes[attribute(tag, 'hashAlgorithm').replace('-', '')];
  const keyBytes = Number(attribute(tag, 'keyBits')) / 8;
  const cipher = `${attribute(tag, 'cipherAlgorithm')} ${attribute(tag, 'cipherChaining')}`;
  const isKnown = cipher === 'AES ChainingModeCBC' && attribute(tag, 'blockSize') === '16';
  if (hash === undefined || ![16, 24, 32].includes(keyBytes) || !isKnown) throw new UnsupportedScheme('Agile');
  return { hash, hashBytes: createHash(hash).digest().length, keyBytes, salt: bytesOf(tag, 'saltValue') };
}

function tagOf(xml: string, name: string): string {
  return new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`).exec(xml)?.[0] ?? '';
}

function bytesOf(tag: string, name: string): Buffer {
  return Buffer.from(attribute(tag, name), 'base64');
}
