import { basename, dirname, join } from 'node:path';
import type { FileCalls } from './file-calls.js';
import type { Processes } from './processes.js';
import { readTempName } from './temp-name.js';

const day = 86_400_000;

/**
 * Removes temporary files that killed runs left in the target's folder: those beside this target at once (its lock is
 * ours, so nobody writes them), others when they are older than a day. Never one whose process is alive, whatever the
 * clocks say. Failures are passed over: this is housekeeping.
 */
export async function removeStaleTemps(target: string, files: FileCalls, processes: Processes): Promise<void> {
  const folder = dirname(target);
  for (const name of await files.readdir(folder).catch(() => [])) {
    const temp = readTempName(name);
    if (temp === null || temp.pid === processes.pid || processes.isAlive(temp.pid)) continue;
    const path = join(folder, name);
    const age = await files.lstat(path).then(
      ({ mtimeMs }) => processes.now() - Number(mtimeMs),
      () => 0,
    );
    if (temp.isBeside(basename(target)) || age > day) await files.unlink(path).catch(() => undefined);
  }
}
