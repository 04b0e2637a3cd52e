import { CrmError } from '../../../errors.js';
import { agileInfo } from './agile-info.js';
import { type AgileKey, agileKey } from './agile-key.js';
import type { PackageCipher } from './package-cipher.js';
import { standardCipher, standardInfo } from './standard.js';
import { UnsupportedScheme } from './unsupported-scheme.js';

/** Tries a password on a book; null: wrong. */
export type Attempt = (password: string) => AgileKey | null;

/** How a password is tried, by the version of the scheme. What the container says may be anything. */
export function attemptOf(file: string, info: Buffer): Attempt {
  return guarded(file, () => {
    const version = `${info.readUInt16LE(0)}.${info.readUInt16LE(2)}`;
    if (version === '4.4') {
      const agile = agileInfo(info.toString('utf8', 8));
      return (password) => guarded(file, () => agileKey(agile, password));
    }
    if (!/^[234]\.2$/.test(version)) throw new UnsupportedScheme(/^[34]\.3$/.test(version) ? 'Extensible' : version);
    const standard = standardInfo(info);
    return (password) => guarded(file, () => withoutProof(standardCipher(standard, password)));
  });
}

/** Lengths and places that make no sense are damage, not a bug. */
function guarded<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof UnsupportedScheme) {
      throw new CrmError('password-unsupported', file, { scheme: cause.scheme }, { cause });
    }
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (!/^ERR_(?:OSSL|CRYPTO|OUT_OF_RANGE|BUFFER)/.test(code)) throw cause;
    throw new CrmError('workbook-damaged', file, {}, { cause });
  }
}

function withoutProof(cipher: PackageCipher | null): AgileKey | null {
  return cipher === null ? null : { cipher, proof: null };
}
