import { availableParallelism, freemem } from 'node:os';
import { openFilesLimit } from './open-files.js';

const megabyte = 2 ** 20;

/** Memory a thread takes for itself, and how much of it the rows of a file need, beside the file's own size. */
const threadBytes = 128 * megabyte;
const timesFile = 4;

/** Open files the program needs by itself, and with each thread. */
const ownFiles = 32;
const threadFiles = 12;

/** Below this much to read, threads cost more than they save. */
const worthIt = 32 * megabyte;

/** What a machine has. */
export interface Machine {
  readonly cores: number;
  readonly freeBytes: () => number;
  /** Files a process may have open. */
  readonly openFiles: () => number;
}

const thisMachine: Machine = { cores: availableParallelism(), freeBytes: freemem, openFiles: openFilesLimit };

/** How much side by side. */
export interface SideBySide {
  /** Below so many bytes in all, nothing. */
  readonly leastBytes: number;
  /** How many threads, where one may have to hold a file of so many bytes. */
  readonly threads: (largestBytes: number) => number;
}

/** What `jobs` says, else as much as there are cores and memory for; never more than there may be open files for. */
export function sideBySide(jobs: number | null, { cores, freeBytes, openFiles }: Machine = thisMachine): SideBySide {
  const held = (largestBytes: number) => Math.floor(freeBytes() / (threadBytes + timesFile * largestBytes));
  const files = () => Math.floor((openFiles() - ownFiles) / threadFiles);
  return {
    leastBytes: jobs === null ? worthIt : 0,
    threads: (largestBytes) => Math.max(1, Math.min(jobs ?? Math.min(cores, held(largestBytes)), files())),
  };
}
