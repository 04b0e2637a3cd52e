import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Files } from '../bench/data/files.js';

const bin = fileURLToPath(new URL('../../bin/crm.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'without-kernel-'));
const files = new Files(folder);

afterAll(() => rmSync(folder, { recursive: true }));

const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;

/** The report as JSON, byte by byte. */
function report(path: string, ...flags: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [...flags, bin, 'analyze', path, '--format', 'json'], options);
  expect(status).toBe(0);
  return stdout;
}

test.each([
  ['UTF-8', () => files.csv(400, 'utf-8')],
  ['GBK', () => files.csv(400, 'gb18030')],
  ['a workbook with shared strings', () => files.workbook(400, 'shared')],
  ['a workbook with inline strings', () => files.workbook(400, 'inline')],
])('where the engine has no WebAssembly %s is read to the same bytes', (_, file) => {
  const path = file();
  expect(report(path, '--jitless')).toBe(report(path));
});

test.skipIf(process.platform === 'win32')('where the address space is limited a file is read all the same', () => {
  const path = files.csv(400, 'utf-8');
  const limited = `ulimit -v 4000000 && exec "$0" "$@"`;
  const args = ['-c', limited, process.execPath, bin, 'analyze', path, '--format', 'json'];
  const { stdout } = spawnSync('bash', args, options);
  expect(stdout).toBe(report(path));
});
