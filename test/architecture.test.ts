import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { packagesOf, type Rule, rules } from './architecture/rules.js';
import { source } from './architecture/source.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = filesOf(join(root, 'src')).map((path) => source(path, readFileSync(join(root, path), 'utf8')));

describe('the house', () => {
  test('every source keeps the rules of the house', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => rules.flatMap((rule) => rule(file)))).toEqual([]);
  });

  test('every package a source imports is named in package.json: installed with crm, or built into it', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>;
    const known = ['dependencies', 'devDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));
    expect([...new Set(files.flatMap(packagesOf))].filter((name) => !known.includes(name))).toEqual([]);
  });

  test('the top level holds only what belongs there', () => {
    const folders = ['src', 'bin', 'fixtures', 'test', 'node_modules', 'dist'];
    const documents = ['README.md', 'CHANGELOG.md', 'LICENSE'];
    const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts'];
    const allowed = [...folders, ...documents, ...settings];
    const found = readdirSync(root).filter((name) => !name.startsWith('.') && !name.endsWith('.tgz'));
    expect(found.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('nothing in the repository speaks of the machine it was made on', () => {
    const places = /(?:^|[\s'"`(=])\/(?:work|home|root|Users|tmp)\/|\bregistry\.(?!html)[a-z]+\.[a-z]|\bnpm[m]irror\b/;
    const papers = /\b(?:metrics|formats|reliability|reports|performance|design)\.m[d]\b/;
    const tools = /\b(?:c[l]aude|anthropi[c]|cop[i]lot|chat[g]pt|open[a]i)\b/i;
    const texts = [
      'src',
      'test',
      'bin',
      '.build',
      '.ci',
      'README.md',
      'CHANGELOG.md',
      'package.json',
      'fixtures',
    ].flatMap((place) => filesOf(join(root, place), /\.(?:ts|js|md|json|csv|txt)$|\/run$/));
    const said = (path: string) => readFileSync(join(root, path), 'utf8');
    expect(texts.filter((path) => [places, papers, tools].some((words) => words.test(said(path))))).toEqual([]);
  });

  test('the lock file names no download address', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });

  test('the lock file holds the packages of every platform, or npm ci refuses it', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const wanted = Object.values(lock.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(wanted.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
  });
});

describe('a planted line is found', () => {
  test.each([
    ['a metric that reads files', 'src/analysis/repeat-rate.ts', "import { readFileSync } from 'node:fs';"],
    ['a metric that reads files without the scheme', 'src/analysis/repeat-rate.ts', "import fs from 'fs';"],
    ['a metric that loads files later', 'src/analysis/repeat-rate.ts', "const fs = await import('node:fs/promises');"],
    [
      'a metric that knows an adapter',
      'src/analysis/sales.ts',
      "import type { Dialect } from '../adapters/dialect.js';",
    ],
    ['a dialect that imports another', 'src/adapters/dialects/tmall.ts', "import { taobao } from './taobao.js';"],
    ['an adapter that imports a reporter', 'src/adapters/merge.ts', "export * from '../reporters/csv.js';"],
    ['a reporter that imports a metric', 'src/reporters/csv.ts', "import { sales } from '../analysis/sales.js';"],
    ['a command that touches the world', 'src/commands/check.ts', "import { files } from '../world/files.js';"],
    ['a world that runs an adapter', 'src/world/files.ts', "import { read } from '../adapters/sources.js';"],
    ['a model that knows the demo shop', 'src/model/orders.ts', "import { demoOrders } from '../demo/shop.js';"],
    ['a metric that looks at the clock', 'src/analysis/sales.ts', 'const today = new Date();'],
    ['a metric that looks at the clock inside a template', 'src/analysis/sales.ts', 'const text = `at ${Date.now()}`;'],
    ['a reporter that looks at the environment', 'src/reporters/csv.ts', 'const wide = process.stdout.columns;'],
    ['a reporter that prints', 'src/reporters/csv.ts', "console.log('done');"],
    ['chance without a seed', 'src/demo/shop.ts', 'const lucky = Math.random() < 0.5;'],
    ['sorting by the language of the machine', 'src/reporters/csv.ts', 'names.sort((a, b) => a.localeCompare(b));'],
    ['the workbook package in the main process', 'src/adapters/read/workbook.ts', "import * as xlsx from 'xlsx';"],
    ['a second place that makes dates', 'src/util/span.ts', "import { addMonths } from 'date-fns/addMonths';"],
    ['a module whose name is computed', 'src/commands/check.ts', 'const part = await import(`./${name}.js`);'],
    ['any', 'src/commands/check.ts', 'const value = row as any;'],
    ['a check switched off', 'src/commands/check.ts', '// @ts-ignore'],
    ['a file of everything', 'src/util/helpers.ts', 'export const one = 1;'],
    ['a file without end', 'src/util/day.ts', 'one();\n'.repeat(201)],
  ])('%s', (_, path, line) => {
    expect(broken(path, line)).toHaveLength(1);
  });

  test.each([
    ['a comment about files', "// import { readFileSync } from 'node:fs';"],
    ['a longer comment', '/* process.exit(1)\n console.log(new Date()) */'],
    ['a text that looks like an import', `const text = "import fs from 'node:fs'";`],
    ['a template that looks like code', 'const text = `console.log(${name}) // Math.random()`;'],
    ['a pattern with quotes and slashes', 'const marks = /["\'`/]|process\\.env/.test(text);'],
    ['a word that only contains another', 'const preprocess = row.process.name; const anyone = 1;'],
    ['the model', "import type { OrderTable } from '../model/orders.js';"],
    ['the shape of a book', "import type { WorkBook } from 'xlsx';"],
    ['bytes and checksums', "import { createHash } from 'node:crypto';"],
  ])('but not %s', (_, line) => {
    expect(broken('src/analysis/sales.ts', line)).toEqual([]);
  });
});

function broken(path: string, line: string): readonly string[] {
  const file = source(path, `import type { Day } from '../util/calendar.js';\n${line}\n`);
  return rules.flatMap((rule: Rule) => rule(file));
}

function filesOf(place: string, wanted = /\.ts$/): string[] {
  const entries = readdirSync(place.endsWith('.md') || place.endsWith('.json') ? root : place, { withFileTypes: true });
  if (place.endsWith('.md') || place.endsWith('.json')) return [relative(root, place)];
  return entries.flatMap((entry) => {
    const path = join(place, entry.name);
    if (entry.isDirectory()) return filesOf(path, wanted);
    return wanted.test(path) ? [relative(root, path).replaceAll('\\', '/')] : [];
  });
}
