import { CrmError } from '../errors.js';
import { type Lang, say, type Words } from '../i18n/words.js';
import { type Cleanup, cleanup } from './cleanup.js';
import { type Say, standardError } from './stderr.js';

/** Said of failures that are the program's own. */
export const guardWords = {
  bug: {
    zh: '程序内部出错（不是您的文件有问题）。原有的输出文件没有改动。请把上面几行连同所用的命令一起反馈。\n',
    en: 'The program failed (the fault is not in your files). Existing outputs are untouched. Please report the lines above and the command.\n',
  },
  memory: {
    zh: '内存不够，没有做完。原有的输出文件没有改动。请关闭其他程序，或按月份分成几个文件分析。\n',
    en: 'Not enough memory to finish. Existing outputs are untouched. Close other programs, or analyse fewer files at a time.\n',
  },
  unfinished: {
    zh: '程序没有做完就停了下来（内部错误）。原有的输出文件没有改动。请反馈所用的命令。\n',
    en: 'The program stopped before it was done (a fault of its own). Existing outputs are untouched. Please report the command.\n',
  },
} as const satisfies Record<string, Words>;

/** How failures are told. */
export interface GuardOptions {
  /** The block people see for a refusal. */
  readonly describe: (error: CrmError) => string;
  readonly lang: () => Lang;
  readonly say?: Say;
  readonly own?: GuardedProcess;
  readonly undo?: Cleanup;
}

/** What is needed of the process. */
export interface GuardedProcess {
  exitCode?: number | string | null | undefined;
  on(event: 'exit', listener: () => void): unknown;
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(code: number): void;
}

/**
 * Runs the program and turns its end into an exit status: what it answers, the status of a refusal, 1 for a bug (with
 * its stack), and 1 if it never ends although nothing is left to wait for; an end by a signal keeps its own. The status
 * is only set, so that everything written still goes out; only after a failure nobody caught the process is ended at
 * once.
 */
export async function runMain(main: () => Promise<number>, options: GuardOptions): Promise<void> {
  const { say: tell = standardError(), own = process, undo = cleanup } = options;
  let settled = false;
  own.on('exit', () => {
    undo.run();
    if (settled || own.exitCode !== undefined) return;
    tell(say(guardWords.unfinished, options.lang()));
    own.exitCode = 1;
  });
  own.on('uncaughtException', (error) => {
    settled = true;
    own.exit(failed(error, tell, options));
  });
  try {
    own.exitCode = await main();
  } catch (error) {
    own.exitCode = failed(error, tell, options);
  }
  settled = true;
}

function failed(error: unknown, tell: Say, { describe, lang }: GuardOptions): number {
  try {
    if (error instanceof CrmError) {
      tell(describe(error));
      return error.exit;
    }
  } catch (worse) {
    return failed(worse, tell, { describe: String, lang });
  }
  if (isOutOfMemory(error)) {
    tell(say(guardWords.memory, lang()));
    return 1;
  }
  tell(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  tell(say(guardWords.bug, lang()));
  return 1;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && /allocation failed|array length|array buffer/i.test(error.message);
}
