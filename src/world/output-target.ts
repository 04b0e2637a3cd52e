import type { BigIntStats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CrmError } from '../errors.js';
import { closed, type FileCalls } from './file-calls.js';
import { type InputPath, identityOf } from './input-path.js';
import { systemCode } from './read-failure.js';
import { onTarget, writeFailure } from './write-failure.js';

/** Where an output really goes. */
export interface OutputTarget {
  /** As typed. */
  readonly shown: string;
  /** Absolute, links followed. */
  readonly path: string;
  /** The file that will be replaced, null if there is none. */
  readonly old: BigIntStats | null;
}

/**
 * Follows links to the file that is meant (renaming onto a link would replace the link) and refuses, before any work
 * is done, what could not be replaced in the end: a folder, a device, a read-only file, a file open elsewhere, one of
 * the inputs.
 */
export async function outputTarget(
  shown: string,
  cwd: string,
  inputs: readonly InputPath[],
  files: FileCalls,
): Promise<OutputTarget> {
  if (shown === '' || shown.endsWith('/') || (files.windows && shown.endsWith('\\'))) throw folderError(shown);
  const { path, old } = await onTarget(shown, () => followed(resolve(cwd, shown), files));
  if (old === null) return { shown, path, old };
  if (old.isDirectory()) throw folderError(shown);
  if (!old.isFile()) throw new CrmError('output-special', shown);
  const input = inputs.find(({ identity }) => identity === identityOf(old, path));
  if (input !== undefined) throw new CrmError('output-is-input', shown, { input: input.path });
  await refuseReadOnly(shown, path, files);
  if (files.windows) await refuseOpenElsewhere(shown, path, files);
  return { shown, path, old };
}

function folderError(shown: string): CrmError {
  const example = `${shown.replace(/[/\\]+$/, '')}/report.xlsx`;
  return new CrmError('output-is-folder', shown, { example });
}

async function followed(start: string, files: FileCalls): Promise<Pick<OutputTarget, 'path' | 'old'>> {
  let path = start;
  for (let links = 0; links < 40; links++) {
    path = join(await files.realpath(dirname(path)), basename(path));
    const stats = await files.lstat(path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (stats === null || !stats.isSymbolicLink()) return { path, old: stats };
    path = resolve(dirname(path), await files.readlink(path));
  }
  throw Object.assign(new Error('links in a circle'), { code: 'ELOOP' });
}

/** Renaming would pass over a file's read-only mark; whoever set it did not want that. */
async function refuseReadOnly(shown: string, path: string, files: FileCalls): Promise<void> {
  try {
    await files.mayWrite(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EACCES' || code === 'EPERM') throw new CrmError('output-read-only-file', shown, {}, { cause: error });
    throw writeFailure(shown, error);
  }
}

/** Windows would refuse the renaming in the end: found out now by opening the file for writing. */
async function refuseOpenElsewhere(shown: string, path: string, files: FileCalls): Promise<void> {
  try {
    await closed(await files.open(path, 'r+'));
  } catch (error) {
    throw new CrmError('output-in-use', shown, {}, { cause: error });
  }
}
