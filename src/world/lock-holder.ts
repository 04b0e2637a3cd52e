import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FileCalls } from './file-calls.js';
import type { Processes } from './processes.js';
import { systemCode } from './read-failure.js';

const day = 86_400_000;

/** The run that holds a lock, as the lock file says. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it took the lock, ISO 8601. */
  readonly since: string;
  /** Mark of the start of its process, null where there is none. */
  readonly started: string | null;
}

/** What a lock file of this process says; never twice the same. */
export function holderText({ pid, host, now, startMark }: Processes): string {
  const since = new Date(now()).toISOString();
  const holder: Holder = { pid, host, since, started: startMark(pid) };
  return JSON.stringify({ ...holder, token: randomBytes(8).toString('hex') });
}

/** Whether the run is over. */
export function isStale(holder: Holder, processes: Processes): boolean {
  if (holder.host !== processes.host) return processes.now() - Date.parse(holder.since) > day;
  if (holder.pid === processes.pid || !processes.isAlive(holder.pid)) return true;
  const started = processes.startMark(holder.pid);
  return holder.started !== null && started !== null && holder.started !== started;
}

/**
 * Who holds a lock; null if it is gone by now. One that says nothing was made this very moment or by a run that was
 * killed then: it is given half a second.
 */
export async function readHolder(
  path: string,
  files: FileCalls,
  processes: Processes,
): Promise<{ readonly holder: Holder; readonly text: string } | null> {
  for (let look = 0; ; look++) {
    const text = await files.readText(path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const holder = parsed(text);
    if (holder !== null) return { holder, text };
    if (look === 10) return { holder: { pid: processes.pid, host: processes.host, since: '?', started: null }, text };
    await pause(50);
  }
}

function parsed(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { pid, host, since, started } = value as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return null;
    return { pid, host, since, started: typeof started === 'string' ? started : null };
  } catch {
    return null;
  }
}
