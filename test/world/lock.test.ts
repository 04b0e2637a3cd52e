import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openOutput } from '../../src/world/atomic.js';
import { type Processes, realProcesses } from '../../src/world/processes.js';
import { bash, folderWith, namesIn, refusalOf, rounds } from './folder.js';

const dead = 2 ** 22 + 1;
const since = '2026-01-02T03:04:05.000Z';

function holder(change: object): string {
  return JSON.stringify({ pid: process.ppid, host: realProcesses.host, since, started: null, ...change });
}

describe('a lock', () => {
  test('of a run that is alive is respected, and the holder is named', async () => {
    const cwd = await folderWith({ 'out.csv': 'old', '.out.csv.crm.lock': holder({}) });
    expect(await refusalOf(openOutput('out.csv', { cwd }))).toMatchObject({
      code: 'output-locked',
      exit: 7,
      params: { pid: String(process.ppid), host: realProcesses.host, since, lock: join(cwd, '.out.csv.crm.lock') },
    });
    expect(await namesIn(cwd)).toEqual(['.out.csv.crm.lock', 'out.csv']);
  });

  test.each([
    ['whose process is gone', holder({ pid: dead })],
    ['whose process number was this one before', holder({ pid: process.pid })],
    ['that says nothing, half a second long', ''],
    ['that is cut', '{"pid":12,'],
  ])('of a run %s is taken over, and this is known', async (_, text) => {
    const cwd = await folderWith({ '.out.csv.crm.lock': text });
    const output = await openOutput('out.csv', { cwd });
    expect(output.tookOver).not.toBeNull();
    await output.commit();
    expect(await namesIn(cwd)).toEqual(['out.csv']);
  });

  test.skipIf(process.platform !== 'linux')('of a process whose number another has now is taken over', async () => {
    const cwd = await folderWith({ '.out.csv.crm.lock': holder({ started: '1' }) });
    const output = await openOutput('out.csv', { cwd });
    expect(output.tookOver?.pid).toBe(process.ppid);
    await output.abort();
  });

  test('of another machine is respected for a day', async () => {
    const cwd = await folderWith({ '.out.csv.crm.lock': holder({ pid: dead, host: 'till-2' }) });
    const later = (hours: number): Processes => ({
      ...realProcesses,
      now: () => Date.parse(since) + hours * 3_600_000,
    });
    expect(await refusalOf(openOutput('out.csv', { cwd, processes: later(23) }))).toMatchObject({
      params: { host: 'till-2' },
    });
    const output = await openOutput('out.csv', { cwd, processes: later(25) });
    expect(output.tookOver?.host).toBe('till-2');
    await output.abort();
  });

  test('that was taken by another run meanwhile is not released, and the output is given up', async () => {
    const cwd = await folderWith({ 'out.csv': 'old' });
    const output = await openOutput('out.csv', { cwd });
    await output.write('new');
    await writeFile(join(cwd, '.out.csv.crm.lock'), holder({}));
    expect(await refusalOf(output.commit())).toMatchObject({ code: 'lock-lost', exit: 7 });
    expect(await namesIn(cwd)).toEqual(['.out.csv.crm.lock', 'out.csv']);
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe('old');
  });

  test('goes to one of several runs that find it stale at once', async () => {
    for (let round = 0; round < rounds(1, 10); round++) {
      const cwd = await folderWith({ '.out.csv.crm.lock': holder({ pid: dead }) });
      const run = (text: string) => `"$NODE" "$PROGRAMS/write.mjs" out.csv ${text} 2 300 &`;
      const { stdout } = await bash(`cd '${cwd}'; ${[...'abcd'].map(run).join(' ')} wait`);
      expect(stdout.trim().split('\n').sort()).toEqual([...Array(3).fill('output-locked 7 out.csv'), 'written']);
      expect(await namesIn(cwd)).toEqual(['out.csv']);
    }
  });
});

describe('two runs to one output at once', () => {
  test('one of them wins or both do after one another, and the file is always whole', async () => {
    const cwd = await folderWith();
    const times = rounds(2, 20);
    const line = `cd '${cwd}'; for n in $(seq ${times}); do "$NODE" "$PROGRAMS/write.mjs" out.csv 'aa' 3 20 & "$NODE" "$PROGRAMS/write.mjs" out.csv 'bb' 3 20; wait; done`;
    const { stdout } = await bash(line);
    const ends = stdout.trim().split('\n');
    expect(ends).toHaveLength(2 * times);
    expect(ends.filter((end) => end !== 'written' && end !== 'output-locked 7 out.csv')).toEqual([]);
    expect(ends.filter((end) => end === 'written').length).toBeGreaterThanOrEqual(times);
    expect(ends).toContain('output-locked 7 out.csv');
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toMatch(/^(a{1200002}|b{1200002})$/);
    expect(await namesIn(cwd)).toEqual(['out.csv']);
  });
});
