// A thread for tests: does what a job asks for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { doJobs, tellChild } from '../../../dist/world/worker-side.js';

const tasks = {
  double: async ({ numbers }) => {
    for (let at = 0; at < numbers.length; at++) numbers[at] *= 2;
    return { answer: numbers, memory: [numbers.buffer] };
  },
  lent: async (_, __, lent) => ({ answer: lent, memory: [] }),
  slow: async ({ name, milliseconds }, tell) => {
    tell(`begin ${name}`);
    await pause(milliseconds);
    return { answer: name, memory: [] };
  },
  meet: async ({ counter, all }) => {
    Atomics.add(counter, 0, 1);
    while (Atomics.load(counter, 0) < all) await pause(1);
    return { answer: all, memory: [] };
  },
  fail: async () => {
    throw new RangeError('nobody thought of this');
  },
  few: async () => {
    throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
  },
  end: async () => process.exit(3),
  child: async (_, tell) => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = tellChild(child.pid);
    tell(child.pid);
    await once(child, 'close');
    ended();
    return { answer: null, memory: [] };
  },
};

doJobs((job, tell, lent) => tasks[job.what](job, tell, lent));
