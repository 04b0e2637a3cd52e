import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ChildRequest, ChildResult, RunChild } from '../adapters/sources.js';
import { feed } from './child-feed.js';
import { watchMemory } from './child-memory.js';
import { cleanup } from './cleanup.js';

const keptErrorBytes = 4096;

/** Memory a child may use beside its JavaScript heap: its program, and the bytes of the file it was given. */
const megabytesBesideHeap = 512;

/**
 * Runs an entry point in a child whose heap, memory and time are limited; over a limit it is killed. One that was ended
 * by a signal, by us or others, answers 128 + the signal's number, as shells do (134 = ran out of heap, 137 = killed).
 * Rejects with what `input` or `onOutput` threw; the child is killed first.
 */
export const runChild: RunChild = (request) => guardedChild(request, killAtEnd);

/** Kills a process when this one ends before it; the answer says that it has ended. */
export type WatchChild = (pid: number) => () => void;

const killAtEnd: WatchChild = (pid) => cleanup.add(() => process.kill(pid, 'SIGKILL'));

/** As `runChild`, for threads: whoever can, `watch`es that the child does not outlive the program. */
export async function guardedChild(request: ChildRequest, watch: WatchChild): Promise<ChildResult> {
  const child = start(request);
  const { pid } = child;
  if (pid === undefined) throw (await once(child, 'error'))[0];
  const state: State = { killed: null, failure: null, stderr: Buffer.alloc(0) };
  const stop = (reason: State['killed']) => {
    state.killed ??= reason;
    child.kill('SIGKILL');
  };
  const fail = (error: unknown) => {
    state.failure ??= { error };
    child.kill('SIGKILL');
  };
  const forget = watch(pid);
  const timer = setTimeout(() => stop('time'), request.seconds * 1000);
  const unwatch = watchMemory(pid, request.heapMegabytes + megabytesBesideHeap, () => stop('memory'));
  listen(child, request, state, fail);
  feed(child.stdin, request.input).catch(fail);
  const code = await ending(child);
  clearTimeout(timer);
  unwatch();
  forget();
  if (state.failure !== null) throw state.failure.error;
  return {
    code: state.killed === null ? code : null,
    killed: state.killed,
    stderr: state.stderr.toString(),
  };
}

const shell = '/bin/sh';

/**
 * Limits of the system's own, where it has a shell: no core file of a child that breaks down (customers would be in it),
 * and an end to one that is stuck when this process was killed and can watch no longer.
 */
const shellLimits = 'ulimit -c 0; ulimit -t "$0"; exec "$@"';

interface State {
  killed: 'time' | 'memory' | null;
  failure: { readonly error: unknown } | null;
  stderr: Buffer;
}

function start({ entry, args, heapMegabytes, seconds }: ChildRequest): ChildProcessWithoutNullStreams {
  const node = [process.execPath, `--max-old-space-size=${heapMegabytes}`, fileURLToPath(entry), ...args];
  const [command = '', ...rest] = existsSync(shell)
    ? [shell, '-c', shellLimits, String(Math.ceil(seconds * 4)), ...node]
    : node;
  return spawn(command, rest, {
    stdio: 'pipe',
    windowsHide: true,
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^NODE_/i.test(name))),
  });
}

function listen(
  child: ChildProcessWithoutNullStreams,
  request: ChildRequest,
  state: State,
  fail: (error: unknown) => void,
): void {
  child.on('error', fail);
  child.stdout.on('data', (piece: Buffer) => {
    if (state.failure !== null || state.killed !== null) return;
    try {
      const wait = request.onOutput(piece);
      if (wait === undefined) return;
      child.stdout.pause();
      wait.then(() => child.stdout.resume(), fail);
    } catch (error) {
      fail(error);
    }
  });
  child.stderr.on('data', (piece: Buffer) => {
    state.stderr = Buffer.concat([state.stderr, piece]).subarray(-keptErrorBytes);
  });
}

function ending(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve(signal === null ? code : 128 + constants.signals[signal]));
  });
}
