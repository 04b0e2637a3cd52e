import { likes } from '../adapters/like-sources.js';
import type { Workers } from '../adapters/sources.js';
import { type FileTicket, hashFile, type KnownHash } from '../world/files.js';
import type { InputPath } from '../world/input-path.js';

/** Files that one thread hashes in one go. */
export interface HashJob {
  readonly kind: 'hash';
  readonly files: readonly Omit<FileTicket, 'stats'>[];
}

/** Small files are hashed several in one go: so many bytes, but no more than so many files. */
const BYTES = 16 * 2 ** 20;
const FILES = 500;

/** The hash of each file; null where something was wrong with it, which is found again when it is opened. */
export async function hashJob({ files }: HashJob): Promise<readonly (KnownHash | null)[]> {
  const hashes: (KnownHash | null)[] = [];
  for (const { path, location } of files) {
    const place = typeof location === 'string' ? location : Buffer.from(location);
    hashes.push(await hashFile({ path, location: place }).catch(() => null));
  }
  return hashes;
}

/** Tells the hash of an input once it is known; null where it is not known beforehand. */
export type HashAhead = (input: InputPath) => Promise<KnownHash | null>;

/**
 * Has the inputs that must be hashed before they are read hashed side by side, where there is enough to do for that.
 * `known`: the bytes of each file, standard input left out.
 */
export function hashAhead(inputs: readonly InputPath[], known: readonly number[], workers: Workers): HashAhead {
  const { files, sizes } = likeFiles(filesOf(inputs), known);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  if (files.length < 2 || bytes < workers.leastBytes || workers.threads(0) < 2) return async () => null;
  const answers = new Map<InputPath, Promise<KnownHash | null>>();
  for (const job of together(files, sizes)) {
    const plain: HashJob = { kind: 'hash', files: job.map(({ path, location }) => ({ path, location })) };
    const answer = workers.run(plain, () => undefined).catch(() => null) as ReturnType<typeof hashJob>;
    job.forEach((input, at) => {
      answers.set(
        input,
        answer.then((hashes) => hashes?.[at] ?? null),
      );
    });
  }
  return async (input) => (await answers.get(input)) ?? null;
}

/** Inputs that can be looked at before they are read. */
export function filesOf(inputs: readonly InputPath[]): readonly InputPath[] {
  return inputs.filter(({ origin }) => origin !== 'stdin');
}

/** Those that have the size or the name of another, and their sizes. */
function likeFiles(
  inputs: readonly InputPath[],
  all: readonly number[],
): { readonly files: readonly InputPath[]; readonly sizes: readonly number[] } {
  const places = [...likes(all.map((size, at) => ({ name: inputs[at]!.name, size })))].sort(
    (one, other) => one - other,
  );
  return { files: places.map((at) => inputs[at]!), sizes: places.map((at) => all[at]!) };
}

/** The files in runs for one job each. */
function together(files: readonly InputPath[], sizes: readonly number[]): readonly (readonly InputPath[])[] {
  const runs: InputPath[][] = [];
  let bytes = BYTES;
  files.forEach((file, at) => {
    if (bytes >= BYTES || runs.at(-1)!.length === FILES) {
      runs.push([]);
      bytes = 0;
    }
    runs.at(-1)!.push(file);
    bytes += sizes[at]!;
  });
  return runs;
}
