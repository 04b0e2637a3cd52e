import type { ImportServices } from '../../../src/adapters/options.js';
import type { SpareRows } from '../../../src/adapters/rows/row-store-builder.js';
import { type ReadJob, readJob } from '../../../src/adapters/side-by-side/read-job.js';
import type { ByteSource, LentMemory, Workers } from '../../../src/adapters/sources.js';

/** Services without children that reject if one is asked for. */
export const plainServices: ImportServices = {
  runChild: () => Promise.reject(new Error('texts need no child')),
  onBytes: () => undefined,
};

/** Threads that are none: jobs and answers are copied as between threads, and the work is done in this one. */
export class SameThread implements Workers {
  readonly leastBytes = 0;
  /** Jobs done so far. */
  done = 0;
  closed = 0;

  constructor(
    private readonly sources: readonly ByteSource[],
    private readonly number = 2,
    /** What becomes of a job instead of being done; undefined: it is done. */
    private readonly instead: (job: ReadJob, at: number) => unknown = () => undefined,
  ) {}

  threads(): number {
    return this.number;
  }

  async run(job: unknown, onNews: (news: unknown) => void, lent?: LentMemory | null): Promise<unknown> {
    const asked = structuredClone(job) as ReadJob;
    const other = this.instead(asked, this.done++);
    if (other !== undefined) return other;
    const spare = structuredClone(lent?.what ?? null, { transfer: [...(lent?.memory ?? [])] }) as SpareRows | null;
    if (spare !== null) spoil(spare);
    const open = ({ ticket }: { ticket?: unknown }) => this.sources[ticket as number]!;
    const { answer, memory } = await readJob(asked, open, { ...plainServices, onBytes: onNews }, spare);
    return structuredClone(answer, { transfer: memory });
  }

  async close(): Promise<void> {
    this.closed += 1;
  }
}

/** Memory that is used again may hold anything. */
function spoil({ columns, texts }: SpareRows): void {
  const arrays = Object.values(texts).flatMap(({ bytes, offsets, hashes }) => [bytes, offsets, hashes]);
  for (const { buffer } of [...Object.values(columns), ...arrays]) new Uint8Array(buffer).fill(0x5a);
}

/** Sources that another thread could open. */
export function ticketed(sources: readonly ByteSource[]): readonly ByteSource[] {
  return sources.map((source, ticket) => ({ ...source, ticket }));
}
