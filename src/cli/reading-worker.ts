import type { ImportServices } from '../adapters/options.js';
import type { SpareRows } from '../adapters/rows/row-store-builder.js';
import { type PlainSource, type ReadJob, readJob } from '../adapters/side-by-side/read-job.js';
import type { ByteSource } from '../adapters/sources.js';
import { Portions } from '../util/portions.js';
import { guardedChild } from '../world/child.js';
import { type FileTicket, reopened } from '../world/files.js';
import { type Done, doJobs, tellChild } from '../world/worker-side.js';
import { type HashJob, hashJob } from './hash-job.js';

/** Bytes after which the other thread is told again how much was read: each time it has to listen. */
const TOLD_AT_ONCE = 8 * 2 ** 20;

/** A thread that reads input files beside others: see `doJobs`. */
doJobs((job, tell, lent) => {
  const asked = job as ReadJob | HashJob;
  return asked.kind === 'hash' ? hashed(asked) : read(asked, tell, lent as SpareRows | null);
});

async function read(job: ReadJob, tell: (news: unknown) => void, spare: SpareRows | null): Promise<Done> {
  const bytes = new Portions(TOLD_AT_ONCE, tell);
  try {
    return await readJob(job, opened, services(bytes), spare);
  } finally {
    bytes.rest();
  }
}

async function hashed(job: HashJob): Promise<Done> {
  return { answer: await hashJob(job), memory: [] };
}

function opened({ ticket, ...source }: PlainSource): ByteSource {
  return { ...source, ...reopened(ticket as FileTicket, source.hashed) };
}

function services(bytes: Portions): ImportServices {
  return { runChild: (request) => guardedChild(request, tellChild), onBytes: (more) => bytes.add(more) };
}
