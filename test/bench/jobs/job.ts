/** What a job found: equal for all that read the same file or compute the same thing. */
export type Checksum = Readonly<Record<string, number>>;

/** What a job tells at its end. */
export interface JobAnswer {
  readonly checksum: Checksum;
  /** CPU seconds (user and system) of the part that counts; absent = the whole process. */
  readonly cpu?: number;
  /** Bytes the work has left on the heap, where that was asked. */
  readonly heap?: number;
}

/** One piece of work, done in a process of its own. `path` is the file it reads, or '' for work in memory. */
export type Job = (path: string, size: number) => Promise<JobAnswer>;

/** CPU seconds of a piece of work, without what was made ready before it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly answer: T; readonly cpu: number }> {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  return { answer, cpu: (user + system) / 1e6 };
}
