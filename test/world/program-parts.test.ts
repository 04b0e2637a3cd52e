import { spawnSync } from 'node:child_process';
import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { patienceFlags } from '../../src/world/late-compiling.js';
import { engineName, ProgramParts } from '../../src/world/program-parts.js';
import { tempFolder } from '../cli/temp.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const example = join(root, 'fixtures/example/orders.csv');
const folder = tempFolder();

describe('the parts of the built program', () => {
  let usual = '';
  beforeAll(() => {
    usual = analysed(root).stdout;
    expect(usual.length).toBeGreaterThan(1000);
  });

  test('are used with the code that was made of them at build time, all of those that a usual run loads', () => {
    const { loaded } = loadedParts('analyze', example);
    expect(Object.keys(loaded).length).toBeGreaterThan(8);
    expect(Object.entries(loaded).filter(([name, isUsed]) => name !== 'main-cli.cjs' && !isUsed)).toEqual([]);
  });

  test('are used with the code that was made of them for threads that read large files', () => {
    const program = `
      const { ProgramParts, threadEngineName } = require('./dist/program-parts.cjs');
      const parts = new ProgramParts(process.cwd() + '/dist/', (name) => import(name), threadEngineName());
      parts.load('main-reading-worker.cjs');
      const used = [...parts.scripts].map(([name, script]) => [name, script.cachedDataRejected === false]);
      console.log(JSON.stringify(used));`;
    const large = patienceFlags([{ name: 'orders.csv', size: 2 ** 30 }]);
    expect(large.every((flag) => /^--[a-z-]+=\d+$/.test(flag))).toBe(true);
    const flags = ['--no-incremental-marking', ...(process.versions.v8.startsWith('11.') ? large : [])];
    const { stdout } = spawnSync(process.execPath, [...flags, '--eval', program], { cwd: root, encoding: 'utf8' });
    const loaded = JSON.parse(stdout) as [string, boolean][];
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter(([name, isUsed]) => name !== 'main-reading-worker.cjs' && !isUsed)).toEqual([]);
  });

  test('load neither what only some runs need of Node nor what other commands are made of', () => {
    const { loaded, modules, sources, segmented } = loadedParts('analyze', example);
    expect(segmented, 'Chinese words that are not kept').toEqual([]);
    const costly = ['child_process', 'crypto', 'readline', 'worker_threads'];
    expect(costly.filter((name) => modules.includes(`NativeModule ${name}`))).toEqual([]);
    expect(sources).toContain('src/analysis/retention.ts');
    expect(sources).toContain('src/reporters/terminal/page.ts');
    const foreign =
      /^src\/(?:demo|analysis\/(?:models|forecast)|reporters\/(?:html|xlsx|parquet)|commands\/(?:init|completion))\b/;
    expect(sources.filter((path) => foreign.test(path))).toEqual([]);
    expect(Object.keys(loaded).length).toBeLessThan(30);
  });

  test.each<[string, (path: string) => void]>([
    ['is missing, as in a published package', () => undefined],
    ['was cut off', (path) => truncateSync(path, statSync(path).size >> 1)],
    ['is empty', (path) => writeFileSync(path, '')],
    ['was made by another version of the engine', (path) => changed(path, 4)],
    [
      'was made by another build of the same version',
      (path) => renameSync(path, path.replace(/\w+\.cache$/, 'a.cache')),
    ],
    ['was made under other settings of the engine', (path) => changed(path, 12)],
  ])('do the same when that code %s', (name, spoil) => {
    const copy = programIn(`copy ${name}`, !name.startsWith('is missing'));
    for (const file of caches(copy)) spoil(file);
    expect(analysed(copy).stdout).toBe(usual);
  });

  test('do the same under settings of the engine that the user gave', () => {
    expect(analysed(root, { NODE_OPTIONS: '--max-old-space-size=500 --max-semi-space-size=8' }).stdout).toBe(usual);
  });

  test('bear the hash of their content in their names, where code lies beside them', () => {
    const kept = caches(root).map((path) => basename(path));
    expect(kept.length).toBeGreaterThan(8);
    expect(kept.filter((name) => !/^part-[\w.-]+-[\w-]{8}\.cjs\.v[\w.-]+\.cache$/.test(name))).toEqual([]);
  });

  test('are never written beside: a run leaves the folder as it was', () => {
    const copy = programIn('untouched', false);
    const before = readdirSync(join(copy, 'dist'));
    analysed(copy);
    expect(readdirSync(join(copy, 'dist'))).toEqual(before);
  });

  test('are one byte a character, so that they may be taken into memory as they lie there', () => {
    const parts = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.cjs'));
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter((name) => readFileSync(join(root, 'dist', name)).some((byte) => byte > 127))).toEqual([]);
  });

  test('know an executable by its version, its size and the moment it was written', () => {
    const one = folder.file('node', 'engine');
    const name = engineName(one);
    expect(name).toContain(process.version);
    expect(engineName(one)).toBe(name);
    folder.file('node', 'engine.');
    expect(engineName(one)).not.toBe(name);
    utimesSync(one, 1, 1);
    const older = engineName(one);
    utimesSync(one, 2, 2);
    expect(engineName(one)).not.toBe(older);
    expect(engineName(join(folder.path, 'nowhere'))).toBeNull();
  });

  test('are loaded once, hand on what they export and find their neighbours and the modules of Node', () => {
    folder.file('one.cjs', part("exports.two = require('./two.cjs'); exports.join = require('node:path').join;"));
    folder.file('two.cjs', part('exports.name = __filename; exports.strict = this === undefined;'));
    const parts = new ProgramParts(folder.path, (name) => import(name));
    const one = parts.load('one.cjs') as { two: object; join: unknown };
    expect(one.join).toBe(join);
    expect(one.two).toEqual({ name: join(folder.path, 'two.cjs'), strict: true });
    expect(parts.load('two.cjs')).toBe(one.two);
    expect([...parts.scripts.keys()]).toEqual(['one.cjs', 'two.cjs']);
  });

  test('bring in packages that are installed beside the program', async () => {
    folder.file('three.cjs', part("exports.zip = importPackage('@zip.js/zip.js');"));
    const { zip } = new ProgramParts(folder.path, (name) => import(name)).load('three.cjs') as { zip: Promise<object> };
    expect(Object.keys(await zip)).toContain('ZipReader');
    const parts = readdirSync(join(root, 'dist')).filter((name) => /^(?:part|main)-.*\.cjs$/.test(name));
    const asking = parts.filter((name) => /[^\w.]import\s*\(/.test(readFileSync(join(root, 'dist', name), 'latin1')));
    expect(asking).toEqual([]);
  });
});

