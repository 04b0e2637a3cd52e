import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { CrmError } from '../../src/errors.js';

const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A new folder with these files; removed after the test. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-test-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** All names in a folder, hidden ones too. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).sort();
}

/** Code and exit status of a refusal; what is no refusal fails the test. */
export async function refusalOf(work: Promise<unknown>): Promise<CrmError> {
  const outcome = await work.then(
    () => new Error('nothing was refused'),
    (error: unknown) => error,
  );
  if (outcome instanceof CrmError) return outcome;
  throw outcome;
}

/** How a command of the shell ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line of bash, `$NODE` and `$PROGRAMS` at hand; killed after 60 seconds. */
export function bash(line: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const PROGRAMS = join(import.meta.dirname, 'programs');
  const options = {
    env: { ...process.env, NODE: process.execPath, PROGRAMS, ...env },
    timeout: 60_000,
    maxBuffer: 2 ** 27,
  };
  return new Promise((resolve) => {
    execFile('bash', ['-c', line], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr });
    });
  });
}

/** Some rounds of a test that starts processes, all of them in the long run. */
export function rounds(few: number, all: number): number {
  return process.env['LONG'] === undefined ? few : all;
}

/** Whether this test process may do anything, so that permissions cannot be tried in it. */
export const isSuperuser = process.getuid?.() === 0;
