import type { Cost, Meter } from './measure.js';

/** One measured process of a group. */
export interface Task {
  readonly args: readonly string[];
  /** Its last words are a checksum. */
  readonly isJob: boolean;
  /** Runs of which the middle one counts. */
  readonly runs: number;
  /** Everything it does, the engine's own threads too, takes turns on one core. */
  readonly onOneCore?: boolean;
}

/** Median costs by the name of the task; a text says why there are none. */
export type Costs<Name extends string> = Readonly<Record<Name, Cost | string>>;

/** Runs the tasks of a group in turn, round by round, so that a slow moment of the machine hits them all alike. */
export async function inTurn<Name extends string>(
  tasks: Readonly<Record<Name, Task>>,
  meter: Meter,
  tell: (done: string) => void,
): Promise<Costs<Name>> {
  const names = Object.keys(tasks) as Name[];
  const costs = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  const failed = new Map<Name, string>();
  const rounds = Math.max(...names.map((name) => tasks[name].runs));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      if (failed.has(name) || round >= tasks[name].runs) continue;
      try {
        const cost = await meter.run(tasks[name]);
        costs.get(name)?.push(cost);
        tell(`${name}: ${cost.cpu.toFixed(3)} s CPU, ${cost.megabytes.toFixed(0)} MB`);
      } catch (error) {
        failed.set(name, reasonOf(error));
        tell(`${name}: ${reasonOf(error)}`);
      }
    }
  }
  const entries = names.map((name) => [name, failed.get(name) ?? middle(costs.get(name) ?? [])] as const);
  return Object.fromEntries(entries) as unknown as Costs<Name>;
}

/** The run in the middle by CPU; its clock time and memory are the medians of theirs. */
function middle(costs: readonly Cost[]): Cost {
  const of = (key: 'cpu' | 'wall' | 'megabytes' | 'heap') => {
    const sorted = costs.map((cost) => cost[key] ?? Number.NaN).sort((one, other) => one - other);
    return sorted[sorted.length >> 1] ?? Number.NaN;
  };
  const cost = { cpu: of('cpu'), wall: of('wall'), megabytes: of('megabytes'), checksum: costs[0]?.checksum ?? null };
  return costs[0]?.heap === undefined ? cost : { ...cost, heap: of('heap') };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/ERR_MODULE_NOT_FOUND|Cannot find (?:package|module)/.test(text)) return 'not installed';
  return (/\b\w*Error: .*$/m.exec(text)?.[0] ?? text.trim().split('\n')[0] ?? text).slice(0, 120);
}
