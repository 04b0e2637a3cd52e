import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin/crm.js', import.meta.url));

/** How a run of the program ended. */
export interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `crm` as a user would, in a process of its own, without colour and without the machine's own settings. */
export function crm(
  args: readonly string[],
  options: { readonly env?: Record<string, string>; readonly cwd?: string; readonly input?: string | Uint8Array } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...options.env },
    maxBuffer: 1 << 28,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.input === undefined ? { input: '' } : { input: options.input }),
  });
  return { exit: status, stdout, stderr };
}

/** A row of a JSON table. */
export type JsonRow = Readonly<Record<string, string | number | null>>;

/** The JSON document of a run, with ways to its tables. */
export interface Answer {
  readonly document: Readonly<Record<string, unknown>>;
  readonly rows: (table: string) => readonly JsonRow[];
  /** The row of a table whose first key has this value. */
  readonly row: (table: string, first: string | number) => JsonRow;
  readonly exit: number | null;
  readonly stderr: string;
}

/** Runs `crm … --format json` and reads the answer. */
export function answer(args: readonly string[], options: Parameters<typeof crm>[1] = {}): Answer {
  const { exit, stdout, stderr } = crm([...args, '--format', 'json'], options);
  if (stdout === '') throw new Error(`no answer (exit ${exit}): ${stderr}`);
  const document = JSON.parse(stdout) as Record<string, unknown>;
  const tables = document['tables'] as readonly { id: string; rows: readonly JsonRow[] }[];
  const rows = (table: string) => tables.find(({ id }) => id === table)?.rows ?? missing(`table ${table}`);
  return {
    document,
    rows,
    row: (table, first) => rows(table).find((row) => Object.values(row)[0] === first) ?? missing(`${table} ${first}`),
    exit,
    stderr,
  };
}

function missing(what: string): never {
  throw new Error(`the answer has no ${what}`);
}
