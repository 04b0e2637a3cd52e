import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { CrmError } from '../errors.js';
import { nearest } from '../util/near.js';

/** The refusal of a file that is not there: the folder that is missing, or names in the folder that are like it. */
export async function missingFile(argument: string, cwd: string): Promise<CrmError> {
  const folder = dirname(argument);
  if (argument !== '' && !(await isFolder(resolve(cwd, folder))))
    return new CrmError('folder-missing', argument, { folder });
  const names = await readdir(resolve(cwd, folder)).catch(() => []);
  return new CrmError('file-missing', argument, {}, { details: likeNames(basename(argument), names) });
}

/** Whether a folder is there. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** A wrong ending is the commonest slip, so equal stems come before similar names. */
function likeNames(name: string, names: readonly string[]): readonly string[] {
  const shown = names.filter((candidate) => !candidate.startsWith('.')).sort();
  const sameStem = shown.filter((candidate) => stem(candidate) === stem(name));
  return [...new Set([...sameStem, ...nearest(name, shown)])].slice(0, 3);
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}
