import { parentPort } from 'node:worker_threads';
import { systemCode } from './read-failure.js';
import { readHere } from './steady-file.js';

/** What a thread is told: a job, and memory that may be used for it. */
export interface ToWorker {
  readonly job: unknown;
  readonly lent: unknown;
}

/** What a thread of the program says to the one that started it. */
export type FromWorker =
  | { readonly kind: 'news'; readonly news: unknown }
  | { readonly kind: 'answer'; readonly answer: unknown }
  /** `code`: the system's own name of what went wrong, which an error loses on its way. */
  | { readonly kind: 'failure'; readonly error: unknown; readonly code: string | null }
  /** A process was started that must not outlive the program. */
  | { readonly kind: 'child' | 'child-ended'; readonly pid: number };

/** An answer, and the memory of it that is handed over instead of copied. */
export interface Done {
  readonly answer: unknown;
  readonly memory: readonly ArrayBuffer[];
}

/**
 * Makes this thread do the jobs that whoever started it sends, one after another, and answer each. What a job throws is its
 * failure.
 */
export function doJobs(perform: (job: unknown, tell: (news: unknown) => void, lent: unknown) => Promise<Done>): void {
  readHere();
  let before = Promise.resolve();
  parentPort?.on('message', ({ job, lent }: ToWorker) => {
    before = before.then(() =>
      perform(job, (news) => say({ kind: 'news', news }), lent).then(
        ({ answer, memory }) => say({ kind: 'answer', answer }, memory),
        (error: unknown) => say({ kind: 'failure', error, code: systemCode(error) }),
      ),
    );
  });
}

/** Tells whoever started this thread of a process; the answer tells that it has ended. */
export function tellChild(pid: number): () => void {
  say({ kind: 'child', pid });
  return () => say({ kind: 'child-ended', pid });
}

function say(message: FromWorker, memory: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, memory);
}
