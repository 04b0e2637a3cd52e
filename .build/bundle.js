// Joins the modules of src/ and the packages they use into few files in dist/, as opening hundreds of small ones costs
// more than most runs of `crm`. What stands under `dependencies` stays apart and is loaded when it is needed. Imports
// that are awaited stay files of their own, and so does every program that runs in a process or thread of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const LICENCES = 'licences.txt';

/** What a run takes its steps with, each together with everything it imports that no step before it has. */
const steps = [
  ['start', /src[\\/]cli\.ts$/],
  ['run', /src[\\/]cli[\\/]run-command\.ts$/],
  ['read', /src[\\/]commands[\\/]run-import\.ts$/],
  ['analysis', /src[\\/]commands[\\/]build-report\.ts$/],
];

/** The programs that answer the user at once, each with what its entry hands on. The loader brings their parts in. */
const quick = { cli: ['main'], 'reading-worker': [] };
/** Those that run in threads, when the engine has other settings. */
const threads = ['reading-worker'];

/** Writes the program. All files lie flat in dist/: what is next to a source is next to the file it ends up in. */
export async function bundle() {
  clear();
  const modules = [...(await quickPrograms()), ...(await children()), ...(await loader())];
  for (const [name, exported] of Object.entries(quick)) writeEntry(name, exported);
  writeFileSync(join(dist, LICENCES), licences(modules));
  makeCodeCache();
}

/** `cli` and the like as CommonJS parts: code that the engine made of such files can be kept beside them. */
async function quickPrograms() {
  const modules = await written(Object.keys(quick), {
    format: 'cjs',
    entryFileNames: 'main-[name].cjs',
    chunkFileNames: 'part-[name]-[hash].cjs',
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: { groups: steps.map(([name, test], index) => ({ name, test, priority: steps.length - index })) },
  });
  for (const name of readdirSync(dist).filter((one) => one.endsWith('.cjs'))) makePart(join(dist, name));
  return modules;
}

/** The programs that run in processes of their own. */
function children() {
  const names = Object.keys(entries()).filter((name) => !Object.hasOwn(quick, name) && name !== 'program-parts');
  return written(names, { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' });
}

function loader() {
  return written(['program-parts'], { format: 'cjs', entryFileNames: '[name].cjs' });
}

/** Joins some programs and writes them; the answer is the modules in them. */
async function written(names, output) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const apart = Object.keys(dependencies);
  const all = entries();
  const bundler = await rolldown({
    cwd: root,
    input: Object.fromEntries(names.map((name) => [name, all[name]])),
    platform: 'node',
    resolve: { alias: { '#supports-color': join(root, 'node_modules/chalk/source/vendor/supports-color/browser.js') } },
    external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const files = await bundler.write({ dir: dist, ...output });
  await bundler.close();
  return files.output.flatMap(({ moduleIds }) => moduleIds ?? []);
}

/** An entry: what bin/ and the threads name. As CommonJS, which is at hand when Node starts; modules take 5 ms more. */
function writeEntry(name, exported) {
  const engine = threads.includes(name) ? 'threadEngineName' : 'engineName';
  const load = `new ProgramParts(__dirname, (name) => import(name), ${engine}()).load('main-${name}.cjs')`;
  const lines = [
    "'use strict';",
    `const { ProgramParts, ${engine} } = require('./program-parts.cjs');`,
    `module.exports = ${load};`,
  ];
  writeFileSync(join(dist, `${name}.cjs`), `${lines.join('\n')}\n`);
  const hands = exported.length === 0 ? '' : `export const { ${exported.join(', ')} } = program;\n`;
  writeFileSync(join(dist, `${name}.js`), `import ${hands && 'program from '}'./${name}.cjs';\n${hands}`);
}

/** Modules of Node that take milliseconds and that many a run can do without: they are loaded where they are used. */
const costly = ['child_process', 'crypto', 'readline', 'timers/promises', 'vm', 'worker_threads'];

/**
 * A part is one function, and plain ASCII: one byte a character, so that it comes into memory as it lies there. It asks
 * the loader for packages, as code that was kept cannot import.
 */
function makePart(path) {
  const asking = readFileSync(path, 'utf8').replaceAll(/\bimport\((?=["'])/g, 'importPackage(');
  const code = inAscii(
    costly.reduce((text, name) => loadedLate(text, `node:${name}`), asking),
    path,
  );
  writeFileSync(path, `(function (exports, require, module, __filename, importPackage) { 'use strict'; ${code}\n})\n`);
}

function inAscii(code, path) {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes, char) => {
    if (slashes.length % 2 === 1) throw new Error(`${path}: a backslash before ${char}`);
    return `${slashes}\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A module is what a name stands for; then it is what a function of that name answers, asking once. */
function loadedLate(code, module) {
  let late = code;
  for (const [line, name] of code.matchAll(
    new RegExp(`\\b(?:let|const|var) (\\w+) = require\\("${module}"\\);`, 'g'),
  )) {
    const rest = late.replace(line, '').replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `(${name}()).`);
    if (new RegExp(`\\b${name}\\b(?!\\(\\)\\)\\.)`).test(rest)) throw new Error(`${module} is more than looked into`);
    late = `${rest}\nvar ${name}$;\nfunction ${name}() { return (${name}$ ??= require("${module}")); }`;
  }
  return late;
}

/** Lets the program run once, in a process of its own, and keeps the code the engine made. */
function makeCodeCache() {
  const { status } = spawnSync(process.execPath, [join(root, '.build/code-cache.js')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('the code cache was not made');
}

/** Programs by name: crm itself, its loader and each source that ends in -child or -worker. */
function entries() {
  const own = readdirSync(join(root, 'src'), { recursive: true }).filter((path) => /-(?:child|worker)\.ts$/.test(path));
  return Object.fromEntries(
    ['cli.ts', 'world/program-parts.ts', ...own].map((path) => [basename(path, '.ts'), join(root, 'src', path)]),
  );
}

function clear() {
  mkdirSync(dist, { recursive: true });
  const old = readdirSync(dist).filter((name) => /^part-|\.(?:cjs|cache)$/.test(name));
  for (const name of old) rmSync(join(dist, name));
}

/** The licence of every package inside the bundle, each text once. */
function licences(modules) {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null));
  const packages = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
    if (files.length === 0) throw new Error(`${name}: no licence file`);
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
    packages.set(text, [...(packages.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return [...packages].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package a module belongs to; null for our own. */
function packageFolder(module) {
  const mark = `${sep}node_modules${sep}`;
  const at = module.lastIndexOf(mark);
  if (at < 0) return null;
  const [scope, name] = module.slice(at + mark.length).split(sep);
  return join(module.slice(0, at), 'node_modules', scope, scope.startsWith('@') ? name : '');
}

export { bundle as setup };

if (process.argv[1] !== undefined && dirname(process.argv[1]) === join(root, '.build')) await bundle();
