import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ReadServices } from '../../../src/adapters/read/open.js';
import type { ChildRequest, ChildResult } from '../../../src/adapters/sources.js';

/** A plain child process with a heap and a time limit, for tests. */
async function runChild(request: ChildRequest): Promise<ChildResult> {
  const child = spawn(process.execPath, [
    `--max-old-space-size=${request.heapMegabytes}`,
    request.entry.pathname,
    ...request.args,
  ]);
  const timer = setTimeout(() => child.kill('SIGKILL'), request.seconds * 1000);
  let stderr = '';
  child.stdout.on('data', (piece: Uint8Array) => request.onOutput(piece));
  child.stderr.on('data', (piece: Buffer) => {
    stderr = (stderr + piece.toString('utf8')).slice(-4096);
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close');
  for await (const piece of request.input) child.stdin.write(piece);
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  return { code, killed: null, stderr };
}

export const services: ReadServices = { runChild, onBytes: () => undefined };
