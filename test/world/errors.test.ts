import { appendFile, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { fileErrors } from '../../src/errors/files.js';
import { outputErrors } from '../../src/errors/output.js';
import { say } from '../../src/i18n/words.js';
import { openOutput } from '../../src/world/atomic.js';
import { findConfig } from '../../src/world/config-file.js';
import type { FileCalls } from '../../src/world/file-calls.js';
import { openSource } from '../../src/world/files.js';
import { expandInputs } from '../../src/world/inputs.js';
import { keyFrom } from '../../src/world/key-file.js';
import { sizeLimits } from '../../src/world/limits.js';
import { realProcesses } from '../../src/world/processes.js';
import { readFailure } from '../../src/world/read-failure.js';
import { stdinSource } from '../../src/world/stdin.js';
import { streamWriter } from '../../src/world/stdout.js';
import { folderWith, refusalOf } from './folder.js';
import { failing } from './shim.js';

const broken = (code: string) => Object.assign(new Error(code), { code });
const reject = (code: string) => () => Promise.reject(broken(code));
const fail = async (error: unknown) => {
  throw error;
};

async function read(cwd: string, name: string, maxSize: number | null = null): Promise<unknown> {
  const [input] = await expandInputs([name], cwd);
  return input === undefined ? null : openSource(input, { limits: sizeLimits(maxSize) });
}

async function stdin(stream: Readable): Promise<unknown> {
  const [input] = await expandInputs(['-'], '/');
  return input === undefined ? null : stdinSource(input, stream, () => undefined, 10);
}

const write = (cwd: string, change: Partial<FileCalls> = {}) =>
  openOutput('out.csv', { cwd, files: failing(null, change) });

const print = (code: string) =>
  streamWriter(new Writable({ write: (_chunk, _encoding, done) => done(broken(code)) })).write('a');

const config = (cwd: string, named: string | null = null) => findConfig({ named, env: {}, cwd });

/** What people do to meet each refusal. A refusal that is added and not listed here does not compile. */
const ways: Readonly<Record<keyof typeof fileErrors | keyof typeof outputErrors, (cwd: string) => Promise<unknown>>> = {
  'key-unreadable': (cwd) => keyFrom('.', cwd),
  'key-too-short': async (cwd) => {
    await writeFile(join(cwd, 'short.key'), 'secret');
    return keyFrom('short.key', cwd);
  },
  'file-missing': (cwd) => read(cwd, 'none.csv'),
  'folder-missing': (cwd) => read(cwd, 'none/a.csv'),
  'file-broken-link': async (cwd) => {
    await symlink('none', join(cwd, 'link.csv'));
    return read(cwd, 'link.csv');
  },
  'file-no-permission': () => fail(readFailure('a.csv', broken('EACCES'))),
  'file-in-use': () => fail(readFailure('a.csv', broken('EBUSY'))),
  'file-special': (cwd) => read(cwd, '/dev/null'),
  'file-read-failed': () => fail(readFailure('a.csv', broken('EIO'))),
  'file-too-large': (cwd) => read(cwd, 'a.csv', 2),
  'folder-without-tables': async (cwd) => {
    await mkdir(join(cwd, 'empty'));
    return read(cwd, 'empty');
  },
  'glob-without-match': (cwd) => read(cwd, '*.xlsx'),
  'stdin-twice': (cwd) => expandInputs(['-', '-'], cwd),
  'stdin-empty': () => stdin(Readable.from([])),
  'stdin-too-large': () => stdin(Readable.from([Buffer.alloc(11)])),
  'changed-while-read': async (cwd) => {
    const [input] = await expandInputs(['a.csv'], cwd);
    if (input === undefined) return;
    const source = await openSource(input);
    await appendFile(join(cwd, 'a.csv'), 'more');
    await source.at(0, 1);
  },
  'config-missing': (cwd) => config(cwd, 'none.toml'),
  'config-unreadable': (cwd) => config(cwd, '.'),
  'config-not-utf8': async (cwd) => {
    await writeFile(join(cwd, 'crm.toml'), Buffer.from([0xff]));
    return config(cwd);
  },
  'config-syntax': async (cwd) => {
    await writeFile(join(cwd, 'crm.toml'), 'lang zh');
    return config(cwd);
  },
  'output-failed': (cwd) => write(cwd, { open: reject('EIO') }),
  'output-no-space': (cwd) => write(cwd, { open: reject('ENOSPC') }),
  'output-read-only-disk': (cwd) => write(cwd, { open: reject('EROFS') }),
  'output-no-permission': (cwd) => write(cwd, { open: reject('EACCES') }),
  'output-read-only-file': async (cwd) => {
    await writeFile(join(cwd, 'out.csv'), '');
    return write(cwd, { mayWrite: reject('EACCES') });
  },
  'output-folder-missing': (cwd) => openOutput('none/out.csv', { cwd }),
  'output-is-folder': (cwd) => openOutput('.', { cwd }),
  'output-special': (cwd) => openOutput('/dev/null', { cwd }),
  'output-name-too-long': (cwd) => openOutput('x'.repeat(300), { cwd }),
  'output-broken-link': async (cwd) => {
    await symlink('circle', join(cwd, 'circle'));
    return openOutput('circle', { cwd });
  },
  'output-in-use': async (cwd) => (await write(cwd, { rename: reject('EBUSY') })).commit(),
  'output-is-input': async (cwd) => openOutput('a.csv', { cwd, inputs: await expandInputs(['a.csv'], cwd) }),
  'output-twice': async (cwd) => {
    const first = await openOutput('out.csv', { cwd });
    return openOutput('out.csv', { cwd }).finally(() => first.abort());
  },
  'output-locked': async (cwd) => {
    const since = new Date(realProcesses.now()).toISOString();
    await writeFile(join(cwd, '.out.csv.crm.lock'), JSON.stringify({ pid: 1, host: 'till-2', since, started: null }));
    return write(cwd);
  },
  'lock-lost': async (cwd) => {
    const output = await write(cwd);
    await truncate(join(cwd, '.out.csv.crm.lock'));
    return output.commit();
  },
  'stdout-failed': () => print('EIO'),
  'stdout-no-space': () => print('ENOSPC'),
};

describe('every refusal of files and outputs', () => {
  test.each(Object.entries(ways))('%s is met, and filled in both languages', async (code, way) => {
    const refusal = await refusalOf(way(await folderWith({ 'a.csv': 'data' })));
    expect(refusal.code).toBe(code);
    const { what, remedy } = { ...fileErrors, ...outputErrors }[code as keyof typeof ways];
    for (const words of [what, remedy]) {
      for (const lang of ['zh', 'en'] as const)
        expect(say(words, lang, refusal.params)).not.toMatch(/[{}!！]|undefined|NaN/);
      expect(words.zh).not.toMatch(/[。.]$/);
    }
  });
});
