import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CrmError } from '../errors.js';
import { systemCode } from './read-failure.js';
import { onTarget } from './write-failure.js';

const leastBytes = 16;

/** A key, and whether it was made just now. */
export interface KeyFile {
  readonly key: Uint8Array;
  readonly isNew: boolean;
}

/**
 * The key in a file. A missing file is made with 32 random bytes (in hexadecimal), readable by its owner alone; a file
 * of fewer than 16 bytes is refused, for such a key can be guessed.
 */
export async function keyFrom(path: string, cwd: string): Promise<KeyFile> {
  const location = resolve(cwd, path);
  const key = await readFile(location).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw new CrmError('key-unreadable', path, { reason: systemCode(error) ?? '' }, { cause: error });
  });
  if (key === null) {
    const made = Buffer.from(`${randomBytes(32).toString('hex')}\n`);
    await onTarget(path, () => writeFile(location, made, { flag: 'wx', mode: 0o600 }));
    return { key: made, isNew: true };
  }
  if (key.length < leastBytes) throw new CrmError('key-too-short', path, { bytes: key.length, least: leastBytes });
  return { key, isNew: false };
}
