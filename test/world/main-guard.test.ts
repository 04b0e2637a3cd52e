import { describe, expect, test } from 'vitest';
import { CrmError } from '../../src/errors.js';
import { Cleanup } from '../../src/world/cleanup.js';
import { type GuardedProcess, guardWords, runMain } from '../../src/world/main-guard.js';
import { bash } from './folder.js';

const guarded = (what: string) => bash(`"$NODE" "$PROGRAMS/guarded.mjs" ${what}`);

describe('the end of the program', () => {
  test('with an answer is its status, and all that was written arrives', async () => {
    const { code, stdout, stderr } = await guarded('answer');
    expect([code, stdout.length, stderr]).toEqual([4, 2_000_000, '']);
  });

  test('with a refusal is its status and its block, without a stack', async () => {
    expect(await guarded('refuse')).toEqual({ code: 3, stdout: '', stderr: 'refused file-missing orders.csv\n' });
  });

  test.each(['bug', 'later', 'rejected'])('with a bug (%s) is 1, its stack and a line for people', async (what) => {
    const { code, stderr } = await guarded(what);
    expect(code).toBe(1);
    expect(stderr).toContain('Error: nobody thought of this\n    at ');
    expect(stderr.endsWith(guardWords.bug.zh)).toBe(true);
  });

  test('that never comes is 1 and is said', async () => {
    expect(await guarded('never')).toEqual({ code: 1, stdout: 'begun', stderr: guardWords.unfinished.zh });
  });

  test('by a signal is the status of the signal, and nothing is said', async () => {
    expect(await guarded('signal')).toEqual({ code: 143, stdout: '', stderr: '' });
  });

  test('without memory is 1 and is said without a stack', async () => {
    expect(await guarded('memory')).toEqual({ code: 1, stdout: '', stderr: guardWords.memory.zh });
  });

  test('by a bug or by process.exit undoes what was under way', async () => {
    for (const what of ['left-bug', 'left-exit', 'left-never']) expect((await guarded(what)).stdout).toBe('undone');
  });

  test('with a refusal that cannot be described is a bug', async () => {
    const said: string[] = [];
    const own: GuardedProcess = { on: () => undefined, exit: () => undefined };
    const describe = () => {
      throw new Error('no words');
    };
    const main = () => Promise.reject(new CrmError('file-missing', 'a.csv'));
    await runMain(main, { describe, lang: () => 'en', say: (text) => said.push(text), own, undo: new Cleanup() });
    expect(own.exitCode).toBe(1);
    expect(said.join('')).toMatch(/^Error: no words[\s\S]*Please report/);
  });
});
