import { type FileCalls, type FileHandleCalls, realFiles } from '../../src/world/file-calls.js';

/** One system call that was made through the shim. */
export type Call = 'open' | 'write' | 'sync' | 'close' | 'rename' | 'link' | 'unlink' | 'look' | 'mode';

/** What the shim does to the n-th call (from 0): an error code, or `short` for a write that takes one byte. */
export interface Fault {
  readonly at: number;
  readonly code: string;
}

/** The real calls, counted, of which one fails. A failing close has closed, as in a real system. */
export function failing(fault: Fault | null, change: Partial<FileCalls> = {}): FileCalls & { readonly calls: Call[] } {
  const calls: Call[] = [];
  const step = async <Result>(call: Call, work: () => Promise<Result>, after = false): Promise<Result> => {
    calls.push(call);
    const fails = fault !== null && calls.length - 1 === fault.at && fault.code !== 'short';
    if (fails && !after) throw Object.assign(new Error(fault.code), { code: fault.code });
    const result = await work();
    if (fails) throw Object.assign(new Error(fault.code), { code: fault.code });
    return result;
  };
  const handleOf = (handle: FileHandleCalls): FileHandleCalls => ({
    write: (bytes, offset, length) => {
      const short = fault?.code === 'short' && calls.length === fault.at ? 1 : length;
      return step('write', () => handle.write(bytes, offset, Math.min(short, length)));
    },
    sync: () => step('sync', () => handle.sync()),
    close: () => step('close', () => handle.close(), true),
    chmod: (mode) => step('mode', () => handle.chmod(mode)),
    chown: (user, group) => step('mode', () => handle.chown(user, group)),
  });
  const files: FileCalls = {
    windows: false,
    open: (path, flags, mode) => step('open', async () => handleOf(await realFiles.open(path, flags, mode))),
    rename: (from, to) => step('rename', () => realFiles.rename(from, to)),
    link: (from, to) => step('link', () => realFiles.link(from, to)),
    unlink: (path) => step('unlink', () => realFiles.unlink(path)),
    stat: (path) => step('look', () => realFiles.stat(path)),
    lstat: (path) => step('look', () => realFiles.lstat(path)),
    readlink: (path) => step('look', () => realFiles.readlink(path)),
    realpath: (path) => step('look', () => realFiles.realpath(path)),
    readdir: (path) => step('look', () => realFiles.readdir(path)),
    readText: (path) => step('look', () => realFiles.readText(path)),
    mayWrite: (path) => step('look', () => realFiles.mayWrite(path)),
  };
  return { ...files, ...change, calls };
}
