import { readFileSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CrmError } from '../errors.js';
import type { Words } from '../i18n/words.js';
import { cleanup } from './cleanup.js';
import { closed, type FileCalls, realFiles, removed, uninterrupted, writeAll } from './file-calls.js';
import { type Holder, holderText, isStale, readHolder } from './lock-holder.js';
import { type Processes, realProcesses } from './processes.js';
import { systemCode } from './read-failure.js';
import { lockName, tempName } from './temp-name.js';

/** The right to replace one file, held by one run at a time. */
export interface Lock {
  /** The dead run whose lock was taken over, null in the ordinary case. */
  readonly tookOver: Holder | null;
  /** Whether the lock on disk still is this one. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Said when the lock of a run that no longer exists was taken over. */
export const tookOverNote: Words = {
  zh: '上一次写 {file} 的运行（进程 {pid}）没有正常结束，已接着使用这个文件名。',
  en: 'An earlier run that wrote {file} (process {pid}) did not end properly; its lock was taken over.',
};

/** Paths of the locks this process holds or is taking. */
const heldHere = new Set<string>();

/**
 * Locks a file that is to be replaced: a file `.NAME.crm.lock` beside it, made only if there is none. A lock is stale
 * if its process is gone (or its number has another process now); one of another machine, whose processes cannot be
 * asked, after a day. A stale lock is moved away first and compared, so that of two runs that find it only one gets on.
 */
export async function lockOutput(
  target: string,
  shown: string = target,
  files: FileCalls = realFiles,
  processes: Processes = realProcesses,
): Promise<Lock> {
  const path = join(dirname(target), lockName(basename(target)));
  if (heldHere.has(path)) throw new CrmError('output-twice', shown);
  heldHere.add(path);
  const text = holderText(processes);
  const forget = cleanup.add(() => removeOwn(path, text));
  try {
    const tookOver = await take(shown, path, text, files, processes);
    return lockAt(path, text, tookOver, files, forget);
  } catch (error) {
    forget();
    heldHere.delete(path);
    throw error;
  }
}

/** Makes the lock; answers whose stale lock was in the way. */
async function take(
  shown: string,
  path: string,
  text: string,
  files: FileCalls,
  processes: Processes,
): Promise<Holder | null> {
  let tookOver: Holder | null = null;
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await created(path, text, files)) return tookOver;
    const found = await readHolder(path, files, processes);
    if (found === null) continue;
    if (!isStale(found.holder, processes)) throw lockedBy(shown, path, found.holder);
    if (await movedAway(path, found.text, files, processes)) tookOver = found.holder;
  }
  throw lockedBy(shown, path, { pid: 0, host: '?', since: '?', started: null });
}

function lockedBy(shown: string, lock: string, { pid, host, since }: Holder): CrmError {
  return new CrmError('output-locked', shown, { pid: String(pid), host, since, lock });
}

async function created(path: string, text: string, files: FileCalls): Promise<boolean> {
  const handle = await uninterrupted(() => files.open(path, 'wx', 0o600)).catch((error: unknown) => {
    if (systemCode(error) === 'EEXIST') return null;
    throw error;
  });
  if (handle === null) return false;
  try {
    await writeAll(handle, Buffer.from(text));
    await closed(handle);
    return true;
  } catch (error) {
    await closed(handle).catch(() => undefined);
    await removed(path, files);
    throw error;
  }
}

async function movedAway(path: string, text: string, files: FileCalls, processes: Processes): Promise<boolean> {
  const aside = join(dirname(path), tempName(basename(path), processes.pid));
  try {
    await uninterrupted(() => files.rename(path, aside));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
  const same = (await files.readText(aside).catch(() => '')) === text;
  if (!same) await files.link(aside, path).catch(() => undefined);
  await removed(aside, files);
  return same;
}

function lockAt(path: string, text: string, tookOver: Holder | null, files: FileCalls, forget: () => void): Lock {
  const isHeld = async () => (await textOf(path, files)) === text;
  // Until it is gone the end of the process would remove it too: a signal may come in between.
  const release = async () => {
    try {
      if (heldHere.delete(path) && (await isHeld().catch(() => false))) await removed(path, files);
    } finally {
      forget();
    }
  };
  return { tookOver, isHeld, release };
}

/** The same while the process ends. */
function removeOwn(path: string, text: string): void {
  heldHere.delete(path);
  if (readFileSync(path, 'utf8') === text) unlinkSync(path);
}

/** What the lock says; null if it is gone. Tried twice, for a passing failure. */
async function textOf(path: string, files: FileCalls): Promise<string | null> {
  return files.readText(path).catch(() =>
    files.readText(path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }),
  );
}
