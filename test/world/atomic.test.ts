import { chmod, link, lstat, readFile, stat, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openOutput } from '../../src/world/atomic.js';
import { abortAll, commitAll } from '../../src/world/commit-all.js';
import { expandInputs } from '../../src/world/inputs.js';
import { type Processes, realProcesses } from '../../src/world/processes.js';
import { readTempName, tempName } from '../../src/world/temp-name.js';
import { runs } from '../runs.js';
import { bash, folderWith, isSuperuser, namesIn, refusalOf } from './folder.js';
import { failing } from './shim.js';

async function written(cwd: string, name: string, text: string): Promise<void> {
  const output = await openOutput(name, { cwd });
  await output.write(text);
  await output.commit();
}

describe('an output', () => {
  test('is the old file until it is complete, and then the new one', async () => {
    const cwd = await folderWith({ 'out.csv': 'old' });
    const output = await openOutput('out.csv', { cwd });
    await output.write('new ');
    await output.write(Buffer.alloc(2 ** 20, 'x'));
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe('old');
    expect((await namesIn(cwd)).filter((name) => name.startsWith('.'))).toHaveLength(2);
    await output.write('的');
    await output.commit();
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe(`new ${'x'.repeat(2 ** 20)}的`);
    expect(await namesIn(cwd)).toEqual(['out.csv']);
  });

  test('that is given up leaves nothing behind, once or twice', async () => {
    const cwd = await folderWith({ 'out.csv': 'old' });
    const output = await openOutput('out.csv', { cwd });
    await output.write('new');
    await output.abort();
    await output.abort();
    expect(await namesIn(cwd)).toEqual(['out.csv']);
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe('old');
  });

  test('holds what was written, however it was cut into pieces', async () => {
    const cwd = await folderWith();
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array(),
      fc.integer({ min: 0, max: 300_000 }).map((n) => 'x'.repeat(n)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const output = await openOutput('out.csv', { cwd });
        for (const one of pieces) await output.write(one);
        await output.commit();
        const whole = Buffer.concat(pieces.map((one) => Buffer.from(one)));
        expect(Buffer.compare(await readFile(join(cwd, 'out.csv')), whole)).toBe(0);
      }),
      runs(100),
    );
  });

  test('takes a copy of what it is given', async () => {
    const cwd = await folderWith();
    const output = await openOutput('out.csv', { cwd });
    const bytes = Buffer.from('ann');
    await output.write(bytes);
    bytes.fill('x');
    await output.commit();
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe('ann');
  });

  test.skipIf(process.platform === 'win32')(
    'keeps the mode of the old file; a new one is for its owner alone',
    async () => {
      const cwd = await folderWith({ 'old.csv': 'old' });
      await chmod(join(cwd, 'old.csv'), 0o640);
      await written(cwd, 'old.csv', 'new');
      await written(cwd, 'new.csv', 'new');
      expect((await stat(join(cwd, 'old.csv'))).mode & 0o777).toBe(0o640);
      expect((await stat(join(cwd, 'new.csv'))).mode & 0o777).toBe(0o600);
    },
  );

  test('through a link replaces the file that is meant, by whatever way', async () => {
    const cwd = await folderWith({ 'real/out.csv': 'old' });
    await symlink('real', join(cwd, 'folder'));
    await symlink('folder/out.csv', join(cwd, 'one.csv'));
    await symlink(join(cwd, 'one.csv'), join(cwd, 'two.csv'));
    await symlink('real/new.csv', join(cwd, 'dangling.csv'));
    await written(cwd, 'two.csv', 'new');
    await written(cwd, 'dangling.csv', 'made');
    expect((await lstat(join(cwd, 'two.csv'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(cwd, 'real/out.csv'), 'utf8')).toBe('new');
    expect(await readFile(join(cwd, 'real/new.csv'), 'utf8')).toBe('made');
    expect(await namesIn(join(cwd, 'real'))).toEqual(['new.csv', 'out.csv']);
  });

  test('that has a second name becomes a file of its own; the second name keeps the old content', async () => {
    const cwd = await folderWith({ 'out.csv': 'old' });
    await link(join(cwd, 'out.csv'), join(cwd, 'second.csv'));
    await written(cwd, 'out.csv', 'new');
    expect(await readFile(join(cwd, 'second.csv'), 'utf8')).toBe('old');
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe('new');
  });

  test.each(['长'.repeat(85), 'a'.repeat(255), '\u001b[2J\n.csv', '-o', '..csv'])('may be called %j', async (name) => {
    const cwd = await folderWith();
    await written(cwd, name, 'new');
    expect(await namesIn(cwd)).toEqual([name]);
  });
});

