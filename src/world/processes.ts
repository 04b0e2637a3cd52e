import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from './read-failure.js';

/** What is asked about processes and time; a value, so that tests can play other machines and other days. */
export interface Processes {
  readonly pid: number;
  readonly host: string;
  isAlive(pid: number): boolean;
  /** A mark of when the process started, null where that cannot be told: a number given again to another is seen. */
  startMark(pid: number): string | null;
  /** Milliseconds since 1970. */
  now(): number;
}

/** This machine's. */
export const realProcesses: Processes = {
  pid: process.pid,
  host: hostname(),
  isAlive,
  startMark,
  now: () => Date.now(),
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}

/** Field 22 of /proc/PID/stat: ticks after the machine's start. The name before it may hold anything but ends with `)`. */
function startMark(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
