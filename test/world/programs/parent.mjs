// Runs a child that hangs, and tells its number.
import { readFileSync } from 'node:fs';
import { runChild } from '../../../dist/world/child.js';
import { listenToSignals } from '../../../dist/world/signals.js';

async function* nothing() {}

listenToSignals();
const entry = new URL('./child.mjs', import.meta.url);
runChild({
  entry,
  args: ['hang'],
  input: nothing(),
  onOutput: () => undefined,
  heapMegabytes: 64,
  seconds: Number(process.argv[2]),
});
const children = `/proc/self/task/${process.pid}/children`;
setTimeout(() => process.stdout.write(readFileSync(children, 'latin1').trim()), 50);
