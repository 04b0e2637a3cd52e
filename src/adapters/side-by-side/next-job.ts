import { bytesOf, type PlannedJob } from './plan-jobs.js';

/** What it takes to add the rows of a job that another thread has read, as a share of reading it. */
const ADDING = 0.15;

/** How far the jobs of a plan are. */
export interface JobsState {
  /** Position of the job that this thread reads, adds or waits for; −1: it has not come to the first. */
  readonly here: number;
  /** Bytes of it that this thread has still to read; 0 where another does. */
  readonly unread: number;
  /** Bytes that another thread has still to read before it can begin one more. */
  readonly wait: number;
  /** Whether a job after it, by its position, was begun. */
  readonly isBegun: (at: number) => boolean;
}

/**
 * Position of the job that another thread should begin, −1 for none. This thread reads as well: it takes what nobody has
 * begun when it comes to it. What it comes to before another thread could have read it is left to it, so that it need not
 * wait; of all that is left like this, another thread takes the last, unless this one is done with it sooner.
 */
export function nextJob(planned: readonly PlannedJob[], { here, unread, wait, isBegun }: JobsState): number {
  let until = unread;
  let last = -1;
  for (let at = here + 1; at < planned.length; at++) {
    const bytes = bytesOf(planned[at]!.sources);
    if (isBegun(at)) until += bytes * ADDING;
    else {
      if (until >= wait + bytes) return at;
      last = until > wait + bytes * ADDING ? at : -1;
      until += bytes;
    }
  }
  return last;
}
