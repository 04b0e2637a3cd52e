import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Say } from './stderr.js';

/** What is needed of standard input to ask on it. */
export type PromptStream = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** Where a question is asked and who may be asked. */
export interface PromptOptions {
  /** Made when it is asked for: a run that asks nothing can do without. */
  readonly stdin: () => PromptStream;
  /** Writes the question, on standard error. */
  readonly say: Say;
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What Ctrl-C does: ends the process, for nothing is answered after it. */
  readonly interrupt: () => void;
}

/** Whether somebody sits there who can type: both ends are a terminal, and no CI. */
export function canAsk({ stdin, isTTY, env }: PromptOptions): boolean {
  return isTTY && !env['CI'] && env['TERM'] !== 'dumb' && stdin().isTTY === true;
}

/**
 * Asks for a text that is not shown while it is typed; null when nothing is typed, or nobody can be asked. The question
 * is all that is ever written.
 */
export async function askHidden(question: string, options: PromptOptions): Promise<string | null> {
  if (!canAsk(options)) return null;
  options.say(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const keyboard = createInterface({ input: options.stdin(), output: unseen, terminal: true, historySize: 0 });
  try {
    const typed = await new Promise<string>((resolve) => {
      keyboard.once('line', resolve);
      keyboard.once('close', () => resolve(''));
      keyboard.once('SIGINT', () => {
        keyboard.removeAllListeners('close');
        keyboard.close();
        options.say('\n');
        options.interrupt();
      });
    });
    return typed === '' ? null : typed;
  } finally {
    keyboard.close();
    options.say('\n');
  }
}
