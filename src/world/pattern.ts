import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CrmError } from '../errors.js';
import { isPassedOver } from '../util/table-names.js';
import { existing } from './existing.js';
import { entryOf, tablesIn, type Walk } from './folder.js';
import { type InputPath, identityOf } from './input-path.js';
import { isFolder } from './missing.js';

/** Whether an argument that names no file is meant as a pattern. Round brackets are part of names: `orders (1).csv`. */
export function isPattern(argument: string): boolean {
  return /[*?]|\[.+\]|\{.*,.*\}/.test(argument);
}

/**
 * The files a pattern matches, for shells that do not expand it. `*`, `?`, `[a-z]`, `{a,b}` and `**`; a folder it
 * matches is walked, as when a shell had named it.
 */
export async function matchesOf(argument: string, cwd: string): Promise<readonly InputPath[]> {
  const { folder, pattern } = parted(argument);
  const base = resolve(cwd, folder);
  if (!(await isFolder(base))) throw new CrmError('folder-missing', argument, { folder });
  const { glob } = await import('tinyglobby');
  const names = await glob(pattern, { cwd: base, onlyFiles: false, expandDirectories: false, extglob: false });
  const walk: Walk = { argument, origin: 'glob', walked: new Set(), skipped: 0 };
  const found: (readonly InputPath[])[] = [];
  for (const name of names.map((match) => match.replace(/\/$/, '')).sort()) {
    const isShown = name !== '' && name !== '.' && !isPassedOver(name.split('/').at(-1) ?? name);
    if (isShown) found.push(await matched(join(base, name), join(folder, name), walk));
  }
  if (found.every((inputs) => inputs.length === 0)) throw new CrmError('glob-without-match', argument);
  return found.flat();
}

async function matched(match: string, path: string, walk: Walk): Promise<readonly InputPath[]> {
  const location = (await existing(match, path)) ?? match;
  const stats = await stat(location, { bigint: true }).catch(() => null);
  if (stats?.isDirectory()) return tablesIn(location, path, walk);
  return [entryOf(location, path, walk, identityOf(stats, location))];
}

/** The leading folders without wildcards, and the pattern below them. */
function parted(argument: string): { readonly folder: string; readonly pattern: string } {
  const parts = (process.platform === 'win32' ? argument.replaceAll('\\', '/') : argument).split('/');
  const first = parts.findIndex(isPattern);
  const folder = first === 0 ? '.' : parts.slice(0, first).join('/') || '/';
  const pattern = parts.slice(first).join('/');
  return { folder, pattern: pattern.replace(/[()]|^!/g, '\\$&') };
}
