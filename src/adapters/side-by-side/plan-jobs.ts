import type { FileOptions } from '../options.js';
import type { ByteSource, Workers } from '../sources.js';
import type { PlainSource, ReadJob } from './read-job.js';

/** Small files are read several in one go: so many bytes, but no more than so many files. */
const BYTES = 4 * 2 ** 20;
const FILES = 200;
/** Jobs a thread has at least, so that none waits long for another at the end. */
const JOBS_A_THREAD = 4;

/** A job and the sources it reads. */
export interface PlannedJob {
  readonly sources: readonly ByteSource[];
  readonly job: ReadJob;
}

/**
 * The jobs that read these sources, in their sequence; none where it is not worth it. A source that only this thread can
 * open is in no job and ends the one before it, so that each job's rows belong together.
 */
export function plannedJobs(
  sources: readonly ByteSource[],
  options: FileOptions,
  workers: Workers | undefined,
): readonly PlannedJob[] {
  const movable = sources.filter(isMovable);
  const bytes = bytesOf(movable);
  if (workers === undefined || movable.length < 2 || bytes < workers.leastBytes) return [];
  const threads = workers.threads(largestOf(movable));
  if (threads < 2) return [];
  const runs = together(sources, Math.min(BYTES, bytes / (threads * JOBS_A_THREAD)));
  const plain = plainOptions(options);
  return runs.map((run) => ({ sources: run, job: { kind: 'read', sources: run.map(plainSource), options: plain } }));
}

/** Whether another thread can open the same bytes. */
function isMovable({ ticket, inside }: ByteSource): boolean {
  return ticket !== undefined && inside !== true;
}

/** The size of the largest source, 0 without any. */
export function largestOf(sources: readonly ByteSource[]): number {
  return sources.reduce((most, { size }) => Math.max(most, size), 0);
}

/** The size of all sources together. */
export function bytesOf(sources: readonly ByteSource[]): number {
  return sources.reduce((sum, { size }) => sum + size, 0);
}

/** Sources next to one another, so many bytes in each run. */
function together(sources: readonly ByteSource[], most: number): readonly (readonly ByteSource[])[] {
  const runs: ByteSource[][] = [];
  let run: ByteSource[] = [];
  let bytes = 0;
  for (const source of sources) {
    if (run.length === 0 || !isMovable(source) || run.length === FILES || bytes + source.size > most) {
      run = [];
      bytes = 0;
    }
    if (!isMovable(source)) continue;
    if (run.length === 0) runs.push(run);
    run.push(source);
    bytes += source.size;
  }
  return runs;
}

/** Without what is only needed once all files are read. */
function plainOptions({ platform, map, orderIds, timezone, showValues, ...read }: FileOptions): FileOptions {
  const { delimiter, encoding, sheet, header } = read;
  return { delimiter, encoding, sheet, header, platform, map, orderIds, timezone, showValues };
}

function plainSource({ name, path, size, hashed = false, optional = false, ticket }: ByteSource): PlainSource {
  return { name, path, size, hashed, optional, ticket };
}
