import { expect, test } from 'vitest';
import { childLines } from '../../../../src/adapters/read/parquet/child-lines.js';
import type { ChildRequest } from '../../../../src/adapters/sources.js';

const ended = { code: 0, killed: null, stderr: '' };

async function all(run: Parameters<typeof childLines>[0]) {
  const lines: unknown[] = [];
  for await (const line of childLines(run)) lines.push(line);
  return lines;
}

test('lines come whole whatever the pieces were, then how the child ended', async () => {
  const text = Buffer.from('示例甲\n\nb\n');
  for (let size = 1; size <= text.length; size++) {
    const lines = await all(async (onOutput) => {
      for (let at = 0; at < text.length; at += size) await onOutput(text.subarray(at, at + size));
      return ended;
    });
    expect(lines).toEqual(['示例甲', '', 'b', ended]);
  }
});

test('a child that writes faster than it is read has to wait', async () => {
  let most = 0;
  let read = 0;
  const run = async (onOutput: ChildRequest['onOutput']) => {
    for (let written = 1; written <= 500; written++) {
      most = Math.max(most, written - read);
      await onOutput(Buffer.from('x\n'));
    }
    return ended;
  };
  for await (const _ of childLines(run)) read++;
  expect(read).toBe(501);
  expect(most).toBeLessThan(40);
});

test('a child that nobody reads any more is stopped', async () => {
  let stopped: unknown = null;
  const run = async (onOutput: ChildRequest['onOutput']) => {
    try {
      for (;;) {
        await onOutput(Buffer.from('x\n'));
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch (error) {
      stopped = error;
      return { ...ended, code: 137 };
    }
  };
  for await (const _ of childLines(run)) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(stopped).toBeInstanceOf(Error);
});
