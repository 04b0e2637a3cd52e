import type { AtomicOutput } from './atomic-output.js';
import { cleanup } from './cleanup.js';
import type { Replaced } from './replace.js';

/**
 * Commits the outputs of one run together, in this order (a manifest last): all are finished before the first is put
 * in place, and if putting one in place fails the earlier ones are put back. So none is replaced or all are. A signal
 * that comes while names are changed waits for the end of it.
 */
export async function commitAll(outputs: readonly AtomicOutput[]): Promise<void> {
  try {
    for (const output of outputs) await output.finish();
    await cleanup.whole(() => replaceAll(outputs));
  } finally {
    for (const output of outputs) await output.abort();
  }
}

async function replaceAll(outputs: readonly AtomicOutput[]): Promise<void> {
  const done: Replaced[] = [];
  try {
    for (const output of outputs) done.push(await output.replace(outputs.length > 1));
  } catch (error) {
    for (const replaced of done.reverse()) await replaced.undo();
    throw error;
  }
  for (const replaced of done) await replaced.settle();
}

/** Leaves all old files as they are. */
export async function abortAll(outputs: readonly AtomicOutput[]): Promise<void> {
  for (const output of outputs) await output.abort();
}
