// Writes the generated indexes: every dialect, metric, reporter and command is found by its declaration, one a file;
// the Chinese words of our texts; and the compiled kernel.
// `--check` writes nothing and ends 1 when an index is stale. The help's catalogue needs compiled commands and is
// written by catalogue.js, after tsc.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.CRM_GENERATE_ROOT ?? fileURLToPath(new URL('..', import.meta.url));
const WIDTH = 120;

/** The text of each generated file, by path from the root. */
async function generated() {
  return new Map([
    ['src/adapters/dialects/index.generated.ts', dialectIndex('src/adapters/dialects')],
    ['src/analysis/index.generated.ts', metricIndex('src/analysis', 'metrics', 'Every metric', () => true)],
    ['src/analysis/usual.generated.ts', metricIndex('src/analysis', 'usualMetrics', ...withoutModels)],
    ['src/reporters/index.generated.ts', reporterIndex('src/reporters')],
    ['src/commands/index.generated.ts', commandIndex('src/commands')],
    ...chineseWords(['src/commands', 'src/errors', 'src/i18n'], 'src/util/chinese-words.generated.ts'),
    ...(await kernel('src/kernel')),
  ]);
}

/** Runs of Chinese characters in our texts, and the lengths of the words that Node finds in them. */
function chineseWords(folders, target) {
  if (!folders.every((folder) => existsSync(join(root, folder)))) return [];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const runs = new Set();
  for (const file of folders.flatMap((folder) => sources(join(root, folder), true))) {
    for (const [run] of readFileSync(file, 'utf8').matchAll(/\p{Script=Han}{2,}/gu)) runs.add(run);
  }
  const words = [...runs].sort().map((run) => {
    const lengths = Array.from(segmenter.segment(run), ({ segment }) => segment.length.toString(36));
    if (lengths.some((length) => length.length > 1)) throw new Error(`${run}: a word of more than 35 characters`);
    return `${run} ${lengths.join('')}`;
  });
  const list = `export const chineseWords = \`\n${words.join('\n')}\n\`;`;
  return [[target, page(['/** Chinese of our texts: a run a line, and the length of each of its words. */', list])]];
}

async function kernel(folder) {
  if (!existsSync(join(root, folder))) return [];
  const { compileKernel } = await import('./kernel.js');
  const text = await compileKernel(join(root, folder, 'assembly'));
  const lines = ['/** The kernel as WebAssembly, in base64. */', `export const kernelBytes =\n  '${text}';`];
  return [[`${folder}/kernel.generated.ts`, page(lines)]];
}

function dialectIndex(folder) {
  const found = declared(folder, /^export const (\w+): Dialect =/gm, false);
  return page([
    "import type { Dialect } from '../dialect.js';",
    ...found.map(({ name, path }) => `import { ${name} } from '${path}';`),
    '',
    '/** Every platform, in the order of the file names. */',
    ...listed('dialects', 'readonly Dialect[]', found),
  ]);
}

/** Most runs forecast nothing: they need not load the models. */
const withoutModels = ['Every metric but the forecasts', ({ path }) => !path.startsWith('./forecast/')];

function metricIndex(folder, name, about, wanted) {
  const found = declared(folder, /^export const (\w+) = defineMetric\(/gm, true).filter(wanted);
  const imports = [{ name: 'type Metric', path: './metric.js' }, ...found].sort((a, b) => byPath(a.path, b.path));
  return page([
    ...imports.map((one) =>
      one.name === 'type Metric'
        ? `import type { Metric } from '${one.path}';`
        : `import { ${one.name} } from '${one.path}';`,
    ),
    '',
    `/** ${about}, in the order of the file names. */`,
    ...listed(name, 'readonly Metric[]', found),
  ]);
}

function reporterIndex(folder) {
  const found = declared(folder, /^export const (\w+): Reporter =/gm, true);
  return page([
    "import type { Reporter } from './reporter.js';",
    '',
    '/** A format before its code is loaded. */',
    'export interface ReporterEntry {',
    '  /** File endings that choose it, without the dot. */',
    '  readonly extensions: readonly string[];',
    '  /** Tells the SHA-256 of each input file. */',
    '  readonly hashes: boolean;',
    '  readonly load: () => Promise<Reporter>;',
    '}',
    '',
    '/** Every format by id; the code of one is loaded when it is asked for. */',
    'export const reporters: Readonly<Record<string, ReporterEntry>> = {',
    ...found.flatMap(({ name, path, body }) => [
      `  ${key(idOf(body, path))}: {`,
      `    extensions: [${extensionsOf(body, path)}],`,
      `    hashes: ${/^\s*hashes: true,$/m.test(body)},`,
      `    load: async () => (await import('${path}')).${name},`,
      '  },',
    ]),
    '};',
  ]);
}

function commandIndex(folder) {
  const found = declared(folder, /^export const (\w+) = defineCommand\(/gm, false);
  return page([
    '/** Every command by id; the code of one is loaded when it is asked for. */',
    'export const commands = {',
    ...found.map(
      ({ name, path, body }) => `  ${key(idOf(body, path))}: { load: async () => (await import('${path}')).${name} },`,
    ),
    '} as const;',
  ]);
}

/** The declarations of a folder: name, import path, and the text from the declaration on. Two in one file are refused. */
function declared(folder, pattern, recursive) {
  const found = [];
  for (const file of sources(join(root, folder), recursive)) {
    const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    const matches = [...text.matchAll(pattern)];
    if (matches.length > 1)
      throw new Error(`${relative(root, file)}: ${matches.length} declarations, expected one a file`);
    const [match] = matches;
    if (match === undefined) continue;
    const path = `./${relative(join(root, folder), file).replaceAll('\\', '/').replace(/\.ts$/, '.js')}`;
    found.push({ name: match[1], path, body: text.slice(match.index) });
  }
  return found.sort((a, b) => byPath(a.path, b.path));
}

function sources(folder, recursive) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return recursive ? sources(path, true) : [];
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.generated.ts') ? [path] : [];
  });
}

function idOf(body, path) {
  const id = /^ {2}id: '([^']+)',$/m.exec(body)?.[1];
  if (id === undefined) throw new Error(`${path}: no line \`  id: '…',\``);
  return id;
}

function extensionsOf(body, path) {
  const extensions = /^ {2}extensions: \[([^\]]*)\],$/m.exec(body)?.[1];
  if (extensions === undefined) throw new Error(`${path}: no line \`  extensions: […],\``);
  return extensions;
}

function listed(name, type, found) {
  const line = `export const ${name}: ${type} = [${found.map((one) => one.name).join(', ')}];`;
  if (line.length <= WIDTH) return [line];
  return [`export const ${name}: ${type} = [`, ...found.map((one) => `  ${one.name},`), '];'];
}

function page(lines) {
  return ['// Generated by `npm run generate`. Do not edit.', ...lines, ''].join('\n');
}

function key(id) {
  return /^[A-Za-z_]\w*$/.test(id) ? id : `'${id}'`;
}

/** As biome sorts imports: `./second-purchase.js` before `./second-purchase-median.js`. */
function byPath(one, other) {
  return one.slice(0, -'.js'.length) < other.slice(0, -'.js'.length) ? -1 : 1;
}

const stale = [];
for (const [path, text] of await generated()) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === text) continue;
  stale.push(path);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}: run npm run generate`);
  process.exitCode = 1;
}
