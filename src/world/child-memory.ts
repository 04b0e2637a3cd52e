import { readFileSync } from 'node:fs';

/** Calls `tooMuch` once when a process uses more memory than this. Where there is no /proc only the heap limit holds. */
export function watchMemory(pid: number | undefined, megabytes: number, tooMuch: () => void): () => void {
  if (pid === undefined || residentMegabytes(pid) === null) return () => undefined;
  const timer = setInterval(() => {
    if ((residentMegabytes(pid) ?? 0) <= megabytes) return;
    clearInterval(timer);
    tooMuch();
  }, 100);
  timer.unref();
  return () => clearInterval(timer);
}

/** Memory of a process that is really in use, null where it cannot be told. */
export function residentMegabytes(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}
