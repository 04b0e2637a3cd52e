import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextJob } from '../../../src/adapters/side-by-side/next-job.js';
import type { PlannedJob } from '../../../src/adapters/side-by-side/plan-jobs.js';
import { runs } from '../../runs.js';

/** Jobs of one file each, by its bytes. */
const planned = (...sizes: number[]) => sizes.map((size) => ({ sources: [{ size }] })) as unknown as PlannedJob[];

const next = (jobs: PlannedJob[], here: number, unread: number, wait: number, ...begun: number[]) =>
  nextJob(jobs, { here, unread, wait, isBegun: (at) => begun.includes(at) });

describe('a thread that asks for a file', () => {
  test('is given the next one while this thread is busy as long as that takes', () => {
    expect(next(planned(100, 100, 100), 0, 100, 0)).toBe(1);
    expect(next(planned(100, 10, 100), 0, 20, 0)).toBe(1);
  });

  test('leaves a file to this thread that comes to it sooner, and is given the one after it', () => {
    expect(next(planned(100, 100, 100), 0, 50, 0)).toBe(2);
    expect(next(planned(100, 100, 100), 0, 100, 60)).toBe(2);
    expect(next(planned(100, 100, 100, 100), 0, 30, 0, 1)).toBe(3);
    expect(next(planned(100, 100, 100, 100, 100), 0, 20, 100, 2)).toBe(4);
  });

  test('is given the last one, unless it is done sooner here', () => {
    expect(next(planned(100, 100), 0, 50, 0)).toBe(1);
    expect(next(planned(100, 100), 0, 10, 0)).toBe(-1);
    expect(next(planned(100, 100), 0, 50, 80)).toBe(-1);
  });

  test('is given nothing where there is nothing more', () => {
    expect(next(planned(), -1, 0, 0)).toBe(-1);
    expect(next(planned(100, 100), 1, 100, 0)).toBe(-1);
    expect(next(planned(100, 100, 100), 0, 100, 0, 1, 2)).toBe(-1);
  });

  test('is never given what was begun, and goes away with nothing only where this thread is done with the last one sooner', () => {
    const size = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ size, begun: fc.boolean() }), { maxLength: 9 }),
        fc.integer({ min: -1, max: 8 }),
        size,
        size,
        (jobs, here, unread, wait) => {
          const isFree = (at: number) => at > here && jobs[at]?.begun === false;
          const at = next(
            planned(...jobs.map((job) => job.size)),
            ...([here, unread, wait] as const),
            ...jobs.flatMap(({ begun }, index) => (begun ? [index] : [])),
          );
          if (at >= 0) expect(isFree(at)).toBe(true);
          else {
            const last = jobs.findLastIndex((_, index) => isFree(index));
            const before = jobs.slice(here + 1, Math.max(last, 0));
            const until = before.reduce((sum, job) => sum + job.size * (job.begun ? 0.15 : 1), unread);
            if (last >= 0) expect(until - 1e-6).toBeLessThanOrEqual(wait + jobs[last]!.size * 0.15);
          }
        },
      ),
      runs(1000, 100),
    );
  });
});
