import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ChildRequest } from '../../src/adapters/sources.js';
import { runChild } from '../../src/world/child.js';
import { bash, folderWith, rounds } from './folder.js';

const entry = new URL('./programs/child.mjs', import.meta.url);

const parentEnds: readonly [string, string, number][] = [
  ['TERM', 'at once', 30],
  ['KILL', 'after its share of processor time', 0.2],
].slice(0, rounds(1, 2)) as [string, string, number][];

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* bytes(pieces: number, length = 2 ** 20): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < pieces; piece++) yield new Uint8Array(length).fill(piece);
}

function request(what: string, change: Partial<ChildRequest> = {}): ChildRequest {
  return {
    entry,
    args: [what],
    input: nothing(),
    onOutput: () => undefined,
    heapMegabytes: 64,
    seconds: 20,
    ...change,
  };
}

describe('a guarded child', () => {
  test('gets every byte and gives every byte back', async () => {
    let length = 0;
    let sum = 0;
    const onOutput = (piece: Uint8Array) => {
      length += piece.length;
      for (const byte of piece) sum += byte;
    };
    const result = await runChild(request('echo', { input: bytes(8), onOutput }));
    expect(result).toEqual({ code: 0, killed: null, stderr: '' });
    expect([length, sum]).toEqual([8 * 2 ** 20, 28 * 2 ** 20]);
  });

  test('is killed when its time is over', async () => {
    expect(await runChild(request('hang', { seconds: 0.3 }))).toMatchObject({ code: null, killed: 'time' });
  });

  test.skipIf(process.platform !== 'linux')('is killed when it takes memory beside its heap', async () => {
    expect(await runChild(request('leak'))).toMatchObject({ code: null, killed: 'memory' });
  });

  test('that runs out of heap ends with 134 and the parent lives', async () => {
    expect(await runChild(request('heap', { heapMegabytes: 24 }))).toMatchObject({ code: 134, killed: null });
  });

  test('that ends without reading its input answers its own code', async () => {
    expect(await runChild(request('deaf', { input: bytes(40) }))).toMatchObject({ code: 5, killed: null });
  });

  test('keeps the last 4 KB of what it complained about, and knows no NODE_OPTIONS', async () => {
    process.env['NODE_OPTIONS'] = '--max-old-space-size=4000';
    let text = '';
    const onOutput = (piece: Uint8Array) => {
      text += Buffer.from(piece).toString();
    };
    const result = await runChild(request('talk', { args: ['talk', 'more'], onOutput }));
    delete process.env['NODE_OPTIONS'];
    expect(text).toBe('none more');
    expect(Buffer.byteLength(result.stderr)).toBe(4096);
    expect(result.stderr.endsWith('x完')).toBe(true);
  });

  test('is killed when the file it reads changes, and the reason is kept', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw new Error('changed');
    }
    await expect(runChild(request('echo', { input: broken() }))).rejects.toThrow('changed');
  });

  test.skipIf(process.platform !== 'linux').each(parentEnds)(
    'does not outlive a parent ended by SIG%s: it ends %s',
    async (signal, _, seconds) => {
      const line = `"$NODE" "$PROGRAMS/parent.mjs" ${seconds} > "$HERE" & parent=$!
        until [ -s "$HERE" ]; do sleep 0.02; done
        kill -${signal} $parent; wait $parent 2>/dev/null; child=$(cat "$HERE")
        for n in $(seq 500); do [ -d /proc/$child ] || { echo gone; break; }; sleep 0.02; done`;
      expect((await bash(line, { HERE: join(await folderWith(), 'child') })).stdout).toBe('gone\n');
    },
  );

  test('is killed when its answer is refused', async () => {
    const onOutput = () => {
      throw new Error('too many rows');
    };
    await expect(runChild(request('flood', { onOutput }))).rejects.toThrow('too many rows');
  });
});
