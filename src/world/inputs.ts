import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CrmError } from '../errors.js';
import { existing } from './existing.js';
import { tablesIn, type Walk } from './folder.js';
import { eachOnce, type InputPath, identityOf } from './input-path.js';
import { missingFile } from './missing.js';
import { isPattern, matchesOf } from './pattern.js';
import { readFailure } from './read-failure.js';
import { targetStats } from './target-stats.js';

/**
 * The files that arguments mean, in order, each file once. An argument is a file that exists, a folder, `-`, or a
 * pattern, tried in this order. Nothing is opened: a pipe or device is refused before it could block.
 */
export async function expandInputs(args: readonly string[], cwd: string): Promise<readonly InputPath[]> {
  const times = args.filter((argument) => argument === '-').length;
  if (times > 1) throw new CrmError('stdin-twice', '-', { times });
  const found: (readonly InputPath[])[] = [];
  for (const argument of args) found.push(await expandOne(argument, cwd));
  return eachOnce(found.flat());
}

async function expandOne(argument: string, cwd: string): Promise<readonly InputPath[]> {
  if (argument === '-') {
    return [{ name: '-', path: '-', location: '-', origin: 'stdin', argument, identity: 'stdin', alsoAs: [] }];
  }
  const location = argument === '' ? null : await existing(resolve(cwd, argument), argument);
  if (location !== null) return existingInputs(argument, location);
  if (!isPattern(argument)) throw await missingFile(argument, cwd);
  return matchesOf(argument, cwd).catch(async (error: unknown) => {
    const looksLikeName = error instanceof CrmError && !/[*?]/.test(argument);
    throw looksLikeName ? await missingFile(argument, cwd) : error;
  });
}

async function existingInputs(argument: string, location: string | Buffer): Promise<readonly InputPath[]> {
  const stats = await targetStats(argument, location);
  if (stats.isDirectory()) return folderInputs(argument, location);
  if (!stats.isFile()) throw new CrmError('file-special', argument);
  await access(location, constants.R_OK).catch((error: unknown) => {
    throw readFailure(argument, error);
  });
  const name = basename(argument);
  return [
    { name, path: argument, location, origin: 'named', argument, identity: identityOf(stats, location), alsoAs: [] },
  ];
}

async function folderInputs(argument: string, location: string | Buffer): Promise<readonly InputPath[]> {
  await access(location, constants.R_OK | constants.X_OK).catch((error: unknown) => {
    throw readFailure(argument, error);
  });
  const walk: Walk = { argument, origin: 'folder', walked: new Set(), skipped: 0 };
  const found = await tablesIn(location, argument, walk);
  if (found.length === 0) throw new CrmError('folder-without-tables', argument, { files: walk.skipped });
  return found;
}
