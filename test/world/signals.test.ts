import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Cleanup } from '../../src/world/cleanup.js';
import { type EndingSignal, listenToSignals, type SignalProcess, signalExits } from '../../src/world/signals.js';
import { folderWith, namesIn, rounds } from './folder.js';

const moments = rounds(8, 20);
const program = join(import.meta.dirname, 'programs', 'write.mjs');
const whole = 'new'.repeat(1 + 4 * 300_000);

/** A run that writes out.csv in five slow pieces, killed a while after it has opened its output. */
async function killed(cwd: string, signal: NodeJS.Signals, after: number): Promise<number | NodeJS.Signals | null> {
  const child = spawn(process.execPath, [program, 'out.csv', 'new', '5', '8'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  await once(child.stderr, 'data');
  await pause(after);
  child.kill(signal);
  const [code, by] = (await ended) as [number | null, NodeJS.Signals | null];
  return code ?? by;
}

async function contentOf(cwd: string): Promise<string> {
  const text = await readFile(join(cwd, 'out.csv'), 'utf8');
  return text === whole ? 'new' : text.slice(0, 10);
}

describe('a run that is interrupted while it writes', () => {
  test.skipIf(process.platform === 'win32')('leaves the old file or the new one and nothing else', async () => {
    const signals = Object.keys(signalExits) as EndingSignal[];
    let interrupted = 0;
    const moment = async (n: number) => {
      const cwd = await folderWith({ 'out.csv': 'old' });
      const signal = signals[n % 3]!;
      const code = await killed(cwd, signal, (n * 60) / moments);
      const content = await contentOf(cwd);
      // A signal that comes after the end of the work kills an ending process, as a shell would say: 128 + its number.
      const done = code === 0 || code === signal;
      expect([code, content]).toEqual(
        done ? [code, 'new'] : [signalExits[signal], expect.stringMatching(/^(old|new)$/)],
      );
      expect(await namesIn(cwd)).toEqual(['out.csv']);
      interrupted += done ? 0 : 1;
    };
    for (let n = 0; n < moments; n += 4) await Promise.all([0, 1, 2, 3].map((more) => moment(n + more)));
    expect(interrupted).toBeGreaterThan(1);
  });

  test.skipIf(process.platform === 'win32')(
    'killed outright it leaves a whole file, and the next run cleans up',
    async () => {
      const moment = async (n: number) => {
        const cwd = await folderWith({ 'out.csv': 'old' });
        const code = await killed(cwd, 'SIGKILL', (n * 60) / moments);
        expect([code, await contentOf(cwd)]).toEqual(
          code === 0 ? [0, 'new'] : ['SIGKILL', expect.stringMatching(/^(old|new)$/)],
        );
        if (n % 5 > 0) return;
        expect(await killed(cwd, 'SIGCONT', 0)).toBe(0);
        expect([await contentOf(cwd), await namesIn(cwd)]).toEqual(['new', ['out.csv']]);
      };
      for (let n = 0; n < moments; n += 4) await Promise.all([0, 1, 2, 3].map((more) => moment(n + more)));
    },
  );
});

/** A process that only notes what happens to it. */
function pretended() {
  const exits: number[] = [];
  const listeners = new Map<EndingSignal, () => void>();
  const own: SignalProcess = {
    on: (signal, listener) => listeners.set(signal, listener),
    removeListener: (signal) => listeners.delete(signal),
    exit: (code) => exits.push(code),
  };
  return { own, exits, listeners, send: (signal: EndingSignal) => listeners.get(signal)?.() };
}

describe('a signal', () => {
  test.each(Object.entries(signalExits) as [EndingSignal, number][])(
    '%s undoes, newest first, and ends with %d',
    async (signal, code) => {
      const undo = new Cleanup();
      const { own, exits, send } = pretended();
      const undone: string[] = [];
      undo.add(() => undone.push('lock'));
      undo.add(() => {
        throw new Error('cannot be undone');
      });
      const forget = undo.add(() => undone.push('done already'));
      forget();
      undo.add(() => undone.push('temporary file'));
      listenToSignals(own, undo);
      send(signal);
      await pause(1);
      expect([exits, undone]).toEqual([[code], ['temporary file', 'lock']]);
    },
  );

  test('waits for files that are being put in place; a second one does not', async () => {
    const undo = new Cleanup();
    const { own, exits, send } = pretended();
    listenToSignals(own, undo);
    let finish = () => undefined as unknown;
    const work = undo.whole(() => new Promise<void>((resolve) => (finish = () => resolve())));
    send('SIGINT');
    await pause(1);
    expect(exits).toEqual([]);
    send('SIGINT');
    expect(exits).toEqual([130]);
    finish();
    await work;
  });

  test('is no longer heard once the listeners are taken away', () => {
    const { own, listeners } = pretended();
    listenToSignals(own, new Cleanup())();
    expect(listeners.size).toBe(0);
  });
});
