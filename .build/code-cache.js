// Keeps what the engine made of the program's parts beside them in dist/, so that a run need not parse them again: the
// program analyses a small demo here, as a text file and as workbooks of both kinds, once each in a process of its own.
// What one run made is there for the next, so that the last one writes the code of all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const require = createRequire(import.meta.url);
const { cacheOf, engineName, ProgramParts, threadEngineName } = require('../dist/program-parts.cjs');
const asked = process.argv.slice(2);

if (asked.length === 0) runAll();
else runOne(await largeFlags());

function runAll() {
  const { readFile, writeFile } = require('xlsx');
  const folder = mkdtempSync(join(tmpdir(), 'crm-build-'));
  try {
    const [csv, xlsx, shared] = ['demo.csv', 'demo.xlsx', 'shared.xlsx'].map((name) => join(folder, name));
    run('demo', '--orders', '2000', '--save', csv);
    run('demo', '--orders', '2000', '--save', xlsx);
    writeFile(readFile(xlsx, { dense: true }), shared, { bookSST: true, compression: true });
    run('analyze', csv, '--format', 'json');
    run('analyze', xlsx, '--quiet');
    run('analyze', shared, '--quiet');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(...args) {
  const own = fileURLToPath(import.meta.url);
  const { status, stderr } = spawnSync(process.execPath, [own, ...args], { encoding: 'utf8', env: environment() });
  if (status !== 0) throw new Error(`crm ${args.join(' ')}: ${stderr}`);
}

/** Without what would make the engine's settings differ from those of a usual run, and the program's too. */
function environment() {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, NO_COLOR: '1', CRM_LANG: 'zh' };
}

/**
 * One run of the program. Code is kept together with the engine's settings and only used under the same ones. The
 * program changes them on its way: here this is put off, so that what was loaded before is kept under the usual ones. For
 * threads, which begin when the inputs are known to be large, everything is kept under those the program has then.
 */
function runOne(large) {
  const engine = require('node:v8');
  const set = engine.setFlagsFromString;
  const later = [];
  let before = null;
  const parts = new ProgramParts(dist, (name) => import(name));
  engine.setFlagsFromString = (flag) => {
    before ??= new Set(parts.scripts.keys());
    later.push(flag);
  };
  set('--no-flush-bytecode');
  process.on('exit', () => {
    set('--flush-bytecode');
    keep(parts, (name) => before === null || before.has(name));
    for (const flag of later) set(flag);
    keep(parts, (name) => before !== null && !before.has(name));
    const nameOf = (flag) => flag.split('=')[0];
    for (const flag of large) if (later.some((one) => nameOf(one) === nameOf(flag))) set(flag);
    keep(parts, () => true, threadEngineName());
  });
  parts.load('main-cli.cjs').main();
}

/** What the engine is told where inputs are large. */
async function largeFlags() {
  const { patienceFlags } = await import('../dist/world/late-compiling.js');
  return patienceFlags([{ name: '', size: Number.MAX_SAFE_INTEGER }]);
}

function keep({ scripts }, isWanted, engine = engineName()) {
  for (const [name, script] of scripts) {
    if (isOfItsContent(name) && isWanted(name))
      writeFileSync(join(dist, cacheOf(name, engine)), script.createCachedData());
  }
}

/** Whether a file's name changes with its content: the engine itself compares only lengths. */
function isOfItsContent(name) {
  return name.startsWith('part-');
}
