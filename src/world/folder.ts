import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { hasTableEnding, isPassedOver } from '../util/table-names.js';
import { type InputPath, identityOf } from './input-path.js';

/** One folder being walked, and what the walk has seen so far. */
export interface Walk {
  readonly argument: string;
  readonly origin: 'folder' | 'glob';
  /** Folders already walked, so that links in circles end. */
  readonly walked: Set<string>;
  /** Files passed over because of their ending. */
  skipped: number;
}

/**
 * The tables in a folder and the folders below it, in order of their names. Hidden files, Excel's `~$` lock files and
 * the program's own temporary files are passed over. A folder that cannot be listed stands for itself, so that opening
 * it gives the reason.
 */
export async function tablesIn(location: string | Buffer, path: string, walk: Walk): Promise<readonly InputPath[]> {
  const identity = identityOf(await stat(location, { bigint: true }).catch(() => null), location);
  if (walk.walked.has(identity)) return [];
  walk.walked.add(identity);
  const entries = await readdir(location, { withFileTypes: true, encoding: 'buffer' }).catch(() => null);
  if (entries === null) return [entryOf(location, path, walk, identity)];
  const found: (readonly InputPath[])[] = [];
  for (const entry of entries.sort(byName)) found.push(await tablesOf(entry, location, path, walk));
  return found.flat();
}

async function tablesOf(
  entry: Dirent<Buffer>,
  folder: string | Buffer,
  path: string,
  walk: Walk,
): Promise<readonly InputPath[]> {
  const name = entry.name.toString();
  if (isPassedOver(name)) return [];
  const location = within(folder, entry.name);
  const shown = join(path, name);
  const stats = await stat(location, { bigint: true }).catch(() => null);
  if (stats?.isDirectory()) return tablesIn(location, shown, walk);
  if (hasTableEnding(name)) return [entryOf(location, shown, walk, identityOf(stats, location))];
  walk.skipped += 1;
  return [];
}

/** A file the walk came upon. */
export function entryOf(location: string | Buffer, path: string, walk: Walk, identity: string): InputPath {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return { name, path, location, origin: walk.origin, argument: walk.argument, identity, alsoAs: [] };
}

/** A name in a folder; in bytes as soon as one of them is not UTF-8. */
export function within(folder: string | Buffer, name: Buffer): string | Buffer {
  const text = name.toString();
  if (typeof folder === 'string' && Buffer.from(text).equals(name)) return join(folder, text);
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

function byName(one: Dirent<Buffer>, other: Dirent<Buffer>): number {
  return Buffer.compare(one.name, other.name);
}
