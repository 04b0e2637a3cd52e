import { chmod, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CrmError } from '../../src/errors.js';
import { type AtomicOutput, openOutput } from '../../src/world/atomic.js';
import { abortAll, commitAll } from '../../src/world/commit-all.js';
import { folderWith, namesIn } from './folder.js';
import { type Call, failing } from './shim.js';

const text = 'new '.repeat(200_000);

interface Outcome {
  readonly error: unknown;
  readonly calls: readonly Call[];
}

/** Writes one output, or two together, through calls of which one fails. */
async function attempt(cwd: string, names: readonly string[], at: number, code: string): Promise<Outcome> {
  const files = failing({ at, code });
  const outputs: AtomicOutput[] = [];
  try {
    for (const name of names) outputs.push(await openOutput(name, { cwd, files }));
    for (const output of outputs) await output.write(text);
    await commitAll(outputs);
    return { error: null, calls: files.calls };
  } catch (error) {
    await abortAll(outputs);
    return { error, calls: files.calls };
  }
}

async function contents(cwd: string): Promise<Readonly<Record<string, string>>> {
  const entries = [];
  for (const name of await namesIn(cwd)) {
    const content = await readFile(join(cwd, name), 'utf8');
    entries.push([name, content === text ? 'new' : content]);
  }
  return Object.fromEntries(entries);
}

const codes = [
  'EIO',
  'ENOSPC',
  'EINTR',
  'short',
  ...(process.env['LONG'] === undefined ? [] : ['EDQUOT', 'EROFS', 'EACCES']),
];

describe.each(codes)('when any one system call fails with %s', (code) => {
  test.each([
    ['an existing file', { 'out.csv': 'old' }, ['out.csv']],
    ['a new file', {}, ['out.csv']],
    ['two files together', { 'a.csv': 'old' }, ['a.csv', 'b.csv']],
  ])('%s is whole, old or new, and nothing else is left', async (_, before, names) => {
    const after = Object.fromEntries(names.map((name) => [name, 'new']));
    let failed = 0;
    for (let at = 0; ; at++) {
      const cwd = await folderWith(before);
      for (const name of Object.keys(before)) await chmod(join(cwd, name), 0o640);
      const { error, calls } = await attempt(cwd, names, at, code);
      expect([at, calls[at], await contents(cwd)]).toEqual([at, calls[at], error === null ? after : before]);
      if (error !== null) {
        expect(error).toBeInstanceOf(CrmError);
        expect(error).toMatchObject({ exit: calls[at] === 'look' ? expect.toBeOneOf([6, 7]) : 6 });
        failed += 1;
      }
      for (const name of Object.keys(before)) expect((await stat(join(cwd, name))).mode & 0o777).toBe(0o640);
      if (at >= calls.length) break;
    }
    if (code === 'short') expect(failed).toBe(0);
    else if (code !== 'EINTR') expect(failed).toBeGreaterThanOrEqual(names.length * 6);
  });
});
