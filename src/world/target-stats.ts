import type { BigIntStats } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { CrmError } from '../errors.js';
import { readFailure, systemCode } from './read-failure.js';

/** What a name leads to, links followed. A link that leads nowhere is told apart from a file that is not there. */
export async function targetStats(shown: string, location: string | Buffer): Promise<BigIntStats> {
  try {
    return await stat(location, { bigint: true });
  } catch (error) {
    const isLink = systemCode(error) === 'ENOENT' && (await lstat(location).catch(() => null)) !== null;
    throw isLink ? new CrmError('file-broken-link', shown, {}, { cause: error }) : readFailure(shown, error);
  }
}
