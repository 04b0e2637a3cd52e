import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { CrmError } from '../errors.js';
import { within } from './folder.js';
import { readFailure } from './read-failure.js';

/** Where a name really is; null if nothing has it. A name that is not UTF-8 reaches us garbled and is looked up. */
export async function existing(path: string, shown: string): Promise<string | Buffer | null> {
  try {
    await lstat(path);
    return path;
  } catch (error) {
    const failure = readFailure(shown, error);
    if (!(failure instanceof CrmError) || failure.code !== 'file-missing') throw failure;
    return path.includes('\uFFFD') ? ungarbled(path) : null;
  }
}

async function ungarbled(path: string): Promise<Buffer | null> {
  const folder = dirname(path);
  const names = await readdir(folder, { encoding: 'buffer' }).catch(() => []);
  const same = names.filter((name) => name.toString() === basename(path));
  return same.length === 1 && same[0] !== undefined ? Buffer.from(within(folder, same[0])) : null;
}
