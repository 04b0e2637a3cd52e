// Joins the modules of src/ and the packages they use into few files in dist/, as opening hundreds of small ones costs
// more than most runs of `crm`. What stands under `dependencies` stays apart and is loaded when it is needed. Imports
// that are awaited stay files of their own, and so does every program that runs in a process or thread of its own.
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

/** Writes the program. All files lie flat in dist/: what is next to a source is next to the file it ends up in. */
export async function bundle() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const apart = Object.keys(dependencies);
  const bundler = await rolldown({
    cwd: root,
    input: entries(),
    platform: 'node',
    resolve: { alias: { '#supports-color': join(root, 'node_modules/chalk/source/vendor/supports-color/browser.js') } },
    external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  clear();
  const { output } = await bundler.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[name]-[hash].js',
    codeSplitting: { groups: steps.map(([name, test], index) => ({ name, test, priority: steps.length - index })) },
  });
  await bundler.close();
  writeFileSync(join(dist, LICENCES), licences(output.flatMap(({ moduleIds }) => moduleIds ?? [])));
}

/** Programs by name: crm itself and each source that ends in -child or -worker. */
function entries() {
  const own = readdirSync(join(root, 'src'), { recursive: true }).filter((path) => /-(?:child|worker)\.ts$/.test(path));
  return Object.fromEntries(['cli.ts', ...own].map((path) => [basename(path, '.ts'), join(root, 'src', path)]));
}

function clear() {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) if (name.startsWith('part-')) rmSync(join(dist, name));
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
