import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checksum, JobAnswer } from './jobs/job.js';

/** What one process cost, by the system's own account. */
export interface Cost {
  /** Seconds, user and system, all its threads. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** Most memory it held at once, in megabytes. */
  readonly megabytes: number;
  readonly checksum: Checksum | null;
  /** Bytes left on the heap, where a job tells it. */
  readonly heap?: number;
}

/** What a process is measured with. */
type Measured = { readonly args: readonly string[]; readonly isJob: boolean; readonly onOneCore?: boolean };

/** Words in front of a program that keep it on one core. */
const ONE_CORE = ['taskset', '--cpu-list', '0'];

/** Whether a program can be kept on one core here. */
export const canBind = spawnSync(ONE_CORE[0]!, [...ONE_CORE.slice(1), process.execPath, '--version']).status === 0;

/** Written in front of every measured program: at its end it leaves what the system counted. */
const ACCOUNT = `const { writeFileSync } = require('node:fs');
process.on('exit', () => writeFileSync(process.env.BENCH_ACCOUNT, JSON.stringify(process.resourceUsage())));\n`;

/** Runs programs one at a time and tells what they cost. Files of its own go to `folder`. */
export class Meter {
  private readonly hook: string;
  private readonly account: string;

  constructor(folder: string) {
    this.hook = join(folder, 'account.cjs');
    this.account = join(folder, 'account.json');
    writeFileSync(this.hook, ACCOUNT);
  }

  /** A Node program. `isJob`: its last words are the answer of a job. */
  async run({ args, isJob, onOneCore = false }: Measured): Promise<Cost> {
    const started = process.hrtime.bigint();
    const bound = onOneCore && canBind ? ONE_CORE : [];
    const said = await ended([...bound, process.execPath, '--require', this.hook, ...args], {
      BENCH_ACCOUNT: this.account,
    });
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    const usage = JSON.parse(readFileSync(this.account, 'utf8')) as NodeJS.ResourceUsage;
    const answer = isJob ? (JSON.parse(said) as JobAnswer) : null;
    const cpu = answer?.cpu ?? (usage.userCPUTime + usage.systemCPUTime) / 1e6;
    const cost = { cpu, wall, megabytes: usage.maxRSS / 1024, checksum: answer?.checksum ?? null };
    return answer?.heap === undefined ? cost : { ...cost, heap: answer.heap };
  }
}

/** What the program wrote; refused with what it complained of. Certificates of the machine's own would cost it 45 ms. */
function ended([program, ...args]: readonly string[], added: Readonly<Record<string, string>>): Promise<string> {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const child = spawn(program!, args, { env: { ...env, ...added }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  let complaint = '';
  child.stdout.on('data', (piece: Buffer) => said.push(piece));
  child.stderr.on('data', (piece: Buffer) => {
    complaint = (complaint + piece).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(said).toString());
      else reject(new Error(complaint || `ended with ${code}`));
    });
  });
}
