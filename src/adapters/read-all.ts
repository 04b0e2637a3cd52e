import { CrmError } from '../errors.js';
import type { PassedOver } from '../model/imported.js';
import { letGoOfForerunners } from '../util/forerunners.js';
import { hashesOfLikes } from './like-sources.js';
import type { ImportOptions, ImportServices } from './options.js';
import type { ReadFile } from './read-file.js';
import { type ReadInto, readOrPassOver } from './read-or-pass-over.js';
import { bytesOf, plannedJobs } from './side-by-side/plan-jobs.js';
import { ReadAhead } from './side-by-side/read-ahead.js';
import type { ByteSource } from './sources.js';

/** A source, and the file it was read as; `repeats` is the position of an earlier source with the same bytes. */
export interface ImportedSource {
  readonly source: ByteSource;
  readonly read: ReadFile | null;
  readonly repeats: number | null;
}

/** All files of an import: their rows are in the store. */
export interface ReadAll {
  readonly files: readonly ImportedSource[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * Reads all sources, in order of name, then hash, whatever order they are given in; of byte-identical ones the first.
 * Where there are threads for it they are read side by side, with the same result to the byte. A source that cannot be
 * used is a thrown CrmError, unless it came out of a folder, pattern or archive of which another can be used: then it is
 * passed over and named.
 */
export async function readAll(
  sources: readonly ByteSource[],
  into: ReadInto,
  options: ImportOptions,
  services: ImportServices,
): Promise<ReadAll> {
  const hashes = await hashesOfLikes(sources);
  const hash = (source: ByteSource) => hashes.get(source) ?? '';
  const sorted = [...sources].sort((one, other) => compare(one.name, other.name) || compare(hash(one), hash(other)));
  const jobs = plannedJobs(distinct(sorted, hashes), options, services.workers);
  const ahead = new ReadAhead(jobs, services.workers, services.onBytes);
  try {
    const here = { ...services, onBytes: (bytes: number) => ahead.hear(bytes) };
    return await readInSequence(sorted, hashes, ahead, into, options, here);
  } finally {
    ahead.close();
    letGoOfForerunners();
    await services.workers?.close();
  }
}

async function readInSequence(
  sorted: readonly ByteSource[],
  hashes: ReadonlyMap<ByteSource, string>,
  ahead: ReadAhead,
  into: ReadInto,
  options: ImportOptions,
  services: ImportServices,
): Promise<ReadAll> {
  const files: ImportedSource[] = [];
  const passedOver: PassedOver[] = [];
  const known = new Map<string, number>();
  let later = bytesOf(sorted);
  for (const source of sorted) {
    later -= source.size;
    into.builder.followedBy(later / Math.max(1, source.size));
    const hash = hashes.get(source);
    const repeats = hash === undefined ? null : (known.get(hash) ?? null);
    if (repeats !== null) {
      files.push({ source, read: null, repeats });
      continue;
    }
    const index = files.length;
    const read =
      (await ahead.take(source, index, into)) ?? (await readOrPassOver(source, index, into, options, services));
    if (read instanceof CrmError) {
      passedOver.push({ name: source.name, group: source.group ?? '', error: read });
      continue;
    }
    if (hash !== undefined) known.set(hash, index);
    files.push({ source, read: hash === undefined ? read : { ...read, sha256: hash }, repeats: null });
  }
  refuseEmptyGroups(files, passedOver);
  return { files, passedOver };
}

/** A folder, pattern or archive of which no file can be used is refused with the reason of its first. */
function refuseEmptyGroups(files: readonly ImportedSource[], passedOver: readonly PassedOver[]): void {
  const used = new Set(files.map(({ source }) => source.group ?? ''));
  const unused = passedOver.find(({ group }) => files.length === 0 || !used.has(group));
  if (unused !== undefined) throw unused.error;
}

/** The first source of each content: the others are read only where it could not be used. */
function distinct(sorted: readonly ByteSource[], hashes: ReadonlyMap<ByteSource, string>): readonly ByteSource[] {
  const seen = new Set<unknown>();
  return sorted.filter((source) => {
    const content = hashes.get(source) ?? source;
    return !seen.has(content) && seen.add(content) !== undefined;
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
