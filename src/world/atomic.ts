import { unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AtomicOutput } from './atomic-output.js';
import { cleanup } from './cleanup.js';
import {
  closed,
  type FileCalls,
  type FileHandleCalls,
  realFiles,
  removed,
  uninterrupted,
  whereKnown,
} from './file-calls.js';
import type { InputPath } from './input-path.js';
import { lockOutput } from './lock.js';
import { type OutputTarget, outputTarget } from './output-target.js';
import { type Processes, realProcesses } from './processes.js';
import { removeStaleTemps } from './stale-temps.js';
import { tempName } from './temp-name.js';
import { onTarget } from './write-failure.js';

export type { AtomicOutput };

/** What an output needs to know of the run; all but `cwd` has a default. */
export interface OutputOptions {
  readonly cwd: string;
  /** None of them may be overwritten. */
  readonly inputs?: readonly InputPath[];
  readonly files?: FileCalls;
  readonly processes?: Processes;
}

/**
 * Opens an output before the long work starts, so that what would refuse it in the end refuses it now. It is locked
 * until `commit` or `abort`; a signal or a bug removes the temporary file and the lock.
 */
export async function openOutput(shown: string, options: OutputOptions): Promise<AtomicOutput> {
  const { files = realFiles, processes = realProcesses, inputs = [], cwd } = options;
  const target = await outputTarget(shown, cwd, inputs, files);
  const lock = await onTarget(shown, () => lockOutput(target.path, shown, files, processes));
  const temp = join(dirname(target.path), tempName(basename(target.path), processes.pid));
  const forget = cleanup.add(() => unlinkSync(temp));
  try {
    await removeStaleTemps(target.path, files, processes);
    const handle = await onTarget(shown, () => openTemp(temp, target, files));
    return new AtomicOutput(target, temp, handle, lock, files, forget);
  } catch (error) {
    forget();
    await lock.release();
    throw error;
  }
}

async function openTemp(temp: string, { old }: OutputTarget, files: FileCalls): Promise<FileHandleCalls> {
  const handle = await uninterrupted(() => files.open(temp, 'wx', 0o600));
  if (old === null) return handle;
  try {
    // Only the superuser may give a file away; everybody else goes on being its owner.
    await handle.chown(Number(old.uid), Number(old.gid)).catch(() => undefined);
    await whereKnown(() => handle.chmod(Number(old.mode) & 0o777));
    return handle;
  } catch (error) {
    await closed(handle).catch(() => undefined);
    await removed(temp, files);
    throw error;
  }
}
