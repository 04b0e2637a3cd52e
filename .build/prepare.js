// Builds dist/ afresh when the compiler is there; without dev dependencies it says so and ends 0.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

if (existsSync(compiler)) {
  rmSync(fileURLToPath(new URL('../dist', import.meta.url)), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [compiler], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
  if (status === 0) await (await import('./bundle.js')).bundle();
} else {
  console.log('huitouke: not built, as the dev dependencies are not installed (npm ci builds it).');
}
