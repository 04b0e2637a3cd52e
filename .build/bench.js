// Builds and runs the benchmark: `npm run bench -- --quick`, `--only csv`, `--readme` … (see test/bench/main.ts). What
// it compares with is installed beside it, in dist/bench, and is no part of the program; what cannot be installed is
// left out and said.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const peers = join(root, 'test/bench/peers');
const place = join(root, 'dist/bench');

installPeers();
const bundler = await rolldown({
  cwd: root,
  input: { main: 'test/bench/main.ts', jobs: 'test/bench/jobs/main.ts' },
  platform: 'node',
  external: ['exceljs', '@duckdb/node-api', 'xlsx', 'hucre', /^hucre\//, /^@zip\.js/, /^hyparquet/, /^@clack/],
});
await bundler.write({ dir: place, format: 'esm', entryFileNames: '[name].js' });
await bundler.close();
const { status } = spawnSync(process.execPath, [join(place, 'main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_ROOT: root },
});
process.exitCode = status ?? 1;

function installPeers() {
  mkdirSync(place, { recursive: true });
  const lock = join(place, 'package-lock.json');
  const wanted = readFileSync(join(peers, 'package-lock.json'), 'utf8');
  const isThere = existsSync(join(place, 'node_modules')) && existsSync(lock) && readFileSync(lock, 'utf8') === wanted;
  if (isThere) return;
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(peers, name), join(place, name));
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(command, ['ci', '--ignore-scripts'], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) console.error('bench: DuckDB and exceljs could not be installed; their rows stay empty');
}
