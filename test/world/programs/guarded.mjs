// Ends in the way it is asked to, under the guard of the program.
import { writeSync } from 'node:fs';
import { CrmError } from '../../../dist/errors.js';
import { cleanup } from '../../../dist/world/cleanup.js';
import { runMain } from '../../../dist/world/main-guard.js';
import { listenToSignals } from '../../../dist/world/signals.js';

const bug = () => {
  throw new Error('nobody thought of this');
};
const left = () => cleanup.add(() => writeSync(1, 'undone'));
const never = () => new Promise(() => undefined);

const mains = {
  answer: async () => {
    process.stdout.write('x'.repeat(2_000_000));
    return 4;
  },
  refuse: async () => {
    throw new CrmError('file-missing', 'orders.csv');
  },
  bug: async () => bug(),
  later: () => new Promise(() => setTimeout(bug, 5)),
  rejected: async () => {
    Promise.resolve().then(bug);
    return new Promise((resolve) => setTimeout(resolve, 1000, 0));
  },
  never: () => {
    process.stdout.write('begun');
    return never();
  },
  memory: async () => new Uint8Array(2 ** 50).length,
  'left-bug': async () => {
    left();
    bug();
  },
  'left-exit': async () => {
    left();
    process.exit(1);
  },
  signal: () => {
    listenToSignals();
    setTimeout(() => process.kill(process.pid, 'SIGTERM'), 5);
    return new Promise((resolve) => setTimeout(resolve, 5000, 0));
  },
  'left-never': () => {
    left();
    return never();
  },
};

runMain(mains[process.argv[2]], {
  describe: (error) => `refused ${error.code} ${error.where}\n`,
  lang: () => 'zh',
});
