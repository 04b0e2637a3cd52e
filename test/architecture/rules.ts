import { posix } from 'node:path';
import type { Source } from './source.js';

/** What is wrong with a file, in a sentence; empty when nothing is. */
export type Rule = (file: Source) => readonly string[];

/** What everybody may import. */
const base = ['model', 'util', 'kernel', 'i18n', 'errors'];

/** Which folders of src/ a folder may import, beside its own and the base. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  util: [],
  i18n: [],
  errors: [],
  kernel: [],
  adapters: [],
  analysis: [],
  reporters: [],
  demo: [],
  world: [],
  commands: ['adapters', 'analysis', 'reporters', 'demo'],
  cli: ['adapters', 'analysis', 'reporters', 'demo', 'commands', 'world'],
};

/** Single imports across a wall that carry only types: the shapes the world hands in. */
const declaredTypes: Readonly<Record<string, readonly string[]>> = { world: ['src/adapters/sources.ts'] };

/** Programs of their own besides cli: they have a process. */
const entryPoints = ['src/adapters/read/workbook-child.ts', 'src/adapters/read/parquet/parquet-child.ts'];

/** Built-in modules without a world behind them. */
const pureModules = ['node:zlib', 'node:buffer', 'node:crypto'];

/** Packages that live behind one wall. */
const packageHomes: Readonly<Record<string, RegExp>> = {
  'date-fns': /^src\/util\/calendar\.ts$/,
  xlsx: /^src\/adapters\/read\/workbook-child\.ts$/,
  '@clack/prompts': /^src\/world\/choose\.ts$/,
  hyparquet: /^src\/(?:adapters\/read\/parquet\/|reporters\/parquet)/,
  'hyparquet-writer': /^src\/reporters\/parquet\.ts$/,
  hucre: /^src\/reporters\/xlsx\//,
  '@zip.js/zip.js': /^src\/adapters\/archive\/encrypted-entries\.ts$/,
  commander: /^src\/cli(?:\.ts$|\/)/,
};

/** Names that reach the machine: its files, its clock, its chance, its language. */
const worldly: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['process', /(?<![.\w])process\s*[.[?]|\bglobalThis\b/],
  ['console', /(?<![.\w])console\s*[.[?]/],
  ['the clock', /\bnew Date\b|(?<![.\w])Date\s*[.(]|(?<![.\w])performance\s*\./],
  ['Math.random', /\bMath\s*\.\s*random\b|\brandom(?:UUID|Bytes)\b/],
  ['the network', /(?<![.\w])fetch\s*\(/],
  ['code made from text', /(?<![.\w])eval\s*\(|\bnew Function\b/],
  ['the language of the machine', /\.\s*(?:localeCompare|toLocale\w*)\s*\(/],
];

/** Lists that read top to bottom and may be longer than 200 lines. */
const longFiles = ['src/errors/content.ts'];

/** adapters, analysis and reporters never see one another; only cli imports the world. */
export const layers: Rule = (file) => {
  const from = layerOf(file.path);
  const open = [from, ...base, ...(mayImport[from] ?? [])];
  return targets(file)
    .filter((to) => !open.includes(layerOf(to)) && !declared(file, from, to))
    .map((to) => `${file.path} (${from}) imports ${to}`);
};

/** One platform is data: it knows no other. */
export const dialectsApart: Rule = (file) => {
  if (!isDialect(file.path)) return [];
  return targets(file)
    .filter(isDialect)
    .map((to) => `${file.path} imports another dialect: ${to}`);
};

/** Files, children, clock and chance belong to world and cli. */
export const worldApart: Rule = (file) => {
  if (hasWorld(file.path)) return [];
  const modules = file.imports.filter((name) => isBuiltIn(name) && !pureModules.includes(withScheme(name)));
  const words = worldly.filter(([name, pattern]) => !isCalendar(file.path, name) && pattern.test(file.code));
  return [...modules, ...words.map(([name]) => name)].map((what) => `${file.path} uses ${what}`);
};

/** Some packages stand behind one wall; their types may pass it. */
export const packagesAtHome: Rule = (file) =>
  file.loads
    .filter((name) => packageHomes[packageOf(name)]?.test(file.path) === false)
    .map((name) => `${file.path} imports ${name}`);

/** What is imported is named, so that the other rules see it. */
export const importsNamed: Rule = (file) =>
  file.imports.includes('(expression)') ? [`${file.path} imports a module whose name is computed`] : [];

/** No any, enum, switched-off check, catch-all file name, endless file. */
export const style: Rule = (file) => {
  const found: string[] = [];
  if (/(?:[:<|,(&=]|\bas|=>)\s*any\b/.test(file.code)) found.push('any');
  if (/(?<![.\w])enum\s+\w/.test(file.code)) found.push('an enum');
  if (/@ts-(?:ignore|expect-error|nocheck)/.test(file.text)) found.push('a check switched off');
  if (/\/(?:utils?|helpers?|types?|misc)\.ts$/.test(file.path)) found.push('a name that says nothing');
  const length = file.text.split('\n').length - 1;
  const mayBeLong = longFiles.includes(file.path) || file.path.endsWith('.generated.ts');
  if (length > 200 && !mayBeLong) found.push(`${length} lines`);
  return found.map((what) => `${file.path}: ${what}`);
};

/** Every rule for sources of src/. */
export const rules: readonly Rule[] = [layers, dialectsApart, worldApart, packagesAtHome, importsNamed, style];

/** The package of a specifier: `date-fns/constants` is of `date-fns`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Names of the packages a file imports. */
export function packagesOf(file: Source): readonly string[] {
  return file.imports.filter((name) => !/^[.(]/.test(name) && !isBuiltIn(name)).map(packageOf);
}

/** Paths of the sources a file imports. */
function targets(file: Source, names = file.imports): readonly string[] {
  return names
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(file.path), name).replace(/\.js$/, '.ts'));
}

function layerOf(path: string): string {
  if (!path.startsWith('src/')) return path;
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

function declared(file: Source, from: string, to: string): boolean {
  return (declaredTypes[from] ?? []).includes(to) && !targets(file, file.loads).includes(to);
}

function hasWorld(path: string): boolean {
  return /^src\/(?:world\/|cli\/|cli\.ts$)/.test(path) || entryPoints.includes(path);
}

function isCalendar(path: string, name: string): boolean {
  return path === 'src/util/calendar.ts' && name === 'the clock';
}

function isDialect(path: string): boolean {
  return path.startsWith('src/adapters/dialects/') && !path.endsWith('.generated.ts');
}

function isBuiltIn(name: string): boolean {
  return (
    name.startsWith('node:') ||
    /^(?:fs|child_process|os|path|worker_threads|http|https|net|vm|timers|url|util|events|stream)(?:\/|$)/.test(name)
  );
}

function withScheme(name: string): string {
  return name.startsWith('node:') ? name : `node:${name}`;
}
