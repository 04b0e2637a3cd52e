import { CrmError } from '../errors.js';
import type { ByteSource } from './sources.js';

/** What tells at a glance that two files may be the same. */
interface Glance {
  readonly name: string;
  readonly size: number;
}

/**
 * Which files have the size or the name of another, by position. Only such need to be hashed before they are read: files
 * of different sizes differ, and files of one name are put in order by their hashes.
 */
export function likes(files: readonly Glance[]): ReadonlySet<number> {
  const first = new Map<string | number, number>();
  const found = new Set<number>();
  for (const [at, { name, size }] of files.entries()) {
    for (const key of [name, size]) {
      const before = first.get(key);
      if (before === undefined) first.set(key, at);
      else found.add(before).add(at);
    }
  }
  return found;
}

/**
 * SHA-256 of the sources that have the size or the name of another. One that need not be usable and cannot be read has
 * none: reading it will tell why.
 */
export async function hashesOfLikes(sources: readonly ByteSource[]): Promise<ReadonlyMap<ByteSource, string>> {
  const found = likes(sources.map(({ name, size, fileSize }) => ({ name, size: fileSize ?? size })));
  const hashes = new Map<ByteSource, string>();
  for (const at of found) {
    const source = sources[at]!;
    try {
      hashes.set(source, await source.sha256());
    } catch (error) {
      if (source.optional !== true || !(error instanceof CrmError)) throw error;
    }
  }
  return hashes;
}
