import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CrmError } from '../errors.js';
import { closed, type FileCalls, removed, uninterrupted } from './file-calls.js';
import type { OutputTarget } from './output-target.js';
import { systemCode } from './read-failure.js';
import { tempName } from './temp-name.js';

/** A file that was put in place. */
export interface Replaced {
  /** Puts the old file back, or removes the new one where there was none. */
  undo(): Promise<void>;
  /** Lets go of the old file. */
  settle(): Promise<void>;
}

/**
 * Renames a finished temporary file onto its target. With `keepOld` the old file stays under a second name until
 * `settle`; where the file system knows no second names it cannot be put back.
 */
export async function replaceFile(
  temp: string,
  { path, shown, old }: OutputTarget,
  keepOld: boolean,
  files: FileCalls,
): Promise<Replaced> {
  const kept = keepOld && old !== null ? await secondName(path, files) : null;
  try {
    await renamed(temp, path, shown, files);
  } catch (error) {
    if (kept !== null) await removed(kept, files);
    throw error;
  }
  await syncFolder(dirname(path), files);
  const settle = async () => {
    if (kept !== null) await removed(kept, files);
  };
  const undo = async () => {
    if (kept !== null) await uninterrupted(() => files.rename(kept, path));
    else if (old === null) await removed(path, files);
  };
  return { undo, settle };
}

async function secondName(path: string, files: FileCalls): Promise<string | null> {
  const kept = join(dirname(path), tempName(basename(path), process.pid));
  return uninterrupted(() => files.link(path, kept)).then(
    () => kept,
    () => null,
  );
}

/** Windows refuses while another program has the file open; a virus scanner lets go of it soon, Excel does not. */
async function renamed(temp: string, path: string, shown: string, files: FileCalls): Promise<void> {
  for (let again = 0; ; again++) {
    try {
      return await uninterrupted(() => files.rename(temp, path));
    } catch (error) {
      const busy = isBusy(systemCode(error), files);
      if (busy && again < 4) await pause(50 * 2 ** again);
      else throw busy ? new CrmError('output-in-use', shown, {}, { cause: error }) : error;
    }
  }
}

function isBusy(code: string | null, { windows }: FileCalls): boolean {
  return code === 'EBUSY' || (windows && (code === 'EPERM' || code === 'EACCES'));
}

/** Makes the new name survive a power cut. The new file is in place and whole either way, so a failure changes nothing. */
async function syncFolder(folder: string, files: FileCalls): Promise<void> {
  try {
    const handle = await files.open(folder, 'r');
    await handle.sync().catch(() => undefined);
    await closed(handle);
  } catch {
    // Windows opens no folders, and some file systems cannot sync them.
  }
}
