import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { sideBySide } from '../../src/world/cores.js';
import { WorkerPool } from '../../src/world/worker-pool.js';

const entry = new URL('./programs/worker.mjs', import.meta.url);
const pools: WorkerPool[] = [];

function pool(threads = 2, program = entry): WorkerPool {
  const made = new WorkerPool({ entry: program, leastBytes: 0, threads: () => threads });
  made.threads(0);
  pools.push(made);
  return made;
}

const silent = () => undefined;

/** Whether a process runs; one that has ended and only waits to be noticed does not. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

afterEach(async () => {
  for (const made of pools.splice(0)) await made.close();
});

describe('threads', () => {
  test('do jobs and hand the memory of the answer over', async () => {
    const numbers = new Float64Array([1, 2, 3]);
    expect(await pool().run({ what: 'double', numbers }, silent)).toEqual(new Float64Array([2, 4, 6]));
    expect(numbers[0]).toBe(1);
  });

  test('are handed memory that they may use, which is gone here', async () => {
    const numbers = new Float64Array([4, 5]);
    const lent = { what: numbers, memory: [numbers.buffer] };
    expect(await pool().run({ what: 'lent' }, silent, lent)).toEqual(new Float64Array([4, 5]));
    expect(numbers).toHaveLength(0);
    expect(await pool().run({ what: 'lent' }, silent)).toBe(null);
  });

  test('take jobs in their sequence', async () => {
    const made = pool(1);
    const heard: unknown[] = [];
    const jobs = ['a', 'b', 'c'].map((name) =>
      made.run({ what: 'slow', name, milliseconds: 1 }, (news) => heard.push(news)).then((done) => heard.push(done)),
    );
    await Promise.all(jobs);
    expect(heard).toEqual(['begin a', 'a', 'begin b', 'b', 'begin c', 'c']);
  });

  test('are given a job while they are at another, but do one at a time', async () => {
    const made = pool(1);
    const heard: unknown[] = [];
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const first = made.run({ what: 'meet', counter, all: 2 }, silent).then((done) => heard.push(done));
    const second = made.run({ what: 'slow', name: 'b', milliseconds: 0 }, (news) => heard.push(news));
    await pause(60);
    expect(heard).toEqual([]);
    Atomics.add(counter, 0, 1);
    await Promise.all([first, second]);
    expect(heard).toEqual([2, 'begin b']);
  });

  test('are one fewer where this thread does jobs itself', async () => {
    const made = new WorkerPool({ entry, leastBytes: 0, threads: () => 2 });
    pools.push(made);
    expect(made.threads(0, true)).toBe(2);
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const jobs = [1, 2].map(() => made.run({ what: 'meet', counter, all: 2 }, silent));
    await pause(200);
    expect(counter[0]).toBe(1);
    Atomics.add(counter, 0, 1);
    await Promise.all(jobs);
  });

  test('are started ahead of the first job, one for each file but the one that is read here', async () => {
    const started: number[] = [];
    for (const sizes of [[5], [5, 5], [5, 5, 5, 5, 5], [1, 1]]) {
      const made = new WorkerPool({ entry, leastBytes: 3, threads: () => 3 });
      pools.push(made);
      made.prepare(sizes);
      started.push(made.size);
      if (made.size > 0) expect(await made.run({ what: 'slow', name: 'a', milliseconds: 0 }, silent)).toBe('a');
    }
    expect(started).toEqual([0, 1, 2, 0]);
  });

  test('work at the same time', async () => {
    const made = pool(3);
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const jobs = [1, 2, 3].map(() => made.run({ what: 'meet', counter, all: 3 }, silent));
    expect(await Promise.all(jobs)).toEqual([3, 3, 3]);
  });

  test('that are closed answer no more, and are started again by the next job', async () => {
    const made = pool();
    let answered = false;
    void made.run({ what: 'slow', name: 'a', milliseconds: 50 }, silent).then(() => {
      answered = true;
    });
    await made.close();
    expect(await made.run({ what: 'slow', name: 'b', milliseconds: 60 }, silent)).toBe('b');
    expect(answered).toBe(false);
  });
});

describe('a job that fails', () => {
  test('rejects with what it threw, and the thread goes on', async () => {
    const made = pool(1);
    const failed = made.run({ what: 'fail' }, silent);
    const next = made.run({ what: 'slow', name: 'a', milliseconds: 0 }, silent);
    await expect(failed).rejects.toThrow(RangeError);
    expect(await next).toBe('a');
  });

  test('for want of open files is answered with null', async () => {
    expect(await pool().run({ what: 'few' }, silent)).toBe(null);
  });

  test('because its thread ended rejects, and others are done by a new one', async () => {
    const made = pool(1);
    const failed = made.run({ what: 'end' }, silent);
    const next = made.run({ what: 'slow', name: 'a', milliseconds: 0 }, silent);
    await expect(failed).rejects.toThrow('ended before its job');
    expect(await next).toBe('a');
  });

  test('because its thread cannot be started rejects with the reason', async () => {
    const missing = new URL('./programs/nothing.mjs', import.meta.url);
    await expect(pool(1, missing).run({}, silent)).rejects.toThrow('nothing.mjs');
  });
});

test.skipIf(process.platform !== 'linux')('a process that a thread has started does not outlive it', async () => {
  const made = pool(1);
  const pid = await new Promise<number>((resolve) => {
    void made.run({ what: 'child' }, (news) => resolve(news as number));
  });
  expect(isAlive(pid)).toBe(true);
  await made.close();
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await pause(20);
  expect(isAlive(pid)).toBe(false);
});

describe('how much side by side', () => {
  const gibibyte = 2 ** 30;
  const machine = (cores: number, free: number, files = 1024) => ({
    cores,
    freeBytes: () => free * gibibyte,
    openFiles: () => files,
  });
  test.each([
    ['one file a core', null, machine(8, 64), 2 ** 20, 8],
    ['fewer where files are large and memory is small', null, machine(8, 4), 400 * 2 ** 20, 2],
    ['one where there is hardly any memory', null, machine(8, 0.1), 2 ** 20, 1],
    ['one where hardly any file may be open', null, machine(8, 64, 32), 2 ** 20, 1],
    ['two where few files may be open', null, machine(8, 64, 60), 2 ** 20, 2],
    ['as many as were asked for', 3, machine(2, 1), 400 * 2 ** 20, 3],
    ['but not without open files for them', 3, machine(2, 1, 40), 1, 1],
    [
      'as many as there are cores where open files are not limited',
      null,
      machine(4, 64, Number.POSITIVE_INFINITY),
      1,
      4,
    ],
  ])('%s', (_, jobs, of, largest, threads) => {
    expect(sideBySide(jobs, of).threads(largest)).toBe(threads);
  });

  test('only what takes a while, unless it was asked for', () => {
    expect(sideBySide(null).leastBytes).toBeGreaterThan(2 ** 20);
    expect(sideBySide(2).leastBytes).toBe(0);
  });
});