describe('an output that cannot be', () => {
  test('is refused before the work starts, each for its own reason', async () => {
    const cwd = await folderWith({ 'file.csv': '', 'folder/a.csv': '' });
    await symlink('circle.csv', join(cwd, 'circle.csv'));
    const cases = {
      'none/out.csv': 'output-folder-missing',
      'file.csv/out.csv': 'output-folder-missing',
      folder: 'output-is-folder',
      'folder/': 'output-is-folder',
      'new/': 'output-is-folder',
      '': 'output-is-folder',
      [`${'x'.repeat(256)}`]: 'output-name-too-long',
      'circle.csv': 'output-broken-link',
      '/dev/null': 'output-special',
    };
    for (const [name, code] of Object.entries(cases)) {
      expect(await refusalOf(openOutput(name, { cwd }))).toMatchObject({ code, exit: 6, where: name });
    }
    expect(await namesIn(cwd)).toEqual(['circle.csv', 'file.csv', 'folder']);
  });

  test.skipIf(process.platform === 'win32')('because folder or file are read-only', async () => {
    const cwd = await folderWith({ 'shut/old.csv': 'old', 'old.csv': 'old' });
    await chmod(join(cwd, 'old.csv'), 0o444);
    await chmod(join(cwd, 'shut'), 0o555);
    await chmod(cwd, 0o777);
    const asUser = (name: string) =>
      bash(`"$NODE" "$PROGRAMS/write.mjs" '${join(cwd, name)}' new`, { AS_USER: isSuperuser ? '65534' : '' });
    expect((await asUser('old.csv')).stdout).toBe(`output-read-only-file 6 ${join(cwd, 'old.csv')}\n`);
    expect((await asUser('shut/new.csv')).stdout).toBe(`output-no-permission 6 ${join(cwd, 'shut/new.csv')}\n`);
    expect(await namesIn(cwd)).toEqual(['old.csv', 'shut']);
    await chmod(join(cwd, 'shut'), 0o755);
  });

  test('because it is one of the inputs, under any name', async () => {
    const cwd = await folderWith({ 'orders.csv': 'data' });
    await symlink('orders.csv', join(cwd, 'link.csv'));
    await link(join(cwd, 'orders.csv'), join(cwd, 'second.csv'));
    const inputs = await expandInputs(['orders.csv'], cwd);
    for (const name of ['orders.csv', './orders.csv', 'link.csv', 'second.csv']) {
      const refusal = await refusalOf(openOutput(name, { cwd, inputs }));
      expect(refusal).toMatchObject({ code: 'output-is-input', exit: 2, params: { input: 'orders.csv' } });
    }
    expect(await readFile(join(cwd, 'orders.csv'), 'utf8')).toBe('data');
  });

  test('because two outputs of the run are the same file', async () => {
    const cwd = await folderWith();
    const first = await openOutput('out.csv', { cwd });
    expect(await refusalOf(openOutput('./out.csv', { cwd }))).toMatchObject({ code: 'output-twice', exit: 2 });
    await first.commit();
    await (await openOutput('out.csv', { cwd })).abort();
    expect(await namesIn(cwd)).toEqual(['out.csv']);
  });

  test('because it is open in Excel, found before the work or after it', async () => {
    const cwd = await folderWith({ 'out.xlsx': 'old' });
    const busy = () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }));
    const before = failing({ at: 3, code: 'EBUSY' }, { windows: true });
    expect(await refusalOf(openOutput('out.xlsx', { cwd, files: before }))).toMatchObject({
      code: 'output-in-use',
      exit: 6,
    });
    const after = await openOutput('out.xlsx', { cwd, files: failing(null, { rename: busy }) });
    expect(await refusalOf(after.commit())).toMatchObject({ code: 'output-in-use' });
    expect(await namesIn(cwd)).toEqual(['out.xlsx']);
    expect(await readFile(join(cwd, 'out.xlsx'), 'utf8')).toBe('old');
  });
});

const ownDisk = (await bash('unshare -rm mount -t tmpfs -o size=64k tmpfs /mnt')).code === 0;

