import type { ImportServices } from '../adapters/options.js';
import type { SpareRows } from '../adapters/rows/row-store-builder.js';
import { type PlainSource, type ReadJob, readJob } from '../adapters/side-by-side/read-job.js';
import type { ByteSource } from '../adapters/sources.js';
import { guardedChild } from '../world/child.js';
import { type FileTicket, reopened } from '../world/files.js';
import { type Done, doJobs, tellChild } from '../world/worker-side.js';
import { type HashJob, hashJob } from './hash-job.js';

/** A thread that reads input files beside others: see `doJobs`. */
doJobs((job, tell, lent) => {
  const asked = job as ReadJob | HashJob;
  return asked.kind === 'hash' ? hashed(asked) : readJob(asked, opened, services(tell), lent as SpareRows | null);
});

async function hashed(job: HashJob): Promise<Done> {
  return { answer: await hashJob(job), memory: [] };
}

function opened({ ticket, ...source }: PlainSource): ByteSource {
  return { ...source, ...reopened(ticket as FileTicket, source.hashed) };
}

function services(tell: (news: unknown) => void): ImportServices {
  return { runChild: (request) => guardedChild(request, tellChild), onBytes: tell };
}
