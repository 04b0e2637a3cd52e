import { type BigIntStats, constants } from 'node:fs';
import {
  access,
  link,
  lstat,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { systemCode } from './read-failure.js';

/** An open file, as far as writing needs it. */
export interface FileHandleCalls {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
  chmod(mode: number): Promise<void>;
  chown(user: number, group: number): Promise<void>;
}

/** The system calls that writing makes. A value, so that a test can let any one of them fail. */
export interface FileCalls {
  /** Whether a file that a program has open cannot be replaced. */
  readonly windows: boolean;
  open(path: string, flags: string, mode?: number): Promise<FileHandleCalls>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  stat(path: string): Promise<BigIntStats>;
  lstat(path: string): Promise<BigIntStats>;
  readlink(path: string): Promise<string>;
  realpath(path: string): Promise<string>;
  readdir(path: string): Promise<readonly string[]>;
  readText(path: string): Promise<string>;
  mayWrite(path: string): Promise<void>;
}

/** The real ones. */
export const realFiles: FileCalls = {
  windows: process.platform === 'win32',
  open,
  rename,
  link,
  unlink,
  stat: (path) => stat(path, { bigint: true }),
  lstat: (path) => lstat(path, { bigint: true }),
  readlink,
  realpath,
  readdir,
  readText: (path) => readFile(path, 'utf8'),
  mayWrite: (path) => access(path, constants.W_OK),
};

/** Calls again when a signal interrupted the call. */
export async function uninterrupted<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let again = 0; ; again++) {
    try {
      return await call();
    } catch (error) {
      if (again === 10 || systemCode(error) !== 'EINTR') throw error;
    }
  }
}

/** Writes all bytes, however few the system takes at a time. */
export async function writeAll(handle: Pick<FileHandleCalls, 'write'>, bytes: Uint8Array): Promise<void> {
  let done = 0;
  let idle = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await uninterrupted(() => handle.write(bytes, done, bytes.length - done));
    done += bytesWritten;
    idle = bytesWritten === 0 ? idle + 1 : 0;
    if (idle === 100) throw Object.assign(new Error('the system takes no bytes'), { code: 'EIO' });
  }
}

/** Closes; an interrupted close has closed, and must not be repeated. */
export async function closed(handle: FileHandleCalls): Promise<void> {
  await handle.close().catch((error: unknown) => {
    if (systemCode(error) !== 'EINTR') throw error;
  });
}

/** Makes a call that some file systems (network drives, memory sticks) do not know; there it is left out. */
export async function whereKnown(call: () => Promise<void>): Promise<void> {
  await uninterrupted(call).catch((error: unknown) => {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
  });
}

/** Removes a file if it can be removed; tried twice, for a passing failure. What stays, a later run removes. */
export async function removed(path: string, files: FileCalls): Promise<void> {
  await files.unlink(path).catch(() => files.unlink(path).catch(() => undefined));
}