describe.skipIf(!ownDisk)('on a disk of 64 KB', () => {
  test('a file that does not fit leaves the old one and nothing else', async () => {
    const line = `mount -t tmpfs -o size=64k tmpfs /mnt; printf old > /mnt/out.csv; cd /mnt
      "$NODE" "$PROGRAMS/write.mjs" out.csv new 2; echo $?; ls -A; cat out.csv`;
    const { stdout } = await bash(`unshare -rm bash -c '${line}'`);
    expect(stdout).toBe('output-no-space 6 out.csv\n6\nout.csv\nold');
  });

  test('a disk that is full already is found before the work starts', async () => {
    const line = `mount -t tmpfs -o size=64k tmpfs /mnt; head -c 70000 /dev/zero > /mnt/fill; cd /mnt
      "$NODE" "$PROGRAMS/write.mjs" out.csv new 2; ls -A`;
    const { stdout, stderr } = await bash(`unshare -rm bash -c '${line}'`);
    expect(stdout).toBe('output-no-space 6 out.csv\nfill\n');
    expect(stderr).not.toContain('open');
  });

  test('a disk that is read-only says so', async () => {
    const line = `mount -t tmpfs -o size=64k,ro tmpfs /mnt; cd /mnt; "$NODE" "$PROGRAMS/write.mjs" out.csv new`;
    expect((await bash(`unshare -rm bash -c '${line}'`)).stdout).toBe('output-read-only-disk 6 out.csv\n');
  });
});

describe('several outputs of one run', () => {
  test('are put in place together', async () => {
    const cwd = await folderWith({ 'a.csv': 'old a' });
    const outputs = [await openOutput('a.csv', { cwd }), await openOutput('b.csv', { cwd })];
    for (const output of outputs) await output.write(`new ${output.shown}`);
    expect(await readFile(join(cwd, 'a.csv'), 'utf8')).toBe('old a');
    await commitAll(outputs);
    expect(await readFile(join(cwd, 'a.csv'), 'utf8')).toBe('new a.csv');
    expect(await namesIn(cwd)).toEqual(['a.csv', 'b.csv']);
  });

  test('are all given up together', async () => {
    const cwd = await folderWith({ 'a.csv': 'old a' });
    const outputs = [await openOutput('a.csv', { cwd }), await openOutput('b.csv', { cwd })];
    await abortAll(outputs);
    expect(await namesIn(cwd)).toEqual(['a.csv']);
  });

  test.each(['sync', 'rename'] as const)('of which the second fails at its %s stay all as they were', async (call) => {
    const cwd = await folderWith({ 'b.csv': 'old b', 'c.csv': 'old c' });
    const broken = () => Promise.reject(Object.assign(new Error('broken'), { code: 'EIO' }));
    const files = failing(null);
    const open: typeof files.open = async (...args) => ({ ...(await files.open(...args)), sync: broken });
    const second = failing(null, call === 'sync' ? { open } : { rename: broken });
    const outputs = [
      await openOutput('a.csv', { cwd }),
      await openOutput('b.csv', { cwd }),
      await openOutput('c.csv', { cwd, files: second }),
    ];
    for (const output of outputs) await output.write('new');
    expect(await refusalOf(commitAll(outputs))).toMatchObject({
      code: 'output-failed',
      where: 'c.csv',
      params: { reason: 'EIO' },
    });
    expect(await namesIn(cwd)).toEqual(['b.csv', 'c.csv']);
    expect(await readFile(join(cwd, 'b.csv'), 'utf8')).toBe('old b');
    expect(await readFile(join(cwd, 'c.csv'), 'utf8')).toBe('old c');
  });
});

describe('temporary files of killed runs', () => {
  const dead = 2 ** 22 + 1;
  const alone: Processes = { ...realProcesses, isAlive: (pid) => pid === process.pid || pid === 77 };

  test('are removed: beside the target at once, others after a day, those of the living never', async () => {
    const beside = tempName('out.csv', dead);
    const [old, young, living, future] = [
      tempName('b', dead),
      tempName('c', dead),
      tempName('d', 77),
      tempName('e', dead),
    ];
    const names = [beside, old, young, living, future, '.out.csv.crm-x.tmp', '.keep.tmp'];
    const cwd = await folderWith(Object.fromEntries(names.map((name) => [name, 'left'])));
    const now = Date.now() / 1000;
    for (const name of [old, living]) await utimes(join(cwd, name), now - 90_000, now - 90_000);
    await utimes(join(cwd, future), now + 900_000, now + 900_000);
    await (await openOutput('out.csv', { cwd, processes: alone })).commit();
    expect(await namesIn(cwd)).toEqual(['out.csv', young, living, future, '.out.csv.crm-x.tmp', '.keep.tmp'].sort());
  });

  test('are known by their names, also where the name was cut', () => {
    const long = '长'.repeat(85);
    expect(Buffer.byteLength(tempName(long, 12))).toBeLessThanOrEqual(255);
    expect(readTempName(tempName(long, 12))).toMatchObject({ pid: 12 });
    expect(readTempName(tempName(long, 12))?.isBeside(long)).toBe(true);
    expect(readTempName(tempName(long, 12))?.isBeside(`${long}x`)).toBe(false);
    expect(readTempName('out.csv')).toBeNull();
  });
});