function part(code: string): string {
  return `(function (exports, require, module, __filename, importPackage) { 'use strict'; ${code}\n})\n`;
}

function analysed(place: string, env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [join(place, 'bin/crm.js'), 'analyze', example], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env },
  });
  expect(run.status, run.stderr).toBe(0);
  return run;
}

/** A copy of the built program. */
function programIn(name: string, withCaches: boolean): string {
  const copy = join(folder.path, name);
  cpSync(join(root, 'bin'), join(copy, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  const names = readdirSync(join(root, 'dist')).filter(
    (one) => /\.c?js$/.test(one) || (withCaches && one.endsWith('.cache')),
  );
  for (const one of names) cpSync(join(root, 'dist', one), join(copy, 'dist', one));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function caches(copy: string): readonly string[] {
  const names = readdirSync(join(copy, 'dist')).filter((name) => name.endsWith('.cache'));
  return names.map((name) => join(copy, 'dist', name));
}

/** The file with one bit of its head turned. */
function changed(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 1;
  writeFileSync(path, bytes);
}

/** What a run loads: parts, and whether each was used with the code made at build time; modules of Node; our sources. */
function loadedParts(...args: readonly string[]) {
  const program = `
    import { ProgramParts } from './dist/program-parts.cjs';
    const parts = new ProgramParts(process.cwd() + '/dist/', (name) => import(name));
    const { Segmenter } = Intl;
    const segmented = [];
    Intl.Segmenter = function (...asked) {
      segmented.push(asked);
      return new Segmenter(...asked);
    };
    process.on('exit', () => {
      const used = [...parts.scripts].map(([name, script]) => [name, script.cachedDataRejected === false]);
      process.stderr.write(JSON.stringify({ loaded: Object.fromEntries(used), modules: process.moduleLoadList, segmented }));
    });
    parts.load('main-cli.cjs').main();`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program, 'crm', ...args], {
    encoding: 'utf8',
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' },
  });
  expect(run.status, run.stderr).toBe(0);
  const told = JSON.parse(run.stderr) as {
    loaded: Record<string, boolean>;
    modules: readonly string[];
    segmented: readonly unknown[];
  };
  const sources = Object.keys(told.loaded).flatMap((name) => {
    const text = readFileSync(join(root, 'dist', name), 'latin1');
    return [...text.matchAll(/\/\/ (src\/\S+\.ts)$/gm)].map((match) => match[1] ?? '');
  });
  return { ...told, sources };
}
